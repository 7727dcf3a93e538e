// The drawer: each cell edited in a browser, and the bytes of the file afterwards.

import { expect } from "vitest";
import { cellNamed, editCell, eventually, expectFile, openDrawer, planText } from "../support/drawer.js";
import { axeViolations, browserTest } from "../support/web-page.js";

const rest = "#board/topic/2";

browserTest("a cell is edited as it is written in the file, so its Markdown survives", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await cellNamed(drawer, "Comments").click();
  const field = drawer.getByLabel("Comments", { exact: true });
  expect(await field.inputValue()).toBe("see [RFC](https://example.org/rfc) \\| *draft*<br/>twice");
  await page.keyboard.type(" more");
  await page.keyboard.press("Enter");
  await expectFile(place, planText, "<br/>twice |", "<br/>twice more |");
  await eventually(() => cellNamed(drawer, "Comments").textContent()).toBe("see RFC | draft\ntwice more");
  expect(await page.evaluate("document.activeElement.textContent")).toMatch(/^see RFC/);
});

browserTest.each([
  ["Started", "2026-11-17", "| 2026-11-18 |", "| 2026-11-17 |"],
  ["Due", "2026-12-24", "| 2026-12-03 |", "| 2026-12-24 |"],
  ["Priority", "P1", "| P2 |", "| P1 |"],
  ["Depends on", "SQL", "| HTTP | see", "| SQL | see"],
  ["Resources", "`Chi` | Gin", "| Chi |", "| `Chi` \\| Gin |"],
  ["Deliverables", "", "| CRUD API |", "| |"],
  ["Owner", "Eve = me", "| In Progress | |", "| In Progress | Eve = me |"],
] as const)("the cell %s is saved, and not a byte around it", async (...[title, text, from, to]) => {
  const { page, drawer, place } = await openDrawer(rest);
  await editCell({ page, drawer }, title, text);
  await expectFile(place, planText, from, to);
});

browserTest("a date is cleared, and the phase is chosen from those of the table", async () => {
  const { page, drawer, place } = await openDrawer("#board/topic/1");
  await editCell({ page, drawer }, "Finished", "");
  await expectFile(place, planText, "| 2026-11-09 |", "| |");
  await cellNamed(drawer, "Phase").click();
  const field = drawer.getByLabel("Phase", { exact: true });
  await eventually(() => field.locator("option").allTextContents()).toEqual(["1", "2", "no phase"]);
  await field.selectOption("2");
  await page.keyboard.press("Enter");
  await expectFile(place, planText, "md) | 1 | 2026-11-01 | 2026-11-09 |", "md) | 2 | 2026-11-01 | |");
});

browserTest("what is typed is saved when the focus leaves the field, and restored by Esc", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await cellNamed(drawer, "Resources").click();
  await page.keyboard.type(" and Gin");
  await page.keyboard.press("Escape");
  expect(await cellNamed(drawer, "Resources").textContent()).toBe("Chi");
  expect(place.read()).toBe(planText);
  await cellNamed(drawer, "Resources").click();
  await page.keyboard.type(" and Gin");
  await page.keyboard.press("Tab");
  await expectFile(place, planText, "| Chi |", "| Chi and Gin |");
});

browserTest("columns that the table lacks are not offered, nor is any change in a read-only page", async () => {
  const text = "| Topic | Status |\n|---|---|\n| HTTP | |\n";
  const { drawer } = await openDrawer("#board/topic/1", text);
  expect(await drawer.locator("dt").allTextContents()).toEqual(["Status"]);
  const { drawer: fixed } = await openDrawer(rest, planText, { args: ["--read-only"] });
  expect(await fixed.getByRole("button").allTextContents()).toEqual(["Copy"]);
  expect(await fixed.locator("input:enabled, textarea, select").count()).toBe(0);
  expect(await fixed.locator("dt").allTextContents()).toEqual([
    ...["Status", "Started", "Finished", "Due", "Phase", "Priority", "Depends on"],
    ...["Comments", "Resources", "Deliverables", "Owner", "Proof"],
  ]);
});

