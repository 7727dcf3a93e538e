// History in the page: commits, undo of any change, the roadmap as it was.

import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { halfwayRepository, halfwayText, importVersions } from "../support/halfway-repository.js";
import { makePlace, type Place } from "../support/program.js";
import { axeViolations, browserTest, lookAt, openWebPage, pageDay, startServer } from "../support/web-page.js";

async function openHistory(place: Place, options: Parameters<typeof lookAt>[1] = {}) {
  const { url } = await startServer(place);
  const opened = await lookAt(url, { at: "history", ...options });
  await opened.page.getByText("commits since").waitFor();
  return opened;
}

function run(place: Place, ...args: string[]) {
  return place.runWith({ env: { ROADMAP_TODAY: pageDay } }, ...args);
}

function event(page: Page, title: string) {
  return page
    .locator(".event")
    .filter({ has: page.getByRole("button", { name: title, exact: true }) })
    .first();
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.ownerDocument.activeElement === element);
}

browserTest("commits are listed by day, and open to what they changed, in one order", async () => {
  const { page, said } = await openHistory(halfwayRepository());
  expect(await page.locator(".kind").innerText()).toContain("61 commits since 28 Jun 2026");
  expect(await page.locator(".day h3").first().innerText()).toBe("Sun 29 Nov yesterday");
  const finished = event(page, "WebSockets & Real-time Communication");
  expect(await finished.locator(".verb").innerText()).toBe("finished");
  await finished.getByRole("button", { name: "WebSockets" }).click();
  expect(await finished.locator("dt").allInnerTexts()).toEqual(["Status", "Finished", "Proof"]);
  expect(
    await finished
      .locator("dd")
      .evaluateAll((all) => all.map((dd) => [...dd.querySelectorAll("[dir]")].map(({ textContent }) => textContent))),
  ).toEqual([
    ["In Progress", "Done"],
    ["(blank)", "2026-11-24"],
    ["(blank)", "https://example.org/proof/17"],
  ]);
  expect(said).toEqual([]);
});

browserTest("a commit has the generated subject, or the message that is written", async () => {
  const place = halfwayRepository();
  const { page } = await openHistory(place);
  const subject = () => place.git("log", "-1", "--format=%s").trim();
  await run(place, "block", "docker compose");
  await page.getByRole("main").getByRole("button", { name: "Commit", exact: true }).click();
  await page.getByText("Without one: roadmap: block Docker Compose").waitFor();
  await page.locator("form.commit").getByRole("button", { name: "Commit" }).click();
  await page.getByText("62 commits").waitFor();
  expect([subject(), place.git("status", "--porcelain")]).toEqual(["roadmap: block Docker Compose", ""]);
  expect(await page.evaluate("document.activeElement.textContent")).toBe("History");
  place.write(place.read().replace("IAM, VPC, security groups", "IAM, VPC"));
  await page.getByRole("main").getByRole("button", { name: "Commit", exact: true }).click();
  await page.getByLabel("Message of the commit").fill("Plan less of AWS");
  await page.keyboard.press("Enter");
  await page.getByText("63 commits").waitFor();
  expect(subject()).toBe("Plan less of AWS");
});

browserTest("a commit that git refuses says why, and keeps the message", async () => {
  const place = halfwayRepository();
  await run(place, "block", "docker compose");
  const { page } = await openHistory(place);
  await page.getByRole("main").getByRole("button", { name: "Commit", exact: true }).click();
  await page.getByLabel("Message of the commit").fill("Block it");
  place.write("0", ".git/index.lock");
  await page.keyboard.press("Enter");
  const refusal = page.locator("form.commit [role=alert]");
  await refusal.waitFor();
  expect(await refusal.innerText()).not.toBe("");
  expect(await page.getByLabel("Message of the commit").inputValue()).toBe("Block it");
});

browserTest("undo of an older change below an edit by hand gives exactly the bytes without it", async () => {
  const place = halfwayRepository();
  await run(place, "set", "rest api", "--comments", "first");
  await run(place, "block", "docker compose");
  const edited = place.read().replace("IAM, VPC, security groups", "IAM, VPC");
  place.write(edited);
  await run(place, "commit");
  const { page } = await openHistory(place);
  await page.getByRole("button", { name: /^3 topics/ }).click();
  await page.getByRole("button", { name: "Undo set REST API Basics" }).click();
  await page.getByText("Undone: set REST API Basics").first().waitFor();
  expect(place.read()).toBe(edited.replace("| first |", "| CRUD API design, routing, handlers |"));
  await page.getByRole("button", { name: "Undo set REST API Basics" }).waitFor({ state: "detached" });
});

browserTest("an undo that is refused says why, and changes nothing", async () => {
  const place = halfwayRepository();
  await run(place, "set", "rest api", "--comments", "first");
  const edited = place.read().replace("| first |", "| second |");
  place.write(edited);
  const { page } = await openHistory(place);
  await page.getByText("1 change made with roadmap, to undo or redo").click();
  await event(page, "set REST API Basics").getByRole("button", { name: "Undo this" }).click();
  await page.getByText('cannot undo "set REST API Basics"').first().waitFor();
  expect(place.read()).toBe(edited);
});

