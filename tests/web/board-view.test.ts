// The board: what it shows of files of any kind and size, at every width, and what it keeps when it is redrawn.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations, browserTest, openWebPage } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

const column = (page: Page, title: string) => page.getByRole("region", { name: new RegExp(`^${title},`) });
const card = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });
const group = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

const textsIn = async (page: Page, title: string) =>
  (await column(page, title).getByRole("article").allInnerTexts()).map((text) => text.split(/\s*\n\s*/).join(" | "));

const isWiderThanItsWindow = (page: Page) =>
  page.evaluate<boolean>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

browserTest("each card says what its column and its status ask for", async () => {
  const { page } = await openWebPage(halfway);
  await page.getByText("12 days, usually 8").waitFor();
  expect(await textsIn(page, "In progress")).toEqual([
    "18 Connection State Management | Reconnect + resume prototype | Phase 3 | 12 days, usually 8",
    "21 Containerization with Docker | Dockerized backend | Phase 4 | 4 days",
    "t26 Containerize and deploy Go apps with Docker & ECS (Fargate) | Phase 2: Deployment & Automation",
  ]);
  expect(await textsIn(page, "Blocked")).toEqual([
    "19 Distributed Caching | Build sharded cache layer | Phase 3 | Blocked, started 21 Nov",
  ]);
  expect((await textsIn(page, "Done")).slice(0, 3)).toEqual([
    "17 WebSockets & Real-time Communication | 24 Nov | 13 days | example.org/proof/17",
    "16 Horizontal Scaling & Load Balancing | 10 Nov | 8 days | example.org/proof/16",
    "15 Distributed Systems Basics | 1 Nov | 11 days | no proof",
  ]);
  const link = column(page, "Done").getByRole("link", { name: "example.org/proof/17" });
  expect(await link.getAttribute("href")).toBe("https://example.org/proof/17");
  expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
  expect(await column(page, "Not started").getAttribute("aria-label")).toBe("Not started, 15 topics");
});

browserTest("due dates, priorities and what a topic waits for are on its card", async () => {
  const { page } = await openWebPage(
    [
      "# Plan",
      "",
      "| Topic | Status | Due | Priority | Depends on |",
      "|---|---|---|---|---|",
      "| HTTP | In Progress | 2026-11-28 | P1 | |",
      "| REST | | 2026-12-03 | | HTTP |",
      "| DNS | Done | | | |",
      "| TLS | | | | DNS |",
      "",
    ].join("\n"),
  );
  await card(page, "HTTP").first().waitFor();
  expect(await textsIn(page, "In progress")).toEqual(["1 HTTP | 2 days overdue | P1"]);
  expect(await textsIn(page, "Not started")).toEqual(["2 REST | due in 3 days | waits for HTTP", "4 TLS"]);
});

browserTest("phases with work in them are open, and what is folded stays so when the file changes", async () => {
  const { page, place } = await openWebPage(halfway);
  await group(page, "Phase 5 5").waitFor();
  const states = async () =>
    (await page.locator(".group").all()).reduce(
      async (all, one) => `${await all}${(await one.getAttribute("aria-expanded")) === "true" ? "v" : ">"}`,
      Promise.resolve(""),
    );
  // Phases 3 to 8, tasks, and the months from November to July.
  expect(await states()).toBe("vv>>>>vvv>>>");
  await group(page, "Phase 4 2").click();
  await group(page, "Phase 5 5").click();
  await group(page, "November 3").click();
  await group(page, "September 4").click();
  expect(await states()).toBe("v>v>>>v>vv>>");
  await place.run("start", "API Versioning");
  await column(page, "In progress").getByText("API Versioning").waitFor();
  expect(await states()).toBe(">v>>>v>vv>>");
  await page.getByRole("link", { name: "Phases" }).click();
  await page.getByRole("link", { name: "Board" }).click();
  await group(page, "Phase 5 5").waitFor();
  expect(await states()).toBe(">v>>>v>vv>>");
});

browserTest("the focus stays on its card when rows come above it, and goes with it to another column", async () => {
  const { page, place } = await openWebPage(halfway);
  await card(page, "AWS Fundamentals").getByRole("link").focus();
  await place.run("add", "topic", "Podman", "--before", "Docker Compose");
  await card(page, "Podman").waitFor();
  const focused = page.locator(".card:has(a:focus)");
  expect(await focused.innerText()).toContain("24 AWS Fundamentals");
  await place.run("start", "AWS Fundamentals");
  await column(page, "In progress").getByText("AWS Fundamentals").waitFor();
  expect(await focused.innerText()).toContain("24 AWS Fundamentals");
  // Where it goes is folded: it is unfolded.
  await place.run("move", "AWS Fundamentals", "--phase", "8");
  await place.run("reset", "AWS Fundamentals");
  await column(page, "Not started").getByText("AWS Fundamentals").waitFor();
  expect(await focused.innerText()).toContain("AWS Fundamentals");
  // What takes the place of a card that is gone has it next.
  await place.run("remove", "AWS Fundamentals", "--yes");
  await card(page, "AWS Fundamentals").waitFor({ state: "detached" });
  expect(await column(page, "Not started").locator(".card:has(a:focus)").count()).toBe(1);
});