browserTest("a refused value stays in its field, with the reason and the way out next to it", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await editCell({ page, drawer }, "Finished", "2026-11-02");
  const refusal = drawer.getByRole("alert");
  await refusal.waitFor();
  expect(await refusal.textContent()).toContain("Cannot finish");
  expect(await page.getByRole("alert").count()).toBe(1);
  expect(await page.getByText("changed by another program").count()).toBe(0);
  const field = drawer.getByLabel("Finished", { exact: true });
  expect(await field.inputValue()).toBe("2026-11-02");
  expect(await field.getAttribute("aria-describedby")).toBe(await refusal.getAttribute("id"));
  expect(place.read()).toBe(planText);
  await field.fill("2026-11-20");
  await field.press("Enter");
  await expectFile(place, planText, "| 2026-11-18 | |", "| 2026-11-18 | 2026-11-20 |");
});

browserTest("proof links are shown with their addresses, and others are added", async () => {
  const { drawer, place } = await openDrawer("#board/topic/1");
  const link = drawer.getByRole("link", { name: "example.org/1" });
  expect(await link.getAttribute("href")).toBe("https://example.org/1");
  expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
  const field = drawer.getByLabel("Another proof link");
  await field.fill("javascript:alert(1)");
  await field.press("Enter");
  expect(await drawer.getByRole("alert").textContent()).toContain("runs a script");
  expect(await field.inputValue()).toBe("javascript:alert(1)");
  await field.fill("https://example.org/2");
  await drawer.getByRole("button", { name: "Add another" }).click();
  await expectFile(place, planText, "| https://example.org/1 |", "| https://example.org/1, https://example.org/2 |");
  await drawer.getByRole("link", { name: "example.org/2" }).waitFor();
  expect(await field.inputValue()).toBe("");
});

browserTest("a topic is renamed inside the link around its name, and every row that depends on it", async () => {
  const { page, drawer, place } = await openDrawer("#board/topic/1");
  await drawer.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const field = drawer.getByLabel("Name", { exact: true });
  expect(await field.inputValue()).toBe("[HTTP](notes/http.md)");
  await field.fill("HTTP/2");
  await field.press("Enter");
  const renamed = planText.replace("[HTTP](notes", "[HTTP/2](notes").replace("| P2 | HTTP |", "| P2 | HTTP/2 |");
  await eventually(() => place.read()).toBe(renamed);
  await eventually(() => drawer.getByRole("heading", { level: 2 }).textContent()).toBe("HTTP/2");
});

browserTest("the acts are those that the status allows", async () => {
  const { drawer, place } = await openDrawer("#board/topic/3");
  const acts = () => drawer.locator(".acts > .btn:not(.icon)").allTextContents();
  expect(await acts()).toEqual(["Start", "Finish", "Block", "Skip"]);
  await drawer.getByRole("button", { name: "Start", exact: true }).click();
  await expectFile(
    place,
    planText,
    "| SQL | 2 | | | | | | | | Bob",
    "| SQL | 2 | 2026-11-30 | | | | | | In Progress | Bob",
  );
  await eventually(acts).toEqual(["Finish", "Block", "Skip"]);
});

browserTest("a topic is removed after a question, and the drawer closes", async () => {
  const { page, drawer, place } = await openDrawer("#board/topic/3");
  await drawer.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Remove…" }).click();
  await page.getByRole("dialog", { name: "Remove SQL?" }).getByRole("button", { name: "Remove" }).click();
  await expectFile(place, planText, "| SQL | 2 | | | | | | | | Bob | | | |\n", "");
  await drawer.waitFor({ state: "detached" });
});

