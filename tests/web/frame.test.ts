// The frame of the page: head, foot, palette, keys and filter.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { makePlace } from "../support/program.js";
import { makeRepository } from "../support/repository.js";
import { browserTest, lookAt, openWebPage, startServer } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

const foot = (page: Page) => page.getByRole("contentinfo");
const untilSaid = (page: Page, text: string) =>
  foot(page).getByRole("status").getByText(text, { exact: true }).waitFor();

/** Requests that the server refuses, as the browser reports them. */
const isRefusal = (line: string) => /^error: Failed to load resource: .* status of 4\d\d/.test(line);

/** With the palette, as a change of which the tests look at the rest. */
async function block(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("block connection state");
  await page.keyboard.press("Enter");
  await untilSaid(page, "Connection State Management is blocked.");
}

browserTest("Undo and Redo name the change, and restore the bytes before and after it", async () => {
  const { page, place, said } = await openWebPage(halfway);
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  const redo = page.getByRole("button", { name: /^Redo/ });
  await page.getByText("Watching roadmap.md").waitFor();
  expect([await undo.count(), await redo.count()]).toEqual([0, 0]);
  await block(page);
  const blocked = place.read();
  expect(blocked).not.toBe(halfway);
  expect(await undo.getAttribute("title")).toBe("Undo: block Connection State Management (u)");
  expect(await undo.innerText()).toBe("Undo\nblock Connection State Management");
  await undo.click();
  await untilSaid(page, "Undone: block Connection State Management.");
  expect(place.read()).toBe(halfway);
  expect(await redo.getAttribute("title")).toBe("Redo: block Connection State Management (U)");
  expect(await undo.count()).toBe(0);
  await redo.click();
  await untilSaid(page, "Redone: block Connection State Management.");
  expect(place.read()).toBe(blocked);
  await page.keyboard.press("u");
  await untilSaid(page, "Undone: block Connection State Management.");
  await page.keyboard.press("U");
  await untilSaid(page, "Redone: block Connection State Management.");
  expect(place.read()).toBe(blocked);
  expect(said).toEqual([]);
});

browserTest("Undo undoes the change that it names, not a newer one that is not shown yet", async () => {
  const { page, place } = await openWebPage(halfway);
  await block(page);
  await page.getByRole("link", { name: "Phases" }).click();
  await page
    .getByRole("button", { name: /^Add a topic to/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "New topic" }).fill("not sent yet");
  await place.run("start", "22");
  await page.getByText(/changed by another program/).waitFor();
  await page.getByRole("banner").getByRole("button", { name: "Undo block Connection State Management" }).click();
  await untilSaid(page, "Undone: block Connection State Management.");
  const other = makePlace(halfway);
  await other.run("start", "22");
  expect(place.read()).toBe(other.read());
});

browserTest("a refusal stays until it is dismissed, and does not take the focus", async () => {
  const { page, place, said } = await openWebPage(halfway);
  await block(page);
  place.write(place.read().replace("| Blocked | Redis, Go websockets", "| Skipped | Redis, Go websockets"));
  await page.getByText(/^roadmap\.md changed on disk at \d\d:\d\d$/).waitFor();
  const board = page.getByRole("link", { name: "Board" });
  await board.focus();
  await page.keyboard.press("u");
  const refusal = page.locator(".toast");
  await refusal.waitFor();
  expect(await board.evaluate((element) => element.matches(":focus"))).toBe(true);
  expect(await refusal.getAttribute("role")).toBe("alert");
  expect(await refusal.innerText()).toBe(
    'Cannot undo "block Connection State Management": it wrote "Blocked", but line 24 is now "Skipped". ' +
      'Edit line 24 by hand: it was "In Progress"; then run roadmap undo again.',
  );
  await page.keyboard.press("Escape");
  expect(await refusal.isVisible()).toBe(true);
  await refusal.getByRole("button", { name: "Dismiss" }).click();
  await refusal.waitFor({ state: "hidden" });
  expect(said.filter((line) => !isRefusal(line))).toEqual([]);
});

browserTest("the foot says what is not committed and what doctor finds, and commits", async () => {
  const place = makeRepository({ "roadmap.md": halfway });
  const server = await startServer(place);
  const { page, said } = await lookAt(server.url);
  await foot(page).getByRole("button", { name: "5 notes" }).waitFor();
  expect(await foot(page).innerText()).not.toContain("not committed");
  await block(page);
  await foot(page).getByText("1 change not committed").waitFor();
  await foot(page).getByRole("button", { name: "Commit" }).click();
  await untilSaid(page, "Committed: roadmap: block Connection State Management.");
  await foot(page).getByText("not committed").waitFor({ state: "detached" });
  expect(place.count()).toBe(2);
  expect(place.status()).toBe("");
  await foot(page).getByRole("button", { name: "5 notes" }).click();
  const dialog = page.getByRole("dialog", { name: "5 notes" });
  expect(await dialog.getByRole("listitem").first().innerText()).toBe(
    '"JSON, Serialization, Struct Tags" is done but has no proof link. roadmap finish 4 --proof URL\n\nroadmap.md:10',
  );
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await page.evaluate("document.activeElement.textContent")).toBe("5 notes");
  expect(said).toEqual([]);
});

