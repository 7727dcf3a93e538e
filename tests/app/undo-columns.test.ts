// Undo and redo next to other edits: no column becomes something else.

import { expect, test } from "vitest";
import { planRequested, requestOperation } from "../../src/app/requested-operations.js";
import { planReversal } from "../../src/app/undo/plan-reversal.js";
import type { Direction } from "../../src/app/undo/verify-reversal.js";
import { operations } from "../../src/operations/index.js";
import { saveWith } from "../support/journal-driver.js";
import { makeTempFolder } from "../support/temp-folder.js";

const before = "| Blah | Where it is |\n|---|---|\n| HTTP | Done |\n| SQL | Blocked |\n| Git | Done |\n| Go | |\n";
const front = '---\nroadmap:\n  columns: { topic: "Blah", status: "Where it is" }\n---\n\n';

function opened(text: string) {
  const file = { text, stateFolder: makeTempFolder(), realPath: "/somewhere/roadmap.md" };
  const env = { XDG_STATE_HOME: file.stateFolder };
  return {
    file,
    start: (topic: string) => saveWith(file, planRequested([requestOperation(operations.start, { topic })])),
    reverse: (direction: Direction) => saveWith(file, planReversal({ direction, count: 1, env, isDryRun: false })),
  };
}

test("an undo that would leave too few statuses to tell their column is refused, with the line that allows it", async () => {
  const { file, start, reverse } = opened(before);
  await start("go");
  file.text = file.text.replace("| Git | Done |\n", "");
  const kept = file.text;
  await expect(reverse("undo")).rejects.toMatchObject({
    code: "MEANING_WOULD_CHANGE",
    exitCode: 4,
    message: "after this undo, the table in line 1 would not be read as a topic table",
    hint: expect.stringContaining('`columns: { topic: "Blah", status: "Where it is" }`'),
  });
  expect(file.text).toBe(kept);
  file.text = front + kept;
  await reverse("undo");
  expect(file.text).toBe(front + before.replace("| Git | Done |\n", ""));
});

test("a redo that would make every row a check mark is refused, with the line that allows it", async () => {
  const checks = before.replaceAll(/Done|Blocked/g, "✅").replace("| Go | |", "| Go | |\n| C | |");
  const { file, reverse } = opened(checks);
  const finish = () => saveWith(file, planRequested([requestOperation(operations.finish, { topic: "go" })]));
  await finish();
  await reverse("undo");
  file.text = file.text.replace("| C | |\n", "");
  await expect(reverse("redo")).rejects.toMatchObject({
    code: "MEANING_WOULD_CHANGE",
    exitCode: 4,
    hint: expect.stringContaining('`columns: { topic: "Blah", status: "Where it is" }`'),
  });
  file.text = front + file.text;
  await reverse("redo");
  expect(file.text).toBe(front + checks.replace("| C | |\n", "").replace("| Go | |", "| Go | ✅ |"));
});

test("next to other edits, an undo that leaves the columns as they are is made", async () => {
  const { file, start, reverse } = opened(before);
  await start("go");
  file.text = file.text.replace("| HTTP | Done |", "| HTTP/2 | Done |");
  await reverse("undo");
  expect(file.text).toBe(before.replace("HTTP", "HTTP/2"));
});
