// Global options: those that every command takes.

import type { OptionDeclaration } from "./command.js";

export const globalOptions: readonly OptionDeclaration[] = [
  { flags: "-f, --file <path>", help: "the roadmap; else $ROADMAP_FILE, else the nearest roadmap.md" },
  { flags: "--json", help: "print JSON, and errors as JSON" },
  { flags: "-n, --dry-run", help: "show what would change as a diff, and write nothing" },
  { flags: "--if-match <hash>", help: "refuse when the file is not the one with this hash" },
  { flags: "--max-size <bytes>", help: "read files larger than 16 MiB, up to so many bytes" },
  { flags: "--no-color", help: "no colours; also with NO_COLOR set" },
  { flags: "--no-input", help: "never ask; what is ambiguous is an error" },
];