browserTest("the colors are those of the system until others are chosen, and stay chosen", async () => {
  const { page } = await openWebPage(halfway, { colorScheme: "dark" });
  const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const [dark, light] = ["rgb(13, 17, 23)", "rgb(255, 255, 255)"];
  expect(await ground()).toBe(dark);
  await page.getByRole("button", { name: "Use light colors" }).click();
  expect(await ground()).toBe(light);
  await page.reload();
  await page.locator("h1").waitFor();
  expect(await ground()).toBe(light);
  await page.getByRole("button", { name: "Use dark colors" }).click();
  expect(await ground()).toBe(dark);
  await page.getByRole("button", { name: "Use the system's colors" }).click();
  await page.emulateMedia({ colorScheme: "light" });
  expect(await ground()).toBe(light);
});

browserTest("the palette finds and does everything by keyboard, and shows the command", async () => {
  const { page, place, said } = await openWebPage(halfway);
  await page.getByRole("link", { name: "Progress" }).focus();
  await page.keyboard.press("Control+k");
  const input = page.getByRole("combobox", { name: "Find a topic, task or command" });
  expect(await input.evaluate((element) => element.matches(":focus"))).toBe(true);
  const chosen = page.getByRole("option", { selected: true });
  const active = async () => page.locator(`#${await input.getAttribute("aria-activedescendant")}`).innerText();
  await page.keyboard.type("CÓNN stat");
  expect(await chosen.innerText()).toBe("Finish Connection State Management\nroadmap finish 18");
  expect(await active()).toBe(await chosen.innerText());
  await page.keyboard.press("ArrowDown");
  expect(await chosen.innerText()).toBe("Open Connection State Management\nroadmap show 18");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await active()).toBe(await page.getByRole("option").last().innerText());
  await input.fill("pooling");
  expect(await chosen.innerText()).toContain("Database + Go Integration, “");
  await input.fill("nothing like this");
  await page.getByRole("dialog").getByText("Nothing found").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Progress");
  expect(place.read()).toBe(halfway);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("t27");
  await page.keyboard.press("Enter");
  await foot(page)
    .getByText(/^Task in progress: /)
    .waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("history");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "History" }).and(page.locator("[aria-current=page]")).waitFor();
  expect(await page.title()).toBe("History · Backend & Cloud Development Roadmap");
  expect(said).toEqual([]);
});

browserTest("the palette copies the command of what is chosen", async () => {
  const { page } = await openWebPage(halfway, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("docker compose");
  await page.keyboard.press("Control+c");
  await page.getByText("Copied: roadmap start 22").waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("roadmap start 22");
});

browserTest("the list of keys has every key, and none of them works while typing", async () => {
  const { page, place } = await openWebPage(halfway);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  const lines = (await dialog.locator("dl > div").allInnerTexts()).map((line) => line.trim().split(/\s*\n\s*/));
  expect(lines.map(([label, ...keys]) => `${label}: ${keys.join(" ")}`)).toEqual([
    "Down: j ↓",
    "Up: k ↑",
    "Previous column: h ←",
    "Next column: l →",
    "To a column: 1 2 3 4 5",
    "Open: Enter",
    "Close: Esc",
    "Board: B",
    "Phases: p",
    "Progress: d",
    "History: L",
    "Filter: /",
    "Commands and topics: Ctrl K",
    "Undo: u",
    "Redo: U",
    "Commit: c",
    "These keys: ?",
    "Start: s",
    "Finish: f",
    "Block: b",
    "Skip: x",
    "Reset: r",
    "Reopen: o",
    "Move to…: m",
    "New topic in this phase: n",
    "New task: t",
    "Check off a task: Space",
  ]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("sfbxroujk?U");
  expect(await page.getByLabel("Filter topics and tasks").inputValue()).toBe("sfbxroujk?U");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(place.read()).toBe(halfway);
});

browserTest("the filter counts what has its words in every view, and Esc ends it", async () => {
  const { page } = await openWebPage(halfway);
  await page.keyboard.press("/");
  await page.keyboard.type("docker");
  const count = page.getByRole("search").getByRole("status");
  await count.getByText("2 topics, 1 task").waitFor();
  expect(await page.getByRole("article").getByRole("heading").allInnerTexts()).toEqual([
    "22 Docker Compose",
    "21 Containerization with Docker",
    "t26 Containerize and deploy Go apps with Docker & ECS (Fargate)",
  ]);
  await page.getByRole("link", { name: "Phases" }).click();
  expect(await count.innerText()).toBe("2 topics, 1 task");
  await page.getByLabel("Filter topics and tasks").focus();
  await page.keyboard.press("Escape");
  expect(await count.innerText()).toBe("");
  expect(await page.getByLabel("Filter topics and tasks").inputValue()).toBe("");
});

browserTest(
  "on a narrow page, the filter appears when its key is pressed, and takes what is typed at once",
  async () => {
    const { page } = await openWebPage(halfway, { viewport: { width: 320, height: 640 } });
    const field = page.getByLabel("Filter topics and tasks");
    const width = async () => (await field.boundingBox())?.width ?? 0;
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    await page.keyboard.press("/");
    await page.keyboard.type("docker");
    expect(await field.inputValue()).toBe("docker");
    expect(await width()).toBeGreaterThan(120);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  },
);

browserTest("what is typed before the palette is loaded is typed in it, and does nothing else", async () => {
  const { page, place } = await openWebPage(halfway);
  await page.route(/later/, async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await request.continue();
  });
  await page.reload();
  await page.getByRole("heading", { name: /Connection State Management/ }).waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("compose");
  const input = page.getByRole("combobox");
  await input.waitFor();
  expect(await input.inputValue()).toBe("compose");
  expect(await page.getByRole("option", { selected: true }).innerText()).toBe("Start Docker Compose\nroadmap start 22");
  await page.keyboard.type("x");
  expect(await input.inputValue()).toBe("composex");
  expect(place.read()).toBe(halfway);
});
