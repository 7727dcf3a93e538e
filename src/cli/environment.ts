// Environment: the variables that roadmap reads, with their purpose; a test compares the list with the sources.

interface Variable {
  readonly name: string;
  readonly help: string;
}

export const variables: readonly Variable[] = [
  { name: "ROADMAP_FILE", help: "path of the roadmap, if --file is not passed" },
  { name: "ROADMAP_TODAY", help: "today's date as YYYY-MM-DD (default: the local date)" },
  {
    name: "ROADMAP_LOCK_WAIT_MS",
    help: "milliseconds to wait for another command that is changing the file (default: 10000)",
  },
  { name: "ROADMAP_GIT_WAIT_MS", help: "time limit of a commit with its hooks, in milliseconds (default: 120000)" },
  { name: "ROADMAP_LINK_WAIT_MS", help: "time limit of a page for `doctor --links`, in milliseconds (default: 10000)" },
  { name: "VISUAL", help: "editor for `roadmap edit`" },
  { name: "EDITOR", help: "editor for `roadmap edit`, if VISUAL is not set" },
  { name: "BROWSER", help: "program that opens a page, without arguments (default: that of the system)" },
  { name: "NO_COLOR", help: "no color, if set and not empty" },
  { name: "FORCE_COLOR", help: "color even without a terminal; no color if 0 or false" },
  { name: "TERM", help: "no color if set to dumb; symbols in ASCII for dumb and linux" },
  { name: "LC_ALL", help: "symbols in ASCII if it is C, POSIX or a locale without UTF-8" },
  { name: "LC_CTYPE", help: "the same, if LC_ALL is not set" },
  { name: "LANG", help: "the same, if neither is set" },
  { name: "OS", help: "symbols in ASCII for Windows_NT, unless WT_SESSION or TERM_PROGRAM is set" },
  { name: "WT_SESSION", help: "set by Windows Terminal" },
  { name: "TERM_PROGRAM", help: "set by other terminals that can show all symbols" },
  { name: "ROADMAP_HINTS", help: "0: no suggestion of a next step" },
  { name: "COLUMNS", help: "line width in columns (default: width of the terminal)" },
  { name: "XDG_STATE_HOME", help: "parent folder of the undo journal (default: ~/.local/state)" },
  { name: "XDG_CACHE_HOME", help: "parent folder of the caches of history and compiled code (default: ~/.cache)" },
  { name: "XDG_CONFIG_HOME", help: "parent folder of your settings and your git attributes (default: ~/.config)" },
  { name: "APPDATA", help: "parent folder of your settings on Windows" },
  { name: "HOME", help: "parent of these folders" },
  { name: "PWD", help: "the path of the current folder, if it was removed" },
  { name: "PATH", help: "where roadmap finds git, and git finds roadmap" },
  { name: "TZ", help: "time zone of the local date" },
];