browserTest("a task has its checkbox, its parent and subtasks, and is renamed without losing its link", async () => {
  const { page, drawer, place } = await openDrawer("#phases/task/1");
  await drawer.getByRole("checkbox", { name: "Done: Read about REST API (spec)" }).click();
  await expectFile(place, planText, "- [ ] Read", "- [x] Read");
  expect(await drawer.getByRole("link", { name: "Find it" }).count()).toBe(1);
  expect(await drawer.getByRole("link", { name: "REST API", exact: true }).getAttribute("href")).toBe(
    "#phases/topic/2",
  );
  await drawer.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const field = drawer.getByLabel("Text", { exact: true });
  expect(await field.inputValue()).toBe("Read about **REST API** ([spec](https://example.org/spec))");
  await page.keyboard.type(" twice");
  await page.keyboard.press("Enter");
  const checked = planText.replace("- [ ] Read", "- [x] Read");
  await expectFile(place, checked, "org/spec))", "org/spec)) twice");
});

browserTest("commits and changes that are not committed are its history, newest first", async () => {
  const { drawer, place, page } = await openDrawer(rest);
  place.git("init", "-q");
  place.git("add", ".");
  place.git("commit", "-qm", "Plan");
  await editCell({ page, drawer }, "Priority", "P1");
  const trail = drawer.locator(".trail li");
  await eventually(() => trail.count()).toBe(2);
  expect(await trail.first().textContent()).toMatch(/^now.*Priority changed: "P2" → "P1"not committed$/);
  expect(await trail.last().textContent()).toContain("Added in phase 1");
});

browserTest("without a repository, the changes made with roadmap are its history", async () => {
  const { drawer, page } = await openDrawer(rest);
  await editCell({ page, drawer }, "Priority", "P1");
  await eventually(() => drawer.locator(".trail li").allTextContents()).toHaveLength(1);
  expect(await drawer.locator(".trail").textContent()).toContain("REST API");
});

browserTest("the focus goes into the drawer and back to the card, and the drawer follows its topic", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  const focused = () => page.evaluate("document.activeElement.textContent");
  await eventually(focused).toBe("REST API");
  place.write(planText.replace("| [HTTP]", "| DNS | 1 | | | | | | | | | | | |\n| [HTTP]"));
  await eventually(() => page.url()).toMatch(/#board\/topic\/3$/);
  expect(await drawer.getByRole("heading", { level: 2 }).textContent()).toBe("REST API");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  await eventually(focused).toMatch(/^3 REST API$/);
});

browserTest("a topic that leaves the file is said to be gone", async () => {
  const { drawer, place } = await openDrawer(rest);
  place.write(planText.replace(/\| REST API \|.*\n/, ""));
  await drawer.getByText("roadmap.md no longer has it").waitFor();
  expect(await drawer.getByRole("heading", { level: 2 }).textContent()).toBe("REST API");
  place.write(planText);
  await drawer.getByRole("button", { name: "Finish…" }).waitFor();
});

browserTest("hostile cells are shown as text, and only web pages as links", async () => {
  const cell = '[x](javascript:alert(1)) <img src=x onerror="alert(1)"> [file](file:///etc/passwd) ftp://example.org';
  const hostile = planText.replace("| **MDN** |", `| ${cell} |`).replace("| https://example.org/1 |", `| ${cell} |`);
  const { drawer, said } = await openDrawer("#board/topic/1", hostile);
  await cellNamed(drawer, "Resources").getByText("x file ftp://example.org").waitFor();
  expect(await drawer.getByRole("link").allTextContents()).toEqual([""]);
  expect(await drawer.locator("img").count()).toBe(0);
  expect(said).toEqual([]);
});

browserTest("a percentage that serves as the status is edited by its header", async () => {
  const text = "| Topic | Progress |\n|---|---|\n| HTTP | 40% |\n";
  const { page, drawer, place } = await openDrawer("#board/topic/1", text);
  await editCell({ page, drawer }, "Progress", "100%");
  await expectFile(place, text, "40%", "100%");
  await drawer.getByRole("button", { name: "Reopen" }).waitFor();
});

browserTest("axe finds nothing in the drawer, at each width and in both themes", async () => {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [320, "dark"],
  ] as const) {
    const options = { colorScheme, viewport: { width, height: 800 }, bypassCSP: true };
    const { page, drawer } = await openDrawer(rest, planText, options);
    await cellNamed(drawer, "Comments").click();
    expect(await axeViolations(page)).toEqual([]);
  }
});
