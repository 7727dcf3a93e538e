// Global options: the options of every command.

import type { OptionDeclaration } from "./command.js";

export const globalOptions: readonly OptionDeclaration[] = [
  { flags: "-f, --file <path>", help: "roadmap file (default: $ROADMAP_FILE, or the nearest roadmap.md)" },
  { flags: "--json", help: "print results and errors as JSON" },
  { flags: "-n, --dry-run", help: "show a diff of what would change, and write nothing" },
  { flags: "--if-match <hash>", help: "refuse if the file does not have this hash" },
  { flags: "--max-size <bytes>", help: "largest file to read, in bytes (default: 16777216)" },
  { flags: "--no-color", help: "disable color (see also: NO_COLOR)" },
  { flags: "--no-input", help: "never prompt; ambiguous names are errors" },
];
