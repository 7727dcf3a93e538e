// Machine: what the command line needs of the process it runs in; bin.ts gives it, tests can.

export type OutputStream = "stdout" | "stderr";

export interface Machine {
  /** Without the program's own two. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  /** The name of the time zone in the environment, if no zone has that name. */
  readonly unknownTimeZone: () => string | undefined;
  readonly isTerminal: (stream: "stdin" | "stdout" | "stderr") => boolean;
  /** Columns of the terminal that the stream is. */
  readonly terminalWidth: (stream: OutputStream) => number | undefined;
  /** False if the reader is gone. On a terminal, characters that could control it are spelled out. */
  readonly write: (stream: OutputStream, text: string | Uint8Array) => boolean;
  /** Replaces the last line on stderr, which is a terminal. */
  readonly redrawLine: (line: string) => void;
  readonly readInput: () => string;
  /** Takes the whole terminal, until the screen is closed or the program ends. */
  readonly openScreen: (events: ScreenEvents) => Promise<Screen>;
}

interface ScreenEvents {
  /** What was typed, as the terminal sends it. */
  onKey(key: string): void;
  /** The terminal has another size now, or somebody else has drawn on it. */
  onChange(): void;
}

interface Screen {
  /** At the moment. */
  rows(): number;
  /** Replaces all that is shown. Lines are no wider and no more than the terminal. */
  draw(lines: readonly string[]): void;
  close(): void;
}
