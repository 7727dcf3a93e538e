// Memoize: keeps values, and only so many that a long run does not fill the memory.

import { expect, test } from "vitest";
import { memoize, memoizeText } from "../../src/text/memoize.js";

test("a short text keeps its value until a thousand others came, a long one has none", () => {
  const made = memoizeText((text) => ({ text }));
  const first = made("a");
  expect(made("a")).toBe(first);
  for (let number = 0; number < 1_000; number++) made(`${number}`);
  expect(made("a")).not.toBe(first);
  const long = "a".repeat(201);
  expect(made(long)).not.toBe(made(long));
});

test("the last four subjects keep their values, a fifth replaces the oldest", () => {
  const made = memoize((subject: object) => ({ subject }));
  const subjects = Array.from({ length: 5 }, (_, number) => ({ number }));
  const four = subjects.slice(0, 4);
  const values = four.map((subject) => made(subject));
  expect(four.every((subject, index) => made(subject) === values[index])).toBe(true);
  made(subjects[4] ?? {});
  const [oldest, ...others] = four;
  expect(others.every((subject, index) => made(subject) === values[index + 1])).toBe(true);
  expect(made(oldest ?? {})).not.toBe(values[0]);
});
