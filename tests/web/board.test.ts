// The board: what a drag, the menu of a card and the keys do to the file, and that the board stays in place.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Place } from "../support/program.js";
import { browserTest, openWebPage } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

const column = (page: Page, title: string) => page.getByRole("region", { name: new RegExp(`^${title},`) });
const card = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });
const behind = (page: Page) => page.getByText("was changed by another program at").waitFor();

/** Waits until the card is in the column. */
const arrives = (page: Page, name: string, title: string) =>
  column(page, title).getByRole("article").filter({ hasText: name }).waitFor();

/** The lines of the file that differ from the ones that it had, as they are now. */
function changedLines(before: string, place: Place): readonly string[] {
  const [old, now] = [before.split("\n"), place.read().split("\n")];
  expect(now.length).toBe(old.length);
  return now.filter((line, index) => line !== old[index]);
}

const startedDocker =
  "| Docker Compose | 4 | 2026-11-30 | | Multi-service local env | In Progress | Compose docs | Start multi-service stack | |";

async function chooseInMenu(page: Page, name: string, ...labels: readonly string[]): Promise<void> {
  await openMenu(page, name);
  for (const label of labels) await page.getByRole("menuitem", { name: label }).click();
}

async function openMenu(page: Page, name: string): Promise<void> {
  await card(page, name).hover();
  await card(page, name)
    .getByRole("button", { name: `Change ${name}` })
    .click();
  await page.getByRole("menu").waitFor();
}

/** Holds the card over the column, which says that it would take it. */
async function dragOver(page: Page, name: string, title: string): Promise<void> {
  // The library for it is loaded after the cards are drawn.
  await card(page, name).and(page.locator("[draggable=true]")).hover();
  await page.mouse.down();
  const target = column(page, title);
  await target.hover({ position: { x: 30, y: 200 } });
  await target.hover({ position: { x: 30, y: 210 } });
  await page.locator(".column.drop").and(target).waitFor();
}

browserTest("dragging a card to another column changes one line of the file", async () => {
  const { page, place } = await openWebPage(halfway);
  await dragOver(page, "Docker Compose", "In progress");
  await page.mouse.up();
  await arrives(page, "Docker Compose", "In progress");
  expect(changedLines(halfway, place)).toEqual([startedDocker]);
});

browserTest("the menu of a card does the same as dragging it", async () => {
  const { page, place } = await openWebPage(halfway);
  await chooseInMenu(page, "Docker Compose", "Start");
  await arrives(page, "Docker Compose", "In progress");
  expect(changedLines(halfway, place)).toEqual([startedDocker]);
});

browserTest("keys alone go to a card and do the same as dragging it", async () => {
  const { page, place } = await openWebPage(halfway);
  // The first card in progress, the column to its left, and the second card there.
  await card(page, "Docker Compose").waitFor();
  for (const key of ["j", "h", "j"]) await page.keyboard.press(key);
  await card(page, "Docker Compose").locator("a:focus").waitFor();
  await page.keyboard.press("s");
  await arrives(page, "Docker Compose", "In progress");
  expect(changedLines(halfway, place)).toEqual([startedDocker]);
  // The focus goes with it.
  await column(page, "In progress").locator(".card:has(a:focus)", { hasText: "Docker Compose" }).waitFor();
});

browserTest("a drop on its own column and a drag that Escape ends change nothing", async () => {
  const { page, place } = await openWebPage(halfway);
  await card(page, "AWS Fundamentals").dragTo(card(page, "API Versioning"));
  await dragOver(page, "AWS Fundamentals", "Blocked");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.locator(".drop, .moving").first().waitFor({ state: "detached" });
  await chooseInMenu(page, "Docker Compose", "Start");
  await arrives(page, "Docker Compose", "In progress");
  expect(changedLines(halfway, place)).toEqual([startedDocker]);
});

browserTest("each column and each key has its own change", async () => {
  const { page, place } = await openWebPage(halfway);
  const lineOf = (name: string) =>
    place
      .read()
      .split("\n")
      .find((line) => line.startsWith(`| ${name} `));
  await dragOver(page, "Containerization with Docker", "Not started");
  await page.mouse.up();
  await arrives(page, "Containerization with Docker", "Not started");
  expect(lineOf("Containerization with Docker")).not.toContain("2026");
  await dragOver(page, "AWS Fundamentals", "Blocked");
  await page.mouse.up();
  await arrives(page, "AWS Fundamentals", "Blocked");
  expect(lineOf("AWS Fundamentals")).toContain("| Blocked |");
  await page.getByRole("button", { name: "Show skipped" }).click();
  await dragOver(page, "AWS Fundamentals", "Skipped");
  await page.mouse.up();
  await arrives(page, "AWS Fundamentals", "Skipped");
  expect(lineOf("AWS Fundamentals")).toContain("| Skipped |");
  for (const [key, title] of [
    ["b", "Blocked"],
    ["s", "In progress"],
    ["r", "Not started"],
    ["x", "Skipped"],
  ] as const) {
    await card(page, "AWS Fundamentals").getByRole("link").focus();
    await page.keyboard.press(key);
    await arrives(page, "AWS Fundamentals", title);
  }
});

browserTest("a done topic is reopened by dragging it to In progress, and says why it cannot be blocked", async () => {
  const { page, place } = await openWebPage(halfway);
  await dragOver(page, "Message Queues", "Blocked");
  await page.mouse.up();
  await page.getByRole("alert").getByText('"Message Queues" is done').waitFor();
  expect(place.read()).toBe(halfway);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await dragOver(page, "Message Queues", "In progress");
  await page.mouse.up();
  await arrives(page, "Message Queues", "In progress");
  expect(changedLines(halfway, place)).toHaveLength(1);
});

