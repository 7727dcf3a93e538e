// The first run in a real browser: a file without topics and tasks, its first topic, and the other ways to begin.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { makePlace } from "../support/program.js";
import { browserTest, openWebPage } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

const prose = "# Learning Rust\r\n\r\nWhat I want to learn.\r\n\r\n## Notes\r\n\r\nNone so far";

for (const [kind, text] of [
  ["an empty file", ""],
  ["a file of prose with CRLF", prose],
] as const)
  browserTest(`the first topic of ${kind} makes the table of \`add topic\`, and one undo takes it away`, async () => {
    const { page, place } = await openWebPage(text);
    const field = page.getByRole("textbox", { name: "First topic" });
    await expect.poll(() => field.and(page.locator(":focus")).count()).toBe(1);
    await page.keyboard.type("Ownership | borrowing");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Ownership | borrowing" }).waitFor();
    const other = makePlace(text);
    await other.run("add", "topic", "Ownership | borrowing");
    expect(place.read()).toBe(other.read());
    await page.keyboard.press("u");
    await field.waitFor();
    expect(place.read()).toBe(text);
  });

browserTest("a name that is none is refused at the field, which keeps it", async () => {
  const { page, place } = await openWebPage(prose);
  const field = page.getByRole("textbox", { name: "First topic" });
  await field.fill("---");
  await page.getByRole("button", { name: "Add topic" }).click();
  const refusal = page.locator(".refused");
  await refusal.waitFor();
  expect(await field.inputValue()).toBe("---");
  expect(await field.getAttribute("aria-describedby")).toBe(await refusal.getAttribute("id"));
  expect(place.read()).toBe(prose);
});

browserTest("a table that is not read is named with its line and what makes it readable", async () => {
  const table = "| A | Status |\n|---|---|\n| Done | Done |\n| Done | In progress |\n";
  const { page, place } = await openWebPage(`# Go\n\n${table}`);
  const unread = page.locator(".unread li");
  await unread.waitFor();
  const { problems } = JSON.parse((await place.run("list", "--json")).stdout);
  const [{ message, hint }] = problems;
  const shown = (await unread.innerText()).replace(/\s+/g, " ").toLowerCase();
  expect(shown).toContain(`line 3: ${message.toLowerCase()}`);
  expect(shown).toContain(hint.replace(/`/g, "").toLowerCase());
});

browserTest("each command is copied as it is shown, and does what it says", async () => {
  const { page, place } = await openWebPage(
    { "README.md": prose, "topics.csv": "Topic,Phase\nOwnership,1\n" },
    { args: ["--file", "README.md"], permissions: ["clipboard-read", "clipboard-write"] },
  );
  const copied: string[] = [];
  for (const title of ["Begin with a template", "Import a list", "Write it yourself"]) {
    await page.getByRole("button", { name: title }).click();
    await page.getByText("Copied").first().waitFor();
    copied.push(await page.evaluate("navigator.clipboard.readText()"));
  }
  expect(copied).toEqual(await page.locator(".way code").allTextContents());
  const [template = "", list = "", edit = ""] = copied.map((command) => command.replace("roadmap", "$ROADMAP"));
  expect((await place.shell(template)).exitCode).toBe(0);
  expect(place.read("backend.md")).toContain("| Topic");
  expect((await place.shell(edit, { EDITOR: "true" })).exitCode).toBe(0);
  expect((await place.shell(list)).exitCode).toBe(0);
  await page.getByRole("link", { name: "Ownership" }).waitFor();
});

browserTest("a blank roadmap that may not be changed has no field", async () => {
  const { page } = await openWebPage(prose, { args: ["--read-only"] });
  await page.locator(".ways").waitFor();
  expect(await page.getByRole("textbox", { name: "First topic" }).count()).toBe(0);
});

for (const width of [1280, 768, 390, 320])
  browserTest(`a blank roadmap does not scroll sideways at ${width} pixels`, async () => {
    const { page } = await openWebPage(halfway.replace(/^[|-].*$/gm, ""), { viewport: { width, height: 700 } });
    await page.locator(".ways").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });
