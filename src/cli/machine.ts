// Machine: what the command line needs of the process it runs in; bin.ts gives it, tests can.

export type OutputStream = "stdout" | "stderr";

export interface Machine {
  /** Without the program's own two. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly isTerminal: (stream: "stdin" | "stdout" | "stderr") => boolean;
  /** Columns of the terminal that the stream is. */
  readonly terminalWidth: (stream: OutputStream) => number | undefined;
  /** False when nobody reads any more. */
  readonly write: (stream: OutputStream, text: string | Uint8Array) => boolean;
  readonly readInput: () => string;
}
