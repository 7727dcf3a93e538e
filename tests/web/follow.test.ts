// The drawer follows its row through changes of the file from outside, and never takes another one for it.

import { expect } from "vitest";
import { cellNamed, eventually, openDrawer } from "../support/drawer.js";
import { browserTest, openWebPage } from "../support/web-page.js";

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

/** Rows that differ only in the heading above them. */
const twins = (first: string, second: string) =>
  [first, second]
    .map((row, index) => `## Week ${index + 1}\n\n| Topic | Status | Comments |\n|---|---|---|\n${row}\n`)
    .join("\n");

const blank = "| Read | | |";

browserTest("a row is not taken for its twin in another phase when another program changes it", async () => {
  const { page, drawer, place } = await openDrawer("#board/topic/1", twins(blank, blank));
  await cellNamed(drawer, "Comments").click();
  await page.keyboard.type("mine");
  place.write(twins("| Read | | theirs |", blank));
  await drawer.getByText("Comments changed on disk while you were typing.").waitFor();
  expect(await drawer.locator("header").textContent()).toMatch(/^1 ·/);
  await drawer.getByRole("button", { name: "Keep mine" }).click();
  await eventually(() => place.read()).toBe(twins("| Read | | mine |", blank));
});

browserTest("a change is not sent for the twin of a row that another program has changed or removed", async () => {
  for (const { before, now } of [
    { before: twins(blank, blank), now: twins("| Read | | theirs |", blank) },
    { before: fileOf(http, http), now: fileOf("HTTP/2 | 1 | ", http) },
  ]) {
    const { page, place } = await openWebPage(before);
    await page.getByRole("article").first().getByRole("link").first().focus();
    await page.route("**/api/events", (route) => route.abort());
    place.write(now);
    await page.keyboard.press("s");
    await page.getByRole("alert").waitFor();
    expect(place.read()).toBe(now);
  }
});
