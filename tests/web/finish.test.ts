// Finishing a topic in a browser: asked for a date and a proof only where there is something to ask.

import { expect } from "vitest";
import { expectFile, openDrawer, planText } from "../support/drawer.js";
import { browserTest, openWebPage } from "../support/web-page.js";

const rest = "#board/topic/2";
const unfinished =
  "| 2026-11-18 | | 2026-12-03 | P2 | HTTP | see [RFC](https://example.org/rfc) \\| *draft*<br/>twice | In Progress | | Chi | CRUD API | |";
const finished = (day: string, proof: string) =>
  unfinished
    .replace("-18 | |", `-18 | ${day} |`)
    .replace("In Progress", "Done")
    .replace(/ \|$/, proof === "" ? " |" : ` ${proof} |`);

browserTest("a topic with a deliverable is asked for the proof of it, and finished today", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await drawer.getByRole("button", { name: "Finish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Finish REST API" });
  expect(await dialog.locator("p").textContent()).toBe("Finished today, 30 Nov 2026, after 12 days. Another day");
  const proof = dialog.getByLabel("Proof of “CRUD API”");
  expect(await proof.evaluate((field) => field.matches(":focus"))).toBe(true);
  await proof.fill("https://example.org/2");
  expect(await dialog.locator("code").textContent()).toBe("roadmap finish 2 --proof 'https://example.org/2'");
  await proof.press("Enter");
  await expectFile(place, planText, unfinished, finished("2026-11-30", "https://example.org/2"));
  await dialog.waitFor({ state: "detached" });
});

browserTest("without a proof it is finished as well, on another day", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await drawer.getByRole("button", { name: "Finish…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Another day" }).click();
  const day = dialog.getByLabel("Finished on");
  expect(await day.getAttribute("max")).toBe("2026-11-30");
  await day.fill("2026-11-28");
  await dialog.getByRole("button", { name: "Finish" }).click();
  await expectFile(place, planText, unfinished, finished("2026-11-28", ""));
});

browserTest("a topic without a deliverable and a task are finished at once", async () => {
  const { page, drawer, place } = await openDrawer("#board/topic/3");
  await drawer.getByRole("button", { name: "Finish", exact: true }).click();
  await expectFile(place, planText, "| SQL | 2 | | | | | | | | Bob", "| SQL | 2 | | 2026-11-30 | | | | | Done | Bob");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

browserTest("a refused proof stays in the dialog, with the reason", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await drawer.getByRole("button", { name: "Finish…" }).click();
  const dialog = page.getByRole("dialog");
  const proof = dialog.getByLabel("Proof of “CRUD API”");
  await proof.fill("my notes");
  await proof.press("Enter");
  await dialog.getByText("is not a single link").waitFor();
  expect(await proof.inputValue()).toBe("my notes");
  expect(place.read()).toBe(planText);
});

browserTest("of a finish date in the file, it is asked whether it was a plan", async () => {
  const dated = planText.replace("| SQL | 2 | | |", "| SQL | 2 | 2026-11-02 | 2026-11-20 |");
  const { page, drawer, place } = await openDrawer("#board/topic/3", dated.replace("| | Bob", "| In Progress | Bob"));
  await drawer.getByRole("button", { name: "Finish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("was it finished then, or was that a plan?").waitFor();
  await dialog.getByRole("button", { name: "It was finished on 20 Nov 2026" }).click();
  await expectFile(place, dated, "| | Bob", "| Done | Bob");
});

browserTest("what another program changed in the topic is said before it is finished", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await drawer.getByRole("button", { name: "Finish…" }).click();
  const dialog = page.getByRole("dialog");
  const changed = planText.replace("| P2 |", "| P1 |");
  place.write(changed);
  await dialog.getByRole("button", { name: "Finish" }).click();
  await dialog.getByText("Priority P2 → P1").waitFor();
  expect(place.read()).toBe(changed);
  await dialog.getByRole("button", { name: "Finish" }).click();
  await expectFile(place, changed, unfinished.replace("P2", "P1"), finished("2026-11-30", "").replace("P2", "P1"));
});

browserTest("where another topic is named like its number, the user chooses which one is meant", async () => {
  const text = "| Topic | Status |\n|---|---|\n| HTTP | |\n| #1 | |\n";
  const { page, place } = await openWebPage(text, { at: "#board/topic/1" });
  await page.locator(".drawer").getByRole("button", { name: "Start" }).click();
  const dialog = page.getByRole("dialog", { name: "Which one?" });
  await dialog.waitFor();
  expect(await dialog.getByRole("listitem").allTextContents()).toEqual(["1HTTP", "2#1"]);
  await dialog.getByRole("button", { name: "HTTP" }).click();
  await expectFile(place, text, "| HTTP | |", "| HTTP | In Progress |");
});
