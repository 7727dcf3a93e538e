// Nearest: a mistyped word is recognized only by its edits, and destructive commands are never suggested.

import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands/index.js";
import { closestTypo, nearestByWords } from "../../src/model/nearest.js";
import { fc } from "../support/fast-check.js";

const names = [...commands.keys()];

test.each([
  ["strat", "start"],
  ["lst", "list"],
  ["finsh", "finish"],
  ["fnisih", "finish"],
  ["progres", "progress"],
  ["forcats", "forecast"],
  ["todo", undefined],
  ["delete", undefined],
  ["done", undefined],
  ["make", undefined],
  ["rest", undefined],
  ["undoo", undefined],
  ["rmove", undefined],
  ["remov", undefined],
  ["x", undefined],
])("%s is taken for %s", (word, meant) => {
  expect(closestTypo(word, names)).toBe(meant);
});

test.each([
  ["kafak", ["Kafka – streams", "Kafka"]],
  ["raedng list", ["Reading list"]],
  ["readng list", ["Reading list"]],
  ["conection", ["Connection State"]],
  ["conn", ["Connection State"]],
  ["conecti", ["Connection State"]],
  ["go", []],
  ["gp", []],
  ["uber", ["Über uns"]],
  ["", []],
  ["--", []],
])("%j is one or two typos away from %j", (wanted, expected) => {
  expect(
    nearestByWords(wanted, ["Kafka – streams", "Kafka", "Reading list", "Connection State", "gRPC", "Über uns"]),
  ).toEqual(expected);
});

test("of equally near words, the one with the same first letter is suggested", () => {
  expect(closestTypo("fsh", ["zsh", "fish", "bash"])).toBe("fish");
});

test("no text suggests a command that undoes, resets, removes or moves", () => {
  const near = fc
    .constantFrom("undo", "reset", "remove", "move")
    .chain((word) =>
      fc
        .tuple(fc.nat(word.length), fc.constantFrom("", "a", "e", "o", "s"), fc.nat(1))
        .map(([at, letter, cut]) => word.slice(0, at) + letter + word.slice(at + cut)),
    );
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ maxLength: 8 })), (word) => {
      expect(["undo", "reset", "remove", "move"]).not.toContain(closestTypo(word, names));
    }),
  );
});