browserTest("a task in progress is checked off with a key", async () => {
  const { page, place } = await openWebPage(halfway);
  await card(page, "Containerize and deploy Go apps").getByRole("link").focus();
  await page.keyboard.press("f");
  await card(page, "Containerize and deploy Go apps").waitFor({ state: "detached" });
  expect(changedLines(halfway, place)).toEqual([
    "- [x] Containerize and deploy Go apps with **Docker** & **ECS (Fargate)**",
  ]);
});

browserTest("a card goes to another phase by its menu, and by the key for it", async () => {
  const { page, place } = await openWebPage(halfway);
  await chooseInMenu(page, "Docker Compose", "Move to phase…", "Phase 3");
  await page.getByRole("button", { name: "Phase 3 2" }).waitFor();
  expect(place.read()).toContain("\n| Docker Compose | 3 |");
  await card(page, "Docker Compose").getByRole("link").focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Phase 4" }).waitFor();
  for (const key of ["End", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Phase 4 2" }).waitFor();
  expect(place.read()).toContain("\n| Docker Compose | 4 |");
});

browserTest("a new topic is added in the phase of the card with the focus", async () => {
  const { page, place } = await openWebPage(halfway);
  await card(page, "AWS Fundamentals").getByRole("link").focus();
  await page.keyboard.press("n");
  await page.keyboard.type("Podman");
  await page.keyboard.press("Enter");
  await card(page, "Podman").locator("a:focus").waitFor();
  const added = place
    .read()
    .split("\n")
    .filter((line) => !halfway.split("\n").includes(line));
  expect(added).toEqual(["| Podman | 4 | | | | | | | |"]);
});

browserTest("a new task next to topics goes where the tasks go on, and its field says so", async () => {
  const { page, place } = await openWebPage(halfway);
  await card(page, "AWS Fundamentals").getByRole("link").focus();
  await page.keyboard.press("t");
  await page.getByLabel("New task in 🟠 Phase 3: Microservices & Advanced Topics").fill("Write tests");
  await page.keyboard.press("Enter");
  await page.getByText("Task added to").waitFor();
  const added = place
    .read()
    .split("\n")
    .filter((line) => !halfway.split("\n").includes(line));
  expect(added).toEqual(["- [ ] Write tests"]);
});

browserTest("the board stays as it is while a card is dragged, and is redrawn after the drop", async () => {
  const { page, place } = await openWebPage(halfway);
  await dragOver(page, "Docker Compose", "In progress");
  const boxBefore = await card(page, "AWS Fundamentals").boundingBox();
  await place.run("add", "topic", "Podman", "--before", "Docker Compose");
  await place.run("start", "AWS Fundamentals");
  await behind(page);
  expect(await column(page, "In progress").getByRole("article").count()).toBe(3);
  expect(await card(page, "Podman").count()).toBe(0);
  expect(await card(page, "AWS Fundamentals").boundingBox()).toEqual(boxBefore);
  const between = place.read();
  await page.mouse.up();
  await arrives(page, "Docker Compose", "In progress");
  await arrives(page, "AWS Fundamentals", "In progress");
  await card(page, "Podman").waitFor();
  // Only the row that was dropped, although its number is another one now.
  expect(changedLines(between, place)).toEqual([startedDocker]);
});

browserTest("a card whose own row has changed in the meantime is left alone, and says what changed", async () => {
  const { page, place } = await openWebPage(halfway);
  await openMenu(page, "Docker Compose");
  await place.run("block", "Docker Compose");
  await behind(page);
  const between = place.read();
  await page.getByRole("menuitem", { name: "Start" }).click();
  const alert = page.getByRole("alert");
  await alert.getByText("was changed by another program").waitFor();
  expect(await alert.textContent()).toContain("Status (blank) → Blocked");
  await arrives(page, "Docker Compose", "Blocked");
  expect(place.read()).toBe(between);
});

browserTest("a card whose row was removed in the meantime is not taken for another one", async () => {
  const { page, place } = await openWebPage(halfway);
  await openMenu(page, "Docker Compose");
  await place.run("remove", "Docker Compose", "--yes");
  await behind(page);
  const between = place.read();
  await page.getByRole("menuitem", { name: "Start" }).click();
  await page.getByRole("alert").getByText('"Docker Compose" is no longer in roadmap.md').waitFor();
  expect(place.read()).toBe(between);
});

browserTest("a drop on Done asks for the proof, and the card waits for the answer in its old column", async () => {
  const { page, place } = await openWebPage(halfway);
  await dragOver(page, "Containerization with Docker", "Done");
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: "Finish Containerization with Docker" });
  await dialog.waitFor();
  await page.locator(".card.moving", { hasText: "Containerization with Docker" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".card.moving").waitFor({ state: "detached" });
  expect(place.read()).toBe(halfway);
  await card(page, "Containerization with Docker").getByRole("link").focus();
  await page.keyboard.press("f");
  await dialog.getByRole("textbox", { name: /Proof/ }).fill("https://github.com/dana/backend/pull/7");
  await page.keyboard.press("Enter");
  await arrives(page, "Containerization with Docker", "Done");
  expect(changedLines(halfway, place)).toEqual([
    "| Containerization with Docker | 4 | 2026-11-26 | 2026-11-30 | Dockerfile, layers, multi-stage | Done | Docker docs | Dockerized backend | https://github.com/dana/backend/pull/7 |",
  ]);
  // The focus goes with the card, and its link is short.
  await page.locator(".card:has(a:focus)", { hasText: "backend #7" }).waitFor();
});
