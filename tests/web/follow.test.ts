// The drawer follows its row through changes of the file from outside, and never takes another one for it.

import { expect } from "vitest";
import { eventually, openDrawer } from "../support/drawer.js";
import { browserTest } from "../support/web-page.js";

const fileOf = (...rows: readonly string[]) =>
  ["| Topic | Phase | Status |", "|---|---|---|", ...rows.map((row) => `| ${row} |`), ""].join("\n");

const [http, rest, sql] = ["HTTP | 1 | ", "REST | 1 | ", "SQL | 2 | "] as const;

browserTest("a row is followed by its bytes, by its name, or in its place among rows that kept theirs", async () => {
  const { page, drawer, place } = await openDrawer("#board/topic/2", fileOf(http, rest, sql));
  const states = [
    { rows: [rest, http, sql], number: 1, name: "REST" },
    { rows: [http, sql, "REST | 1 | Done"], number: 3, name: "REST" },
    { rows: [sql, "REST | 3 | Done"], number: 2, name: "REST" },
    { rows: [sql, "REST API | 3 | Done"], number: 2, name: "REST API" },
  ];
  for (const { rows, number, name } of states) {
    place.write(fileOf(...rows));
    await eventually(() => drawer.locator("header").textContent()).toMatch(new RegExp(`^${number} ·`));
    await eventually(() => drawer.locator("h2").textContent()).toBe(name);
    expect(page.url()).toMatch(new RegExp(`#board/topic/${number}$`));
  }
});

browserTest("where several rows could be it, none is taken for it", async () => {
  const { drawer, place } = await openDrawer("#board/topic/2", fileOf(http, rest, sql));
  place.write(fileOf(rest, "REST | 1 | Done", sql, http));
  await drawer.getByText("roadmap.md no longer has it").waitFor();
  expect(await drawer.getByRole("button").count()).toBe(0);
  place.write(fileOf(http, sql, rest));
  await eventually(() => drawer.locator("header").textContent()).toMatch(/^3 ·/);
});