browserTest("a change elsewhere leaves the focus where the user has put it", async () => {
  const { page, place } = await openWebPage(halfway);
  await card(page, "AWS Fundamentals").getByRole("link").focus();
  await page.getByRole("textbox", { name: "Filter" }).focus();
  await place.run("start", "AWS Fundamentals");
  await column(page, "In progress").getByText("AWS Fundamentals").waitFor();
  expect(await page.evaluate("document.activeElement.tagName")).toBe("INPUT");
});

browserTest("a narrow page shows one column, and what is next below what is in progress", async () => {
  const { page } = await openWebPage(halfway, { viewport: { width: 390, height: 844 } });
  const lanes = page.getByRole("navigation", { name: "Columns" }).getByRole("button");
  await page.getByRole("button", { name: "Next 2" }).waitFor();
  expect((await lanes.allInnerTexts()).map((text) => text.replace(/\s+/g, " "))).toEqual([
    "15 Not started",
    "2 In progress",
    "1 Blocked",
    "17 Done",
  ]);
  const seen = async () => (await page.getByRole("article").allInnerTexts()).map((text) => text.split("\n")[0]);
  expect(await seen()).toEqual([
    "18 Connection State Management",
    "21 Containerization with Docker",
    "t26 Containerize and deploy Go apps with Docker & ECS (Fargate)",
    "20 API Versioning & Backwards Compatibility",
    "22 Docker Compose",
  ]);
  await lanes.filter({ hasText: "Blocked" }).click();
  expect(await seen()).toEqual(["19 Distributed Caching"]);
  await lanes.filter({ hasText: "Done" }).click();
  await page.getByRole("button", { name: "Show skipped" }).click();
  await card(page, "CDN, Edge, Global Latency").waitFor();
});

for (const width of [1280, 768, 390, 320])
  browserTest(`nothing is wider than a page of ${width} pixels, and axe finds nothing`, async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const viewport = { width, height: 844 };
      const { page } = await openWebPage(halfway, { viewport, colorScheme, bypassCSP: true });
      await page.getByText("12 days, usually 8").waitFor();
      expect(await isWiderThanItsWindow(page)).toBe(false);
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Change Connection State Management" }).click({ force: true });
      await page.getByRole("menu").waitFor();
      expect(await axeViolations(page)).toEqual([]);
    }
  });

browserTest("the focus ring is drawn on each side of a card", async () => {
  const { page } = await openWebPage(halfway);
  const first = card(page, "API Versioning");
  const { x, y, width, height } = (await first.boundingBox()) ?? expect.fail("no card");
  const sides = [
    { x: x - 4, y: y + 20, width: 3, height: 10 },
    { x: x + width + 1, y: y + 20, width: 3, height: 10 },
    { x: x + 20, y: y - 4, width: 10, height: 3 },
    { x: x + 20, y: y + height + 1, width: 10, height: 3 },
  ];
  const drawn = async () => {
    const pictures: string[] = [];
    for (const clip of sides) pictures.push((await page.screenshot({ clip })).toString("base64"));
    return pictures;
  };
  const without = await drawn();
  await page.keyboard.press("1");
  await first.locator("a:focus").waitFor();
  const ringed = await drawn();
  expect(ringed.map((picture, index) => picture !== without[index])).toEqual([true, true, true, true]);
});

browserTest("a long result of a change leaves the foot as high as it was", async () => {
  const name = "A name ".repeat(40).trim();
  const { page } = await openWebPage(`| Topic | Status |\n|---|---|\n| ${name} | |\n`);
  const foot = page.getByRole("contentinfo");
  const before = await foot.boundingBox();
  await page.keyboard.press("1");
  await page.keyboard.press("s");
  await foot.getByText("is in progress").waitFor();
  expect((await foot.boundingBox())?.height).toBe(before?.height);
});

browserTest("tasks are the cards of a roadmap without topics", async () => {
  const { page, place } = await openWebPage(
    "# Plan\n\n## Basics\n\n- [ ] Read\n- [x] Write\n\n## More\n\n- [ ] Type\n",
  );
  await card(page, "Read").waitFor();
  await group(page, "More 1").click();
  expect(await textsIn(page, "Not started")).toEqual(["t1 Read", "t3 Type"]);
  expect(await textsIn(page, "Done")).toEqual(["t2 Write"]);
  expect(await column(page, "Blocked").getAttribute("aria-label")).toBe("Blocked, 0 tasks");
  await card(page, "Read").getByRole("link").focus();
  await page.keyboard.press("f");
  await column(page, "Done").getByText("Read").waitFor();
  await page.getByRole("button", { name: "New task" }).click();
  await page.keyboard.type("Print");
  await page.keyboard.press("Enter");
  await card(page, "Print").locator("a:focus").waitFor();
  expect(place.read()).toBe("# Plan\n\n## Basics\n\n- [x] Read\n- [x] Write\n\n## More\n\n- [ ] Type\n- [ ] Print\n");
});

