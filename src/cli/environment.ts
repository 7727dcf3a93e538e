// Environment: the variables that the program reads, and what each is for; a test compares the list with the sources.

interface Variable {
  readonly name: string;
  readonly help: string;
}

export const variables: readonly Variable[] = [
  { name: "ROADMAP_FILE", help: "the roadmap, where --file names none" },
  { name: "ROADMAP_TODAY", help: "the day it is, as YYYY-MM-DD, in place of the local day" },
  {
    name: "ROADMAP_LOCK_WAIT_MS",
    help: "milliseconds to wait for another command that changes the file; 10000 without it",
  },
  { name: "ROADMAP_GIT_WAIT_MS", help: "milliseconds that a commit with its hooks may take; 120000 without it" },
  { name: "ROADMAP_LINK_WAIT_MS", help: "milliseconds that `doctor --links` gives a page; 10000 without it" },
  { name: "VISUAL", help: "the editor that `roadmap edit` opens" },
  { name: "EDITOR", help: "the same, where VISUAL is not set" },
  { name: "NO_COLOR", help: "no colours, unless it is empty" },
  { name: "FORCE_COLOR", help: "colours also where no terminal is; none when it is 0 or false" },
  { name: "TERM", help: "no colours when it is dumb" },
  { name: "COLUMNS", help: "columns a line may take, in place of the width of the terminal" },
  { name: "XDG_STATE_HOME", help: "the folder for what undo remembers; ~/.local/state without it" },
  { name: "XDG_CACHE_HOME", help: "the folder for what was read from the history; ~/.cache without it" },
  { name: "XDG_CONFIG_HOME", help: "the folder of your own git attributes; ~/.config without it" },
  { name: "HOME", help: "where these folders are" },
  { name: "PATH", help: "where git is, and whether git finds this program" },
  { name: "TZ", help: "the time zone of the local day" },
];
