// Names of topics and tasks that are special to shells and terminals; each would create a file `pwned` if it ran.

export const hostileNames = [
  "$(touch pwned)",
  "\\`touch pwned\\` ticks",
  "a; touch pwned; b",
  "it's & (done) > pwned",
  '"touch pwned"',
  "back\\\\slash\\\\n",
  "colon:name=value",
  "-rf dash --flag",
  "~root \\*glob? [set] {x,y}",
  "esc \u001b[31mred\u0007 \u009b2J",
  "bidi \u202etxt.exe",
  "#42 hash !bang %percent",
  "naïve Résumé",
  "日本語 入門",
  "🚀",
  "tab\tname",
];

/** A roadmap with a topic and a task of each name, and an equally hostile status and phase. */
export const hostileText = [
  "# $(touch pwned)",
  "",
  "| Topic | Phase | Status |",
  "|---|---|---|",
  ...hostileNames.map((name) => `| ${name} | $(touch pwned) | |`),
  "",
  "## `touch pwned`",
  "",
  "### 1; touch pwned",
  "",
  ...hostileNames.map((name) => `- [ ] task ${name}`),
  "",
].join("\n");
