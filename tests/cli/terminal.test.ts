// In a real terminal: colors, the terminal's width, and the question which topic is meant.

import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";
import { tooWide, wideText } from "../support/widths.js";

const twoKafkas = `| Topic | Phase | Status | Started |
|---|---|---|---|
| Kafka | 3 | | |
| Kafka | 4 | | |
| Docker | 4 | | |
`;
const secondStarted = twoKafkas.replace("| Kafka | 4 | | |", "| Kafka | 4 | In Progress | 2026-11-22 |");

test.skipIf(!hasTerminal)("a terminal gets colors, and none with NO_COLOR, --no-color or TERM=dumb", async () => {
  const place = makePlace(referenceText);
  const colors = /\p{Cc}\[\d+(?:;\d+)*m/u;
  for (const [line, hasColors] of [
    ["$ROADMAP progress", true],
    ["NO_COLOR=1 $ROADMAP progress", false],
    ["$ROADMAP progress --no-color", false],
    ["TERM=dumb $ROADMAP progress", false],
    ["$ROADMAP progress --json", false],
  ] as const) {
    const terminal = openTerminal(place, line);
    expect(await terminal.exitCode()).toBe(0);
    expect(colors.test(terminal.coloredText()), line).toBe(hasColors);
  }
});

test.skipIf(!hasTerminal).each([20, 40, 80, 140])("lines fit a terminal of %i columns", async (columns) => {
  const place = makePlace(wideText);
  const line =
    "for c in '' list next progress 'show #1' 'show #5' 'start --no-input duplicate' 'finish #1'; do $ROADMAP $c; done";
  const terminal = openTerminal(place, line, columns);
  await terminal.exitCode();
  expect(terminal.text()).toContain("→ roadmap");
  expect(tooWide(terminal.text(), columns)).toEqual([]);
});

test.skipIf(!hasTerminal)("an ambiguous name opens a choice, and the change is made to the one chosen", async () => {
  const place = makePlace(twoKafkas);
  const terminal = openTerminal(place, "$ROADMAP start kafka");
  await terminal.until('"kafka" matches 2 topics. Which one?');
  expect(place.read()).toBe(twoKafkas);
  terminal.type("Down", "Enter");
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.text()).toContain("◐ Kafka is in progress.");
  expect(place.read()).toBe(secondStarted);
});

test.skipIf(!hasTerminal)("a terminal that reports 0 columns is treated as one of unknown width", async () => {
  const place = makePlace(twoKafkas);
  const terminal = openTerminal(place, "stty cols 0 rows 0; $ROADMAP list; $ROADMAP start kafka");
  await terminal.until("Which one?");
  terminal.type("Down", "Enter");
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.text()).toContain("○ 2  Kafka");
  expect(place.read()).toBe(secondStarted);
});

test.skipIf(!hasTerminal)("a number of days is omitted rather than cut", async () => {
  const place = makePlace(
    "| Topic | Status | Started |\n|---|---|---|\n| A topic with a long name | Doing | 2020-01-01 |\n",
  );
  for (const columns of [20, 26, 30, 34, 60]) {
    const terminal = openTerminal(place, "$ROADMAP next", columns);
    await terminal.exitCode();
    expect(terminal.text()).toMatch(columns < 25 ? /^ {2}◐ 1 {2}\S.*…$/m : columns < 40 ? / 2517d$/m : / 2517 days$/m);
    expect(terminal.text()).not.toMatch(/\d…/);
  }
});

test.skipIf(!hasTerminal)("in a terminal, the dashboard says how much text is garbled, with an example", async () => {
  const terminal = openTerminal(makePlace(referenceText), "$ROADMAP");
  await terminal.exitCode();
  expect(terminal.text()).toContain(
    '\n\nWarning  14 places hold garbled text ("‚Üî" was "↔"): roadmap doctor --fix\n→ roadmap start programming\n',
  );
  const clean = openTerminal(makePlace("| Topic | Status |\n|---|---|\n| naïve “Ärger” – « é » | |\n"), "$ROADMAP");
  await clean.exitCode();
  expect(clean.text()).toContain("→ roadmap start ");
  expect(clean.text()).not.toContain("garbled");
});

