// The words of a text that are not in another one, as the drawer marks them.

import { expect, test } from "vitest";
import { wordChanges } from "../../src/web/page/drawer/word-changes.js";

test("the words that are not in the other text are marked", () => {
  expect(wordChanges("TTL, heartbeat", "TTL, slow heartbeat; presence")).toEqual([
    { text: "TTL, ", isNew: false },
    { text: "slow ", isNew: true },
    { text: "heartbeat", isNew: false },
    { text: "; presence", isNew: true },
  ]);
  expect(wordChanges("", "")).toEqual([]);
  expect(wordChanges("same", "same")).toEqual([{ text: "same", isNew: false }]);
});
