// The page in a browser: accessible, within every width, with columns in line, folds and print; skipped without Chromium.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, browserPath, openBrowser } from "../support/browser.js";
import { hostileRoadmap } from "../support/hostile-roadmap.js";
import { makePlace } from "../support/program.js";

const isAbsent = browserPath === undefined;
const halfWay = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

const long = "Pneumonoultramicroscopicsilicovolcanoconiosis".repeat(5).slice(0, 200);
const longNames = `# ${long}

| Topic | Phase | Started | Finished | Due | ${long} | Status | Deliverables | Proof |
|---|---|---|---|---|---|---|---|---|
| ${long} | ${long} | 2025-11-01 | 2026-12-01 | 2025-11-20 | ${long} | In Progress | ${long} | https://example.org/${long} |
| B${long} | ${long} | 2025-11-01 | 2025-12-01 | | ${long} | Done | ${long} | https://example.org/${long} |
| C | Other | | | 2026-11-01 | | Blocked | | see ${long} |

## ${long} ${"ة".repeat(90)}
- [/] ${long}
  - [ ] ${"読".repeat(200)}
`;
const manyPhases = `| Topic | Phase | Status |\n|---|---|---|\n${Array.from({ length: 265 }, (_, index) => `| T${index} | Week ${index} | ${index < 9 ? "Done" : ""} |\n`).join("")}`;

const files = {
  "half-way.md": halfWay,
  "hostile.md": hostileRoadmap,
  "long.md": longNames,
  "many.md": manyPhases,
  "tasks.md": "# مهام\n\n## 🟢 Phase 1: أساسيات\n- [x] قراءة\n- [!] b\n\n## 🟡 Phase 2\n- [ ] c\n",
  "empty.md": "",
};

let browser: Browser;
beforeAll(async () => {
  if (!isAbsent) browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The pages of all files, by name. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const place = makePlace(files);
  const made = new Map<string, string>();
  for (const name of Object.keys(files)) {
    const env = { ROADMAP_TODAY: "2026-11-30" };
    await place.runWith({ env }, "export", "html", "-f", name, "-o", `${name}.html`);
    made.set(name, pathToFileURL(place.path(`${name}.html`)).href);
  }
  return made;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** By how much the page is wider than the window. */
const excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** What axe finds. */
const violations = `(() => {
  const module = undefined;
  ${axe};
  return axe.run().then(({ violations, passes }) => ({
    violations: violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]),
    hasLooked: passes.length > 10,
  }));
})()`;

test.skipIf(isAbsent)("every page fits the window, from 320 pixels on, and loads and runs nothing", async () => {
  for (const [name, url] of await pages())
    for (const width of [320, 390, 768, 1280]) {
      const seen = await browser.look({ url, width, scheme: "light", question: excess });
      expect(seen, `${name} ${width}`).toEqual({ answer: 0, loaded: [url], said: [] });
    }
});

test.skipIf(isAbsent)("axe finds nothing wrong with any page, narrow and wide, light and dark", async () => {
  for (const [name, url] of await pages())
    for (const width of [390, 1280])
      for (const scheme of ["light", "dark"] as const) {
        const { answer } = await browser.look({ url, width, scheme, question: violations });
        expect(answer, `${name} ${width} ${scheme}`).toEqual({ violations: [], hasLooked: true });
      }
});

/** Opens all folds, and returns where the cells of each kind begin, and the heights of the rows of what is done. */
const columns = `(() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const starts = (selector) => [...new Set(Array.from(document.querySelectorAll(selector), (cell) => cell.getBoundingClientRect().x))];
  const heights = Array.from(document.querySelectorAll("tr.past"), (row) => row.getBoundingClientRect().height);
  return { status: starts("td.s").length, date: starts("td.d").length, proof: starts("td.p").length, single: heights.filter((height) => height < 48).length, count: heights.length };
})()`;

test.skipIf(isAbsent)("cells of a kind are in line in all tables, and what is done is one line of text", async () => {
  const url = (await pages()).get("half-way.md") ?? "";
  const { answer } = await browser.look({ url, width: 1280, scheme: "light", question: columns });
  expect(answer).toMatchObject({ status: 1, date: 1, proof: 1, count: 18 });
  // Names and deliverables that are longer than the column take two lines.
  expect(Object(answer).single).toBeGreaterThanOrEqual(15);
});

test.skipIf(isAbsent)("a link to a folded phase opens it", async () => {
  const url = (await pages()).get("half-way.md") ?? "";
  const question = `(() => {
    const isOpen = () => document.getElementById("topics-1").closest("details").open;
    const before = isOpen();
    document.querySelector('a[href="#topics-1"]').click();
    return new Promise((done) => setTimeout(() => done([before, isOpen(), document.querySelectorAll("details[open]").length]), 300));
  })()`;
  const { answer } = await browser.look({ url, width: 1280, scheme: "light", question });
  expect(answer).toEqual([false, true, 5]);
});

test.skipIf(isAbsent)("on a phone, a phase in the map is a line of a list, and a fold is easy to touch", async () => {
  const url = (await pages()).get("half-way.md") ?? "";
  const question = `(() => {
    const heights = (selector) => Array.from(document.querySelectorAll(selector), (one) => one.getBoundingClientRect().height);
    return { lines: Math.max(...heights(".map a")), folds: Math.min(...heights("summary")), map: document.querySelector("nav").getBoundingClientRect().height };
  })()`;
  const { answer } = await browser.look({ url, width: 390, scheme: "light", question });
  const { lines, folds, map } = Object(answer);
  expect(lines).toBeLessThan(40);
  expect(folds).toBeGreaterThanOrEqual(44);
  expect(map).toBeLessThan(660);
});

test.skipIf(isAbsent)("names from right to left are next to their signs, as all others", async () => {
  const url = (await pages()).get("tasks.md") ?? "";
  const question = `Array.from(document.querySelectorAll(".tasks li, .now li"), (line) => {
    const [sign, name] = line.children;
    const text = document.createRange();
    text.selectNodeContents(name);
    return text.getBoundingClientRect().left - sign.getBoundingClientRect().right;
  })`;
  const { answer } = await browser.look({ url, width: 1280, scheme: "light", question });
  const distances: unknown[] = Array.isArray(answer) ? answer : [];
  expect(distances).toHaveLength(5);
  expect(distances.filter((distance) => Number(distance) > 12)).toEqual([]);
});

test.skipIf(isAbsent)("print shows everything that is folded, without the map, in light colors", async () => {
  const url = (await pages()).get("half-way.md") ?? "";
  const question = `(() => ({
    folded: Array.from(document.querySelectorAll("tbody tr, .tasks li")).filter((row) => !row.checkVisibility({ contentVisibilityAuto: true }) || row.getBoundingClientRect().height === 0).length,
    rows: document.querySelectorAll("tbody tr, .tasks li").length,
    map: getComputedStyle(document.querySelector("nav")).display,
    page: getComputedStyle(document.body).backgroundColor,
  }))()`;
  const seen = await browser.look({ url, width: 800, scheme: "dark", media: "print", question });
  expect(seen).toEqual({
    answer: { folded: 0, rows: 71, map: "none", page: "rgb(255, 255, 255)" },
    loaded: [url],
    said: [],
  });
});