test.skipIf(!hasTerminal)(
  "in a folder without a roadmap, every command shows how to begin, and ends with 3",
  async () => {
    const place = makePlace({});
    const terminal = openTerminal(place, "$ROADMAP; $ROADMAP start http; test $? = 3 && $ROADMAP list 2>&1 | cat");
    expect(await terminal.exitCode()).toBe(0);
    const screens = terminal.text().split("No roadmap here yet.\n");
    expect(screens).toHaveLength(3);
    expect(screens[1]).toMatch(/^Looked for .* in this folder\.\n\n {2}roadmap init {2,}start an empty one\n/);
    // A log names its speaker.
    expect(screens[2]).toContain("\nroadmap: no roadmap.md, ROADMAP.md or docs/roadmap.md");
  },
);

test.skipIf(!hasTerminal)("show asks about an ambiguous name too", async () => {
  const place = makePlace(twoKafkas);
  const terminal = openTerminal(place, "$ROADMAP show kafka");
  await terminal.until("Which one?");
  terminal.type("Down", "Enter");
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.text()).toContain("○ 2  Kafka");
});

test.skipIf(!hasTerminal)("a topic and a task are offered together, each by its number", async () => {
  const text = "| Topic | Status |\n|---|---|\n| HTTP | |\n\n- [ ] HTTP\n- [ ] SQL\n";
  const place = makePlace(text);
  const terminal = openTerminal(place, "$ROADMAP finish http");
  await terminal.until('"http" matches 1 topic and 1 task. Which one?');
  await terminal.until("t1  HTTP");
  terminal.type("Down", "Enter");
  expect(await terminal.exitCode()).toBe(0);
  expect(place.read()).toBe(text.replace("[ ] HTTP", "[x] HTTP"));
});

test.skipIf(!hasTerminal).each(["C-c", "Escape"])("%s at the choice changes nothing and exits with 3", async (key) => {
  const place = makePlace(twoKafkas);
  const terminal = openTerminal(place, "$ROADMAP start kafka");
  await terminal.until("Which one?");
  terminal.type(key);
  expect(await terminal.exitCode()).toBe(3);
  expect(place.read()).toBe(twoKafkas);
});

test.skipIf(!hasTerminal)("a choice for a file that has changed in the meantime changes nothing, exit 5", async () => {
  const place = makePlace(twoKafkas);
  const terminal = openTerminal(place, "$ROADMAP start kafka");
  await terminal.until("Which one?");
  const other = twoKafkas.replace("| Kafka | 3 | | |", "| New | 1 | | |\n| Kafka | 3 | | |");
  place.write(other);
  terminal.type("Down", "Enter");
  expect(await terminal.exitCode()).toBe(5);
  expect(place.read()).toBe(other);
});

test.skipIf(!hasTerminal).each([
  ["--no-input", "$ROADMAP start kafka --no-input"],
  ["--json", "$ROADMAP start kafka --json"],
  ["stdin from elsewhere", "$ROADMAP start kafka < /dev/null"],
])("with %s, no question is asked, and the exit code is 3", async (_, line) => {
  const place = makePlace(twoKafkas);
  const terminal = openTerminal(place, line, 140);
  expect(await terminal.exitCode()).toBe(3);
  expect(terminal.text()).toContain("matches 2 topics");
  expect(terminal.text()).not.toContain("Which one?");
  expect(place.read()).toBe(twoKafkas);
});

test.skipIf(!hasTerminal)("a choice shows hostile names with control characters made visible", async () => {
  const place = makePlace(twoKafkas.replaceAll("Kafka", "Kafka \u001b[2J\u202e"));
  const terminal = openTerminal(place, "$ROADMAP start kafka");
  await terminal.until("Kafka ^[[2J<U+202E>");
  terminal.type("C-c");
  expect(await terminal.exitCode()).toBe(3);
});

test.skipIf(!hasTerminal)("apply without input in a terminal fails instead of waiting", async () => {
  const place = makePlace(referenceText);
  const terminal = openTerminal(place, "$ROADMAP apply");
  expect(await terminal.exitCode()).toBe(2);
  expect(terminal.text()).toContain("roadmap apply changes.jsonl");
});
