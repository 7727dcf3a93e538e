// Accessibility: what axe finds in every state of the page, and the order in which a screen reader meets the board.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { makeRepository } from "../support/repository.js";
import { axeViolations, browserTest, lookAt, type Opened, openWebPage, startServer } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

/** 320 is also what is left of 1280 at a zoom of 400%. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 768, height: 700 },
  { width: 320, height: 640 },
];

/** Light and dark, wide and narrow, without sideways scrolling. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Without transitions, which would be measured halfway.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
      const place = `${colorScheme} ${size.width}`;
      expect([place, await axeViolations(page)]).toEqual([place, []]);
      expect([place, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([place, size.width]);
    }
  }
}

const open = (options: Parameters<typeof openWebPage>[1] = {}) =>
  openWebPage(halfway, { bypassCSP: true, reducedMotion: "reduce", ...options });

interface State {
  readonly name: string;
  readonly at?: string;
  readonly args?: readonly string[];
  reach?(opened: Opened): Promise<void>;
}

const palette = async (page: Page, words: string) => {
  await page.keyboard.press("Control+k");
  // Enter does nothing before the palette is there.
  await page.getByRole("combobox").fill(words);
};

const states: readonly State[] = [
  { name: "the board" },
  { name: "the phases", at: "#phases" },
  { name: "progress", at: "#progress" },
  {
    name: "history",
    at: "#history",
    reach: ({ page }) => page.locator("main[aria-busy=false]").waitFor(),
  },
  { name: "a topic that is open", at: "#board/topic/18" },
  { name: "a topic that is open in the phases", at: "#phases/topic/4" },
  { name: "a task that is open", at: "#phases/task/26" },
  {
    name: "the question for a proof",
    at: "#board/topic/18",
    async reach({ page }) {
      await page.getByRole("complementary").getByRole("button", { name: "Finish…" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "a field whose cell another program changed",
    at: "#board/topic/18",
    async reach({ page, place }) {
      await page.getByRole("button", { name: /Comments/ }).click();
      await page.keyboard.type(" and more");
      place.write(halfway.replace("Socket ↔ client mapping", "Socket ↔ clients"));
      await page.getByText(/changed on disk while/).waitFor();
    },
  },
  { name: "the palette", reach: ({ page }) => palette(page, "conn") },
  { name: "the palette without hits", reach: ({ page }) => palette(page, "nothing like this") },
  { name: "the list of keys", reach: ({ page }) => page.keyboard.press("?") },
  { name: "the notes", reach: ({ page }) => page.getByRole("button", { name: "5 notes" }).click() },
  {
    name: "the filter",
    async reach({ page }) {
      await page.keyboard.press("/");
      await page.keyboard.type("docker");
    },
  },
  {
    name: "a card's menu",
    async reach({ page }) {
      await page.getByRole("button", { name: /^Change Connection/ }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "what a change did",
    async reach({ page }) {
      await palette(page, "block connection");
      await page.keyboard.press("Enter");
      await page.getByText("Connection State Management is blocked.").waitFor();
    },
  },
  {
    name: "a refusal",
    async reach({ page, place }) {
      await palette(page, "block connection");
      await page.keyboard.press("Enter");
      await page.getByText("Connection State Management is blocked.").waitFor();
      place.write(place.read().replace("| Blocked | Redis, Go websockets", "| Skipped | Redis, Go websockets"));
      await page.getByText(/changed on disk at/).waitFor();
      await page.keyboard.press("u");
      await page.locator(".toast").waitFor();
    },
  },
  {
    name: "a change by another program during a dialog",
    async reach({ page, place }) {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      place.write(halfway.replace("Connection State Management", "Connections"));
      await page.locator(".banner.notice").waitFor();
    },
  },
  {
    name: "a file that is missing",
    async reach({ page, place }) {
      rmSync(place.path());
      await page.locator(".banner.error").waitFor();
    },
  },
  {
    name: "a server that is gone",
    async reach({ page, server }) {
      await server.stop("SIGKILL");
      await page.locator(".banner.error").waitFor();
    },
  },
  { name: "a page that is read-only", args: ["--read-only"] },
];

for (const { name, reach, ...options } of states)
  browserTest(`axe finds nothing in ${name}, in light and dark, at three widths`, async () => {
    const opened = await open(options);
    await reach?.(opened);
    await expectAccessible(opened.page);
  });

browserTest("axe finds nothing in a roadmap without topics, in light and dark, at three widths", async () => {
  const { page } = await openWebPage("# Plan\n", { bypassCSP: true });
  await expectAccessible(page);
});

browserTest("axe finds nothing in a page without a token, in light and dark, at three widths", async () => {
  const server = await startServer(makeRepository({ "roadmap.md": halfway }));
  const { page } = await lookAt(new URL(server.url).origin, { bypassCSP: true });
  await page.locator(".banner.error").waitFor();
  await expectAccessible(page);
});

const short = [
  "# Plan",
  "",
  "| Topic | Phase | Started | Finished | Status |",
  "|---|---|---|---|---|",
  "| HTTP | 1 | 2026-11-02 | 2026-11-09 | Done |",
  "| REST API | 1 | 2026-11-20 | | In Progress |",
  "| Kafka | 2 | | | Not Started |",
  "",
].join("\n");

browserTest(
  "a screen reader meets the head, the views, the columns with their cards, and the state of the file",
  async () => {
    const { page } = await openWebPage(short);
    await page.getByText("Watching roadmap.md").waitFor();
    const tree = await page.locator("body").ariaSnapshot();
    const landmark = /^ *- ((?:banner|navigation|search|main|region|contentinfo|heading|link|status).*?):?$/;
    const met = tree.split("\n").flatMap((line) => landmark.exec(line)?.[1] ?? []);
    expect(met).toEqual([
      "banner",
      'heading "Plan" [level=1]',
      'navigation "Views"',
      'link "Board"',
      'link "Phases"',
      'link "Progress"',
      'link "History"',
      "search",
      "status",
      "main",
      'region "Not started, 1 topic"',
      'heading "Not started" [level=2]',
      'heading "3 Kafka" [level=3]',
      'link "3 Kafka"',
      'region "In progress, 1 topic"',
      'heading "In progress" [level=2]',
      'heading "2 REST API" [level=3]',
      'link "2 REST API"',
      'region "Blocked, 0 topics"',
      'heading "Blocked" [level=2]',
      'region "Done, 1 topic"',
      'heading "Done" [level=2]',
      'heading "1 HTTP" [level=3]',
      'link "1 HTTP"',
      'region "Skipped, 0 topics"',
      'heading "Skipped" [level=2]',
      "contentinfo",
      'status "Watching roadmap.md"',
    ]);
  },
);

browserTest("the skip button moves the focus to the view, past the head", async () => {
  const { page } = await openWebPage(short);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the view");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.tagName")).toBe("MAIN");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("New topic");
  expect(page.url()).not.toContain("#");
});

browserTest(
  "coarse pointers get controls of 40 px, and forced colors keep the marks of the tab and the choice",
  async () => {
    const { page } = await openWebPage(short, { hasTouch: true, isMobile: true, forcedColors: "active" });
    for (const button of await page.getByRole("banner").getByRole("button").all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    const mark = "getComputedStyle(document.querySelector('.tabs [aria-current]'), '::after').backgroundColor";
    const ground = "getComputedStyle(document.body).backgroundColor";
    expect(await page.evaluate(mark)).not.toBe(await page.evaluate(ground));
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").waitFor();
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('.hit[aria-selected=true]')).outlineStyle"),
    ).toBe("solid");
  },
);
