// The log of the last commits only: what it has, and what it says of the others.

import { expect, test } from "vitest";
import { logRoadmap } from "../../src/app/history/log.js";
import { committed, plan } from "../support/versions.js";

const versions = ["a", "b", "c", "d", "e"].map((proof) =>
  plan.replace("HTTP | 1 | | | | |", `HTTP | 1 | | | | ${proof} |`),
);

test("the last commits are compared with those before them, and the others are counted", async () => {
  const { env, folder, path } = committed(versions);
  const request = { lookup: { env, cwd: folder, file: path() } };
  const { entries, older, since } = await logRoadmap({ ...request, newest: 2 });
  const proofs = entries.map(({ comparison }) => comparison?.differences[0]?.fields[0]);
  expect(proofs).toMatchObject([
    { from: "d", to: "e" },
    { from: "c", to: "d" },
  ]);
  expect([older, since]).toEqual([3, "2026-01-01"]);
  const all = await logRoadmap({ ...request, newest: 2, name: "http" });
  expect([all.entries.length, all.older]).toEqual([5, 0]);
});
