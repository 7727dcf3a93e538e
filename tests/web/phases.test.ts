// The phases in a real browser: rows, checkboxes, new topics and tasks in place, folds, the index, and the keyboard.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, openWebPage } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

const nested = `# Go

## Phase 1: Basics

- [x] syntax
- [ ] types
  - [ ] structs
    - [x] tags
  - [/] interfaces
- [!] cgo

## Phase 2: Servers

- [ ] handlers
- [ ] routing
`;

/** The names of the rows of a phase. */
function rowsOf(page: Page, phase: string) {
  return page.getByRole("region", { name: phase, exact: true }).locator(".what label, a.name").allTextContents();
}

async function isFocused(locator: Locator): Promise<boolean> {
  return (await locator.and(locator.page().locator(":focus")).count()) === 1;
}

browserTest("a nested task is checked and unchecked by one character of the file", async () => {
  const { page, place } = await openWebPage(nested, { at: "phases" });
  const structs = page.getByRole("checkbox", { name: "structs" });
  await structs.click();
  await expect.poll(() => structs.isChecked()).toBe(true);
  expect(place.read()).toBe(nested.replace("[ ] structs", "[x] structs"));
  await structs.click();
  await expect.poll(() => structs.isChecked()).toBe(false);
  expect(place.read()).toBe(nested);
});

browserTest("checkboxes show what is in progress as neither, and subtasks below their tasks", async () => {
  const { page } = await openWebPage(nested, { at: "phases" });
  const partly = page.locator("input:indeterminate");
  await page.getByRole("checkbox", { name: "syntax" }).waitFor();
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(2);
  expect(await partly.and(page.getByRole("checkbox", { name: "interfaces" })).count()).toBe(1);
  expect(await partly.count()).toBe(1);
  const depth = (name: string) =>
    page.getByRole("checkbox", { name }).evaluate((box) => {
      let lists = 0;
      for (let above = box.closest("ul"); above; above = above.parentElement?.closest("ul") ?? null) lists++;
      return lists;
    });
  expect(await Promise.all(["types", "structs", "tags"].map(depth))).toEqual([1, 2, 3]);
  await page.getByRole("checkbox", { name: "interfaces" }).click();
  await expect.poll(() => partly.count()).toBe(0);
  expect(await page.getByRole("checkbox", { name: "interfaces" }).isChecked()).toBe(true);
});

browserTest("what is finished or not begun is one line, and says what it is", async () => {
  const { page } = await openWebPage(halfway, { at: "phases" });
  const line = (phase: string) => page.locator(".folded", { hasText: phase }).first().innerText();
  expect((await line("Phase 1")).split("\n")).toEqual(["Phase 1", "29 Jun – 15 Aug", "6 of 6"]);
  expect(await line("Phase 6")).toContain(
    "Building Microservices · Service-to-Service Communication · Event Driven Architecture",
  );
  expect(await rowsOf(page, "Phase 4")).toEqual(["Containerization with Docker", "Docker Compose", "AWS Fundamentals"]);
  const row = page.locator("li.line", { hasText: "Message Queues" });
  expect(await row.locator(".when").textContent()).toBe("12 Oct – 20 Oct");
  const proof = row.getByRole("link", { name: /^Proof/ });
  expect(await proof.getAttribute("href")).toBe("https://example.org/proof/14");
  expect(await proof.getAttribute("rel")).toBe("noopener noreferrer");
  expect(await page.locator(".kind").allInnerTexts()).toEqual([
    expect.stringMatching(/^Topics\s+17 of 35 done, 2 in progress, 1 blocked, 1 skipped$/),
    expect.stringMatching(/^Tasks\s+20 of 35 done, 1 in progress$/),
  ]);
});

browserTest("topics are added in place, one after the other, and the field closes with Escape", async () => {
  const { page, place } = await openWebPage(halfway, { at: "phases" });
  const button = page.getByRole("button", { name: "Add a topic to phase 4" });
  await button.click();
  const field = page.getByRole("textbox", { name: "New topic" });
  await field.pressSequentially("Podman");
  await field.press("Enter");
  await page.getByRole("link", { name: "Podman" }).waitFor();
  expect(await field.inputValue()).toBe("");
  await field.pressSequentially("Buildah | Skopeo");
  await field.press("Enter");
  await page.getByRole("link", { name: "Buildah | Skopeo" }).waitFor();
  const above = /\| AWS Fundamentals .*\n/.exec(halfway)?.[0] ?? "";
  const rows = ["Podman", "Buildah \\| Skopeo"].map((name) => `| ${name} | 4 | | | | | | | |\n`);
  expect(place.read()).toBe(halfway.replace(above, `${above}${rows.join("")}`));
  await field.press("Escape");
  await expect.poll(() => field.count()).toBe(0);
  expect(await isFocused(button)).toBe(true);
});

