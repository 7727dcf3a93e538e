// Progress in the page: the numbers of the commands, as pictures and as tables.

import type { Page } from "playwright-core";
import { expect } from "vitest";
import { halfwayRepository } from "../support/halfway-repository.js";
import { type Place, referenceText } from "../support/program.js";
import { axeViolations, browserTest, lookAt, openWebPage, pageDay, startServer } from "../support/web-page.js";

type Options = Parameters<typeof lookAt>[1];

async function openProgress(place: Place, options: Options = {}) {
  const { url } = await startServer(place);
  const opened = await lookAt(url, { at: "progress", ...options });
  await opened.page.locator(".chart .lineup").first().waitFor();
  return opened;
}

async function printed(place: Place, ...args: string[]) {
  const { stdout, stderr } = await place.runWith({ env: { ROADMAP_TODAY: pageDay } }, ...args, "--json");
  return JSON.parse(stdout || stderr);
}

/** The cells of a table by its caption or the heading of its panel. */
async function rowsOf(page: Page, name: string): Promise<string[][]> {
  const table = page.locator("table").filter({ has: page.locator("caption", { hasText: name }) });
  return table
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

const isoDay = (text: string) => {
  const [day = "", month = "", year] = text.split(" ");
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
};

browserTest("the burn-up has the points that `roadmap burnup` prints, in the picture and in its table", async () => {
  const place = halfwayRepository();
  const { page, said } = await openProgress(place);
  const { points } = await printed(place, "burnup");
  expect(points.length).toBeGreaterThan(15);
  const rows = await rowsOf(page, "Burn-up by date");
  expect(
    rows.map(([day = "", done, total]) => ({ day: isoDay(day), done: Number(done), total: Number(total) })),
  ).toEqual(points);
  for (const line of ["lineup", "all"]) {
    const path = await page.locator(`svg[role=img] .${line}`).getAttribute("d");
    expect(path?.match(/V/g), line).toHaveLength(points.length - 1);
  }
  expect(said).toEqual([]);
});

browserTest("sums and forecast have the numbers of `roadmap stats` and `roadmap forecast`", async () => {
  const place = halfwayRepository();
  const { page } = await openProgress(place);
  const [stats, forecast] = [await printed(place, "stats"), await printed(place, "forecast")];
  const tile = (name: string) =>
    page.locator(".tile").filter({ has: page.getByRole("heading", { name, exact: true }) });
  expect(await tile("Topics").locator(".big").innerText()).toBe(`${stats.done} of ${stats.total}, 48%`);
  expect(await tile("Tasks").locator(".big").innerText()).toBe("20 of 35, 57%");
  expect(await tile("Pace").locator(".big").innerText()).toBe(`${stats.fullWeeks.perWeek.toFixed(1)} topics per week`);
  expect(await tile("Pace").innerText()).toContain(
    `A topic takes ${stats.days.half} days (median); 85% took ${stats.days.most} or fewer`,
  );
  expect(await tile("Streak").innerText()).toContain(`Best ${stats.streaks.best.weeks} weeks`);
  const panel = page.getByRole("region", { name: "Forecast" });
  const rows = await panel
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  const groups = [
    ...forecast.phases.filter(({ left }: { left: number }) => left > 0),
    { ...forecast.all, title: "All" },
  ];
  expect(
    rows.map(([title, left, half = "", most = ""]) => ({
      title,
      left: Number(left),
      half: isoDay(half),
      most: isoDay(most),
    })),
  ).toEqual(groups.map(({ title, left, half, most }) => ({ title, left, half, most })));
  expect(await panel.innerText()).toContain(`the 85% date was right ${forecast.basis.backtest.held} times`);
});

browserTest("days and weeks have what stats and the commits of tasks say", async () => {
  const place = halfwayRepository();
  const { page } = await openProgress(place);
  const stats = await printed(place, "stats");
  await page.getByRole("img", { name: /^Days with changes in the last 26 weeks/ }).waitFor();
  const days = await rowsOf(page, "Days with changes");
  const topics = days.filter(([, started, finished]) => started !== "0" || finished !== "0");
  expect(
    topics.map(([day = "", started, finished]) => ({
      day: isoDay(day),
      started: Number(started),
      finished: Number(finished),
    })),
  ).toEqual(stats.activity);
  expect(days.reduce((sum, [, , , checked]) => sum + Number(checked), 0)).toBe(20);
  const weeks = await rowsOf(page, "Topics finished each week");
  expect(weeks.map(([monday = "", finished]) => ({ monday: isoDay(monday), finished: Number(finished) }))).toEqual(
    stats.weeks,
  );
});

browserTest("a change by another program moves the chart, without a reload and without a jump", async () => {
  const place = halfwayRepository();
  const { page } = await openProgress(place, { viewport: { width: 1280, height: 500 } });
  await page.getByRole("region", { name: "Days" }).scrollIntoViewIfNeeded();
  const scroll = await page.evaluate("scrollY");
  expect(scroll).toBeGreaterThan(0);
  await place.runWith({ env: { ROADMAP_TODAY: pageDay } }, "finish", "connection");
  await page.locator(".chart .lbl", { hasText: "18 done" }).waitFor();
  expect(await page.evaluate("scrollY")).toBe(scroll);
});

browserTest("without enough history there is the sentence of `roadmap forecast`", async () => {
  const { page, place } = await openWebPage(referenceText, { at: "progress" });
  const { message } = await printed(place, "forecast");
  const panel = page.getByRole("region", { name: "Forecast" });
  await panel.getByText("full weeks").waitFor();
  expect((await panel.innerText()).toLowerCase()).toContain(message);
  expect(await page.getByRole("region", { name: "Burn-up" }).innerText()).toContain(
    "A chart needs dates in the started and finished columns.",
  );
});

browserTest("a roadmap of tasks alone has their burn-up, and no forecast", async () => {
  const { page } = await openWebPage("# Plan\n\n- [x] a\n- [ ] b\n", { at: "progress" });
  await page.getByText("A chart of tasks needs commits.").waitFor();
  expect(await page.getByRole("region", { name: "Forecast" }).count()).toBe(0);
});

browserTest.each([1280, 768, 390, 320])(
  "at %i px nothing is wider than the page, and texts keep their size",
  async (width) => {
    const { page } = await openProgress(halfwayRepository(), { viewport: { width, height: 800 }, colorScheme: "dark" });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    const [chart, panel] = await Promise.all([
      page.locator("svg.chart[role=img]").first().boundingBox(),
      page.getByRole("region", { name: "Burn-up" }).boundingBox(),
    ]);
    expect(chart?.width).toBeLessThanOrEqual(panel?.width ?? 0);
    const scale = await page
      .locator("svg.chart[role=img]")
      .first()
      .evaluate((svg) => {
        const { width: drawn } = svg.getBoundingClientRect();
        return drawn / Number(svg.getAttribute("width"));
      });
    expect(scale).toBeCloseTo(1, 2);
    expect(
      await page
        .locator(".chart text")
        .first()
        .evaluate((text) => text.ownerDocument.defaultView?.getComputedStyle(text).fontSize),
    ).toBe("12px");
  },
);

browserTest.each(["light", "dark"] as const)("axe finds nothing in progress, %s", async (colorScheme) => {
  const { page } = await openProgress(halfwayRepository(), { bypassCSP: true, colorScheme });
  await page.getByRole("img", { name: /^Days with changes/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
