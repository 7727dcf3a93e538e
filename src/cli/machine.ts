// Machine: what the command line needs from its process; provided by bin.ts, or by tests.

import type { OpenRequest } from "../app/open-roadmap.js";

export type OutputStream = "stdout" | "stderr";

export interface Machine {
  /** Without the first two, which are the program itself. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  /** The value of `TZ`, if no time zone has that name. */
  readonly unknownTimeZone: () => string | undefined;
  readonly isTerminal: (stream: "stdin" | "stdout" | "stderr") => boolean;
  /** The width of the stream's terminal in columns. */
  readonly terminalWidth: (stream: OutputStream) => number | undefined;
  /** False if the reader has closed the pipe. In a terminal, control characters are spelled out. */
  readonly write: (stream: OutputStream, text: string | Uint8Array) => boolean;
  /** Replaces the last line on stderr, which is a terminal. */
  readonly redrawLine: (line: string) => void;
  readonly readInput: () => string;
  /** Takes over the whole terminal, until the screen is closed or the program ends. */
  readonly openScreen: (events: ScreenEvents) => Promise<Screen>;
  /** Throws the error of the system if the port cannot be used. */
  readonly serveWeb: (wanted: WantedServer) => Promise<RunningServer>;
}

interface WantedServer {
  readonly request: OpenRequest;
  /** 0 for any that is free. */
  readonly port: number;
  readonly isReadOnly: boolean;
}

interface RunningServer {
  /** With the token, which lets a page read and change the file. */
  readonly url: string;
  readonly port: number;
  /** Resolves when the user or the system has ended it. */
  readonly ended: Promise<void>;
}

interface ScreenEvents {
  /** One key, as the terminal sends it. */
  onKey(key: string): void;
  /** The terminal was resized, or another program has drawn on it. */
  onChange(): void;
}

interface Screen {
  /** The present height. */
  rows(): number;
  /** Replaces everything shown. The lines must fit the terminal in number and width. */
  draw(lines: readonly string[]): void;
  close(): void;
}
