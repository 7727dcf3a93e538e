// Pseudo-terminal: every byte that commands write to it with hostile files, and keys sent in one write.

import { expect, test } from "vitest";
import { makePlace, type Place } from "../support/program.js";
import { hasPty, runOnPty } from "../support/pty.js";

const payload =
  "\u001b[31mred \u001b]0;owned\u0007 \u009b2J \u0090x\u009c \u007f\b\u202etxt\u2066 \u{e0041}\u{e007f} \u2028\u2029 \ufff9\u206a\u180e\u00ad\u200b\ufeff a\u200db 👩‍👩‍👧";

const hostileText = `# Title ${payload}

| Topic | Phase | Started | Finished | Comments | Status | Resources | Proof | Column ${payload} |
|---|---|---|---|---|---|---|---|---|
| One ${payload} | 1 ${payload} | ${payload} | | ${payload} | Done ${payload} | ${payload} | [a](https://example.org/${payload}) | ${payload} |
| Two ${payload} | 2 | 2026-11-01 | 2026-10-01 | | In Progress | | | |
| Twin ${payload} | 2 | | | | Done | | | |
| Twin ${payload} | 2 | 2026-01-01 | 2026-01-09 | ${payload} | Done | | | |
| Mended | 2 | 2026-01-01 | 2026-01-09 | | | | | |

## Track ${payload}
*(Goal: ${payload})*

### Phase 3: ${payload}
- [ ] task ${payload}
- [?] odd ${payload}
Good text\rEVIL text
`;

/** Anything but line breaks, printable characters and the program's own colors. */
const unexpected =
  /(?!\r*\n|\p{Cc}\[(?:[12]|22|3[1236]|39)m)[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

function around(output: string): string | undefined {
  const found = unexpected.exec(output);
  return found ? JSON.stringify(output.slice(Math.max(0, found.index - 40), found.index + 20)) : undefined;
}

const evil = "$'\\033]0;owned\\007\\342\\200\\256\\363\\240\\201\\201'";

const lines: readonly string[] = [
  "",
  "list",
  "list --json",
  "next",
  "progress",
  "progress --by track",
  "timeline",
  "stats",
  "burnup",
  "forecast",
  "config",
  "doctor",
  "doctor --json",
  "doctor --format sarif",
  "doctor --fix --dry-run",
  "fmt",
  "fmt --dry-run",
  "show 1",
  "show one --json",
  ...["csv", "json", "html", "ics", "mermaid", "svg", "csv --raw"].map((format) => `export ${format}`),
  "badge",
  "textconv roadmap.md",
  "textconv hostile.txt",
  "start two --dry-run",
  "start two --no-input",
  "finish twin --no-input",
  "finish twin --no-input --json",
  "set two --comments plain --dry-run",
  "check task --dry-run",
  "remove task --dry-run",
  "rename two --to three --dry-run",
  "init --dry-run --file new.md",
  "diff",
  "log",
  "log --json",
  "log two",
  "undo --list",
  "resolve",
  "unlock",
  "commit --dry-run",
  "git install --dry-run",
  "__complete words list --phase =",
  "__complete words show =",
  `start ${evil}`,
  `list --phase ${evil}`,
  `--file ${evil}`,
  `${evil}`,
  `list --${evil}`,
  `apply ${evil}`,
  `import ${evil}`,
  `diff ${evil}`,
];

function hostilePlace(): Place {
  const place = makePlace({ "roadmap.md": hostileText, "hostile.txt": `${payload}\n` });
  place.git("init", "-q");
  place.git("add", "-A");
  place.git("commit", "-qm", `first ${payload}`);
  place.write(hostileText.replace("| 2 | 2026-11-01", `| 2 ${payload} | 2026-11-01`));
  return place;
}

test.skipIf(!hasPty)("no command writes terminal control sequences from a hostile file", async () => {
  const place = hostilePlace();
  const script = lines
    .map((line) => `echo "=== ${line.replace(/[$'"\\]/g, "")}"; $ROADMAP ${line} < /dev/null`)
    .join("\n");
  const { output } = await runOnPty(place, script);
  for (const part of output.split("=== ").slice(1)) expect(around(part)).toBeUndefined();
  expect(output).toContain("^[]0;owned^G");
  expect(output).toContain("<U+E0041>");
  expect(output).toContain("👩‍👩‍👧");
});

test.skipIf(!hasPty).each(["csv", "json", "html", "ics", "mermaid", "svg"])(
  "export %s writes the same bytes to a pipe and to a file, whatever a terminal shows",
  async (format) => {
    const place = hostilePlace();
    const { stdout } = await place.run("export", format);
    await place.run("export", format, "--write", "written");
    expect(place.read("written")).toBe(stdout);
    if (format === "csv") expect(stdout).toContain("\u001b]0;owned\u0007 \u009b2J");
    const { output } = await runOnPty(place, `$ROADMAP export ${format} | cat > piped`);
    expect(output).toBe("");
    expect(place.read("piped")).toBe(stdout);
  },
);

/** Written intentionally by the prompt library and the live view: cursor movement, clearing, screens. */
const steps = /\p{Cc}\[[0-9;?]*[A-Za-z]/gu;

test.skipIf(!hasPty).each([
  ["$ROADMAP show twin", "Which one?", 3],
  ["$ROADMAP finish two", "When was it finished?", 3],
  ["$ROADMAP remove two", "Remove the", 1],
  ["$ROADMAP doctor --fix", "Write ", 1],
])(
  "%s asks with control characters made visible; Ctrl-D cancels with a message and writes nothing",
  async (line, after, code) => {
    const place = hostilePlace();
    const before = place.read();
    for (const keys of ["\u0004", "\u0003", "\u0004\u0004", "\u001b"]) {
      const { output, exitCode } = await runOnPty(place, line, { keys, after });
      expect(exitCode, JSON.stringify(keys)).toBe(code);
      expect(output.replace(steps, "").replace(/\s+/g, " ")).toMatch(
        /nothing was (?:written|removed)|matches 2 topics|already has a finish date/,
      );
      expect(around(output.replace(steps, "").replaceAll("\r", ""))).toBeUndefined();
      expect(place.read()).toBe(before);
    }
  },
);

test
  .skipIf(!hasPty)
  .each(["q", "qq", "xQ", "\u0004", "\u0003\u0003", "\u001b", "\u001b\u001b", "\u001b[Aq", "\u001b[A\u0004"])(
  "%j, typed at once, ends watch",
  async (keys) => {
    const { exitCode, output } = await runOnPty(hostilePlace(), "$ROADMAP watch", { keys, after: "press q to quit" });
    expect(exitCode).toBe(0);
    expect(around(output.replace(steps, "").replaceAll("\r", ""))).toBeUndefined();
  },
);

test.skipIf(!hasPty)("arrow and function keys, whose codes contain letters, do not end watch", async () => {
  const place = makePlace("# First\n\n- [ ] task\n");
  const { output, exitCode } = await runOnPty(
    place,
    "$ROADMAP watch",
    {
      after: "press q to quit",
      keys: "\u001b[A\u001b[1;5D\u001bOQ\u001b[24~\u001b[q",
      andThen: () => place.write("# Second\n\n- [ ] task\n"),
    },
    { after: "Second", keys: "q" },
  );
  expect(output).toContain("Second");
  expect(exitCode).toBe(0);
});