browserTest("phases of the same name in several tracks are told apart", async () => {
  const table = (...names: readonly string[]) =>
    ["| Topic | Status |", "|---|---|", ...names.map((name) => `| ${name} | |`), ""].join("\n");
  const tracks = ["Backend", "Frontend"].map(
    (track) => `# ${track}\n\n## Phase 1: Basics\n\n${table(`${track} A`)}\n## Phase 2: More\n\n${table(`${track} B`)}`,
  );
  const { page } = await openWebPage(tracks.join("\n"));
  await page.locator(".group").first().waitFor();
  expect((await page.locator(".group").allInnerTexts()).map((text) => text.split("\n")[0])).toEqual([
    "Phase 1: Basics, Backend",
    "Phase 2: More, Backend",
    "Phase 1: Basics, Frontend",
    "Phase 2: More, Frontend",
  ]);
});

browserTest("the text of a file is shown as text, however long, and in its own direction", async () => {
  const html = `<img src=x onerror="document.title='ran'">`;
  const long = "word ".repeat(200_000);
  const { page, said } = await openWebPage(
    [
      "# Plan",
      "",
      "| Topic | Deliverables | Status | Proof |",
      "|---|---|---|---|",
      `| ${html} | | Done | [x](javascript:alert(1)) |`,
      `| A \`${html}\` | ${html} | Blocked | |`,
      `| 你好 🎉 | ${long} | In Progress | |`,
      "| مرحبا بالعالم | | Blocked | |",
      "| \u202eevil | | | |",
      "",
    ].join("\n"),
  );
  await card(page, `A ${html}`).waitFor();
  expect(await textsIn(page, "Done")).toEqual(["1 (no name) | [x](javascript:alert(1))"]);
  expect(await page.locator("main img").count()).toBe(0);
  expect(await page.title()).not.toBe("ran");
  expect(await column(page, "Done").getByRole("link").count()).toBe(1);
  expect((await card(page, "你好 🎉").innerText()).length).toBeLessThan(400);
  expect((await card(page, "你好 🎉").boundingBox())?.height).toBeLessThan(150);
  expect(await page.locator("h3:dir(rtl)").allInnerTexts()).toEqual(["4 مرحبا بالعالم"]);
  expect(await isWiderThanItsWindow(page)).toBe(false);
  expect(said).toEqual([]);
});

browserTest("a read-only page offers no change, by pointer or by key", async () => {
  const { page, place } = await openWebPage(halfway, { args: ["--read-only"] });
  await card(page, "Docker Compose").getByRole("link").focus();
  expect(
    await page
      .getByRole("main")
      .getByRole("button", { name: /^(Change|New)/ })
      .count(),
  ).toBe(0);
  for (const key of ["s", "x", "m", "n"]) await page.keyboard.press(key);
  await card(page, "Docker Compose").dragTo(column(page, "Blocked"));
  await page.keyboard.press("j");
  await card(page, "AWS Fundamentals").locator("a:focus").waitFor();
  expect(place.read()).toBe(halfway);
});

/** Most of it not started or done, and something of each status in each phase. */
const tenThousand = [
  "# Large",
  "",
  "| Topic | Phase | Finished | Status |",
  "|---|---|---|---|",
  ...Array.from({ length: 10_000 }, (_, index) => {
    const status = ["Not Started", "Done", "Not Started", "Done", "Not Started", "In Progress"][index % 6] ?? "";
    return `| Topic ${index + 1} | ${1 + Math.floor(index / 1000)} | ${status === "Done" ? "2026-11-01" : ""} | ${status} |`;
  }),
  "",
].join("\n");

browserTest(
  "ten thousand topics are drawn when they are seen, and all are reached by scrolling and by keys",
  async () => {
    const { page } = await openWebPage(tenThousand);
    await card(page, "Topic 1").first().waitFor();
    expect(await column(page, "Not started").getAttribute("aria-label")).toBe("Not started, 5000 topics");
    expect(await page.getByRole("article").count()).toBeLessThan(300);
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    await page.getByRole("article").filter({ hasText: "9999 Topic 9999" }).waitFor();
    expect(await page.getByRole("article").count()).toBeLessThan(600);
    await page.evaluate("scrollTo(0, 0)");
    await page.keyboard.press("1");
    await page.locator(".card:has(a:focus)", { hasText: "1 Topic 1" }).waitFor();
    for (let presses = 0; presses < 60; presses++) await page.keyboard.press("j");
    await page.locator(".card:has(a:focus)", { hasText: "121 Topic 121" }).waitFor();
    expect(await page.locator(".card:has(a:focus)").isVisible()).toBe(true);
  },
);