browserTest("a task is added in place below the last task of its phase that is no subtask", async () => {
  const { page, place } = await openWebPage(nested, { at: "phases" });
  await page.getByRole("button", { name: "Add a task to Phase 1: Basics" }).click();
  await page.getByRole("textbox", { name: "New task" }).fill("generics");
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "generics" }).waitFor();
  expect(place.read()).toBe(nested.replace("- [!] cgo\n", "- [!] cgo\n- [ ] generics\n"));
});

browserTest("a refusal is shown at the field, which keeps the text and the focus", async () => {
  const { page, place } = await openWebPage(halfway, { at: "phases" });
  await page.getByRole("button", { name: "Add a topic to phase 4" }).click();
  const field = page.getByRole("textbox", { name: "New topic" });
  await field.fill("TBD");
  await field.press("Enter");
  const refusal = page.locator(".refused");
  await refusal.waitFor();
  const ran = await place.run("add", "topic", "TBD");
  expect(await refusal.innerText()).toContain(ran.stderr.trim().split("\n")[0]?.replace("roadmap: ", "").slice(1));
  expect(await field.inputValue()).toBe("TBD");
  expect(await field.getAttribute("aria-describedby")).toBe(await refusal.getAttribute("id"));
  expect(await isFocused(field)).toBe(true);
  expect(place.read()).toBe(halfway);
  await field.fill("Docker Compose");
  await field.press("Enter");
  await expect.poll(() => refusal.innerText()).toContain("already exists");
});

browserTest("what is typed survives a change by another program, which is shown when it is added", async () => {
  const { page, place } = await openWebPage(nested, { at: "phases" });
  await page.getByRole("button", { name: "Add a task to Phase 1: Basics" }).click();
  const field = page.getByRole("textbox", { name: "New task" });
  await field.fill("generics");
  await place.run("check", "structs");
  await page.getByText("was changed by another program").waitFor();
  expect(await page.getByRole("checkbox", { name: "structs" }).isChecked()).toBe(false);
  expect(await field.inputValue()).toBe("generics");
  await field.press("Enter");
  await page.getByRole("checkbox", { name: "generics" }).waitFor();
  expect(await page.getByRole("checkbox", { name: "structs" }).isChecked()).toBe(true);
  expect(place.read()).toBe(
    nested.replace("[ ] structs", "[x] structs").replace("- [!] cgo\n", "- [!] cgo\n- [ ] generics\n"),
  );
});

browserTest("folds stay as they are when another program changes the file", async () => {
  const { page, place } = await openWebPage(halfway, { at: "phases" });
  const unfolded = page.locator("[data-section] button[aria-expanded='true']");
  await page.getByRole("button", { name: /^Phase 2 .* of 7$/ }).click();
  await page.getByRole("link", { name: "NoSQL Fundamentals" }).waitFor();
  expect(await unfolded.allInnerTexts()).toEqual(["Phase 2"]);
  expect(await isFocused(unfolded)).toBe(true);
  await place.run("finish", "connection", "state");
  await page.locator("li.line", { hasText: "Connection State Management" }).getByText("Done").waitFor();
  expect(await unfolded.allInnerTexts()).toEqual(["Phase 2"]);
  await unfolded.click();
  await expect.poll(() => page.getByRole("link", { name: "NoSQL Fundamentals" }).count()).toBe(0);
});

browserTest("a phase stays open when its last task is checked off", async () => {
  const { page } = await openWebPage(nested.replace(/\[[ !/]\]/g, "[x]").replace("[x] tags", "[ ] tags"), {
    at: "phases",
  });
  const tags = page.getByRole("checkbox", { name: "tags" });
  await tags.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => tags.isChecked()).toBe(true);
  expect(await isFocused(tags)).toBe(true);
});

browserTest("the index goes to a phase, unfolds it, and marks it", async () => {
  const { page } = await openWebPage(halfway, { at: "phases" });
  const index = page.getByRole("navigation", { name: "Phases" });
  const current = index.locator("[aria-current]");
  await index.getByRole("button", { name: "3: Scaling & Serverless" }).click();
  const phase = page.getByRole("region", { name: "Phase 3: Scaling & Serverless" });
  await phase.waitFor();
  await expect.poll(() => current.innerText()).toContain("3: Scaling & Serverless");
  await expect.poll(async () => (await phase.boundingBox())?.y).toBeLessThan(700);
  await index.getByRole("button", { name: "Phase 1 6/6" }).click();
  await expect.poll(() => current.innerText()).toContain("Phase 1");
});