browserTest("the roadmap as it was is that of `roadmap list --at`, and cannot be changed", async () => {
  const place = halfwayRepository();
  const { page } = await openHistory(place);
  const finished = event(page, "Authentication & Authorization");
  await finished.getByRole("button", { name: "Authentication" }).click();
  const revision = (await finished.locator("code").getAttribute("title")) ?? "";
  await finished.getByRole("link", { name: "See the roadmap as it was" }).click();
  await page.getByText("This is the roadmap as it was on Wed 16 Sep").waitFor();
  const { topics } = JSON.parse((await run(place, "list", "--at", revision, "--json")).stdout);
  const done = topics.filter(({ status }: { status: string }) => status === "done").length;
  expect(await page.locator(".meter").first().innerText()).toContain(`${done}`);
  expect(await page.getByRole("region", { name: /^Done/ }).getByRole("article").count()).toBeGreaterThan(0);
  expect(await page.getByRole("button", { name: /^Undo/ }).count()).toBe(0);
  expect(await page.locator(".card .more").count()).toBe(0);
  await page.getByRole("link", { name: "Progress" }).click();
  await page.locator(".tile .big", { hasText: `${done} of` }).waitFor();
  await page.locator(".chart .lbl", { hasText: `${done} done` }).waitFor();
  await page.getByRole("link", { name: "Back to now" }).click();
  await page.locator(".chart .lbl", { hasText: "17 done" }).waitFor();
  expect(await page.getByText("as it was").count()).toBe(0);
});

browserTest("a revision that does not exist leads back to now, with the reason", async () => {
  const { page } = await openHistory(halfwayRepository());
  await page.evaluate("location.hash = 'board/at/nothing'");
  await page.getByText('no revision "nothing"').or(page.getByText("nothing")).first().waitFor();
  await page.waitForFunction("location.hash === '#board'");
});

browserTest("older commits come on request, and what was open stays open", async () => {
  const place = makePlace(halfwayText);
  const versions = Array.from({ length: 120 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 6, 1 + index)).toISOString().slice(0, 10),
    subject: `version ${index}`,
    text: halfwayText.replace("IAM, VPC, security groups", `part ${index}`),
  }));
  place.write(versions.at(-1)?.text ?? "");
  importVersions(place, versions);
  const { page } = await openHistory(place);
  const events = page.locator(".event");
  expect(await events.count()).toBe(50);
  await events.first().getByRole("button").first().click();
  const older = page.getByRole("button", { name: "Older" });
  await older.click();
  await page.getByText("20 more commits").waitFor();
  expect(await events.count()).toBe(100);
  expect(await hasFocus(older)).toBe(true);
  expect(await events.first().locator("dd").count()).toBe(1);
  await older.click();
  await older.waitFor({ state: "detached" });
  expect(await events.count()).toBe(120);
});

browserTest("a change by another program appears above what is open and has the focus", async () => {
  const place = halfwayRepository();
  const { page } = await openHistory(place);
  const open = event(page, "WebSockets & Real-time Communication").getByRole("button").first();
  await open.click();
  await run(place, "block", "docker compose");
  await page.getByText("not committed", { exact: true }).waitFor();
  expect(await open.getAttribute("aria-expanded")).toBe("true");
  expect(await hasFocus(open)).toBe(true);
});

browserTest("outside git the recorded changes are the history, and can be undone and redone", async () => {
  const { page, place } = await openWebPage(halfwayText, { at: "history" });
  await page.getByText("is not in a git repository").waitFor();
  await page.getByText("Nothing was changed with roadmap yet.").waitFor();
  await run(place, "block", "docker compose");
  const recorded = event(page, "block Docker Compose");
  await recorded.getByRole("button", { name: "Undo this" }).click();
  await recorded.getByRole("button", { name: "Redo this" }).waitFor();
  expect(place.read()).toBe(halfwayText);
  await recorded.getByRole("button", { name: "Redo this" }).click();
  await recorded.getByRole("button", { name: "Undo this" }).waitFor();
  expect(place.read()).toContain("Blocked | Compose docs");
});

browserTest("nothing can be done in the history of a page that is read-only", async () => {
  const place = halfwayRepository();
  await run(place, "block", "docker compose");
  const { url } = await startServer(place, "--read-only");
  const { page } = await lookAt(url, { at: "history" });
  await page.getByText("not committed", { exact: true }).waitFor();
  await page.getByText("1 change made with roadmap").click();
  for (const button of await page.getByRole("main").getByRole("button").all())
    expect(await button.innerText()).not.toMatch(/^(?:Commit|Undo|Redo)/);
});

browserTest.each([
  { width: 1280, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
] as const)("axe finds nothing in the history, and the page scrolls only down: %o", async ({ width, colorScheme }) => {
  const place = halfwayRepository();
  await run(place, "block", "docker compose");
  const { page } = await openHistory(place, { bypassCSP: true, colorScheme, viewport: { width, height: 800 } });
  await event(page, "WebSockets & Real-time Communication").getByRole("button").first().click();
  await page.getByText("1 change made with roadmap").click();
  await page.getByRole("main").getByRole("button", { name: "Commit", exact: true }).click();
  await page.getByText("Without one: roadmap: block Docker Compose").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
});