browserTest("the index follows the page as it is scrolled", async () => {
  const { page } = await openWebPage(halfway, { at: "phases" });
  const current = page.getByRole("navigation", { name: "Phases" }).locator("[aria-current]");
  await expect.poll(() => current.innerText()).toContain("Phase 1");
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 100_000);
  await expect.poll(() => current.innerText()).toContain("3: Scaling & Serverless");
});

browserTest("the keyboard alone moves, checks, opens, starts and adds", async () => {
  const { page, place } = await openWebPage(nested, { at: "phases" });
  const focused = () => page.evaluate("document.activeElement.closest('[data-row], .card, .folded')?.innerText ?? ''");
  await page.getByRole("checkbox", { name: "syntax" }).waitFor();
  for (let step = 0; step < 20 && !String(await focused()).includes("Phase 2"); step++) await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "handlers" }).waitFor();
  await page.keyboard.press("j");
  expect(await focused()).toContain("handlers");
  await page.keyboard.press("Space");
  await expect.poll(() => page.getByRole("checkbox", { name: "handlers" }).isChecked()).toBe(true);
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  await page.getByRole("article").filter({ hasText: "routing" }).waitFor();
  expect(await focused()).toContain("routing");
  await page.keyboard.press("t");
  await page.keyboard.type("middleware");
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "middleware" }).waitFor();
  await page.keyboard.press("Escape");
  expect(place.read()).toBe(
    nested.replace("[ ] handlers", "[x] handlers").replace("[ ] routing\n", "[/] routing\n- [ ] middleware\n"),
  );
  await page.getByRole("checkbox", { name: "routing" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#phases\/task\/\d+$/);
  await page.getByRole("complementary", { name: "routing" }).waitFor();
});

browserTest("a page that may not change anything shows the same without a way to change it", async () => {
  const { page, place } = await openWebPage(nested, { at: "phases", args: ["--read-only"] });
  const structs = page.getByRole("checkbox", { name: "structs" });
  await structs.waitFor();
  expect(await structs.getAttribute("aria-disabled")).toBe("true");
  expect(await page.getByRole("button", { name: /^Add / }).count()).toBe(0);
  await structs.click({ force: true });
  await page.keyboard.press("t");
  await page.keyboard.press("j");
  expect(await structs.isChecked()).toBe(false);
  expect(await page.getByRole("textbox", { name: "New task" }).count()).toBe(0);
  expect(place.read()).toBe(nested);
});

browserTest("the filter shows what matches in all phases, with the tasks above it", async () => {
  const { page } = await openWebPage(nested, { at: "phases" });
  await page.getByRole("textbox", { name: "Filter" }).fill("tags");
  await expect.poll(() => page.getByRole("checkbox").count()).toBe(3);
  expect(await rowsOf(page, "Phase 1: Basics")).toEqual(["types", "structs", "tags"]);
  await page.getByRole("textbox", { name: "Filter" }).fill("routing");
  await expect.poll(() => rowsOf(page, "Phase 2: Servers")).toEqual(["routing"]);
});

browserTest("thousands of tasks are drawn only where they are seen", async () => {
  const tasks = Array.from({ length: 5000 }, (_, index) => `- [ ] task ${index + 1}\n`).join("");
  const { page } = await openWebPage(`# Much\n\n${tasks}`, { at: "phases" });
  await page.getByRole("checkbox", { name: "task 1", exact: true }).waitFor();
  expect(await page.getByRole("checkbox").count()).toBeLessThan(500);
  await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
  await page.getByRole("checkbox", { name: "task 5000" }).waitFor();
  expect(await page.getByRole("checkbox").count()).toBeLessThan(900);
});

for (const width of [1280, 768, 390, 320])
  browserTest(`the phases do not scroll sideways at ${width} pixels`, async () => {
    const long = nested.replace("structs", "x".repeat(200)).replace("Phase 2: Servers", "العربية ".repeat(30));
    const { page } = await openWebPage(long, { at: "phases", viewport: { width, height: 700 } });
    await page.getByRole("checkbox", { name: "tags" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    if (width > 640) return;
    const heights = await page
      .locator("[data-row], .folded, .add")
      .evaluateAll((rows) => rows.map((row) => row.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(43);
  });
