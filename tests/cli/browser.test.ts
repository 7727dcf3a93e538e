// Browser: exports run and load nothing, and texts stay inside their frames; skipped without Chromium.

import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { type Browser, browserPath, openBrowser } from "../support/browser.js";
import { hostileRoadmap } from "../support/hostile-roadmap.js";
import { distFolder, isBinary, makePlace, referenceText } from "../support/program.js";
import { type Answer, startWebServer } from "../support/web-server.js";

const halfWay = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");
const files = { "roadmap.md": referenceText, "half-way.md": halfWay, "evil.md": hostileRoadmap };
const isAbsent = browserPath === undefined;

let browser: Browser;
beforeAll(async () => {
  if (!isAbsent) browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Texts wider than their frame, which would clip them. */
const outside = `Array.from(document.querySelectorAll("text")).filter((text) => {
  const [box, frame] = [text.getBBox(), text.ownerSVGElement];
  return box.x < -1 || box.x + box.width > frame.width.baseVal.value + 1;
}).map((text) => text.textContent)`;

test.skipIf(isAbsent)("pictures contain their texts, load nothing and run nothing", async () => {
  const place = makePlace(files);
  for (const name of Object.keys(files)) {
    for (const args of [
      ["export", "svg"],
      ["export", "svg", "--style", "burnup"],
      ["export", "svg", "--style", "terminal", "--columns", "60"],
      ["badge", "--label", "図書 👩‍👩‍👧‍👦 WWWWWWWWWW <b>"],
    ]) {
      await place.run(...args, "-f", name, "-o", "out.svg");
      const url = pathToFileURL(place.path("out.svg")).href;
      const seen = await browser.look({ url, width: 600, scheme: "light", question: outside });
      expect(seen, `${name} ${args.join(" ")}`).toEqual({ answer: [], loaded: [url], said: [] });
    }
  }
});

test.skipIf(isAbsent)(
  "a picture is light on a light page and dark on a dark one, unless a theme is chosen",
  async () => {
    const place = makePlace(files);
    const question = 'getComputedStyle(document.querySelector(".box")).fill';
    const [light, dark] = ["rgb(255, 255, 255)", "rgb(13, 17, 23)"];
    for (const [theme, expected] of [
      ["auto", [light, dark]],
      ["light", [light, light]],
      ["dark", [dark, dark]],
    ] as const) {
      await place.run("export", "svg", "--theme", theme, "-o", "out.svg");
      const url = pathToFileURL(place.path("out.svg")).href;
      const fills = [];
      for (const scheme of ["light", "dark"] as const)
        fills.push((await browser.look({ url, width: 600, scheme, question })).answer);
      expect(fills).toEqual(expected);
    }
  },
);

/** By how much the page is wider than the window, and whether its style applies despite the strict policy. */
const layout = `({
  tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  margin: getComputedStyle(document.body).margin,
  page: getComputedStyle(document.body).backgroundColor,
})`;

test.skipIf(isAbsent)("a page fits 320 pixels and more, is styled, loads nothing and runs nothing", async () => {
  const place = makePlace(files);
  for (const name of ["roadmap.md", "evil.md"]) {
    await place.run("export", "html", "-f", name, "-o", "out.html");
    const url = pathToFileURL(place.path("out.html")).href;
    for (const width of [320, 800, 1400]) {
      for (const [scheme, page] of [
        ["light", "rgb(255, 255, 255)"],
        ["dark", "rgb(13, 17, 23)"],
      ] as const) {
        const seen = await browser.look({ url, width, scheme, question: layout });
        expect(seen).toEqual({ answer: { tooWide: 0, margin: "0px", page }, loaded: [url], said: [] });
      }
    }
  }
});

/** The library and all that it imports, as paths in a URL. */
function libraryFiles(path = "/index.js", found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const specifier of importsOf(path)) libraryFiles(posix.join(posix.dirname(path), specifier), found);
  return found;
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(distFolder, path), "utf8");
  return [...text.matchAll(/\b(?:from|import\(?)"([^",]+)"/g)].map(([, specifier = ""]) => specifier);
}

/** Reads front matter and texts for each of the two readers, and changes a topic and a task. */
const useLibrary = `import("/index.js").then(({ parseRoadmap, operations, applyEdits, findTopic, UserError }) => {
  const front = "---\\nroadmap:\\n  status: { done: ok }\\n  weekly: none\\n---\\n";
  const table = "| Topic | Status |\\n|---|---|\\n| Go | |\\n\\n- [ ] read\\n";
  return ["", "> a\\n<b\\n\\n"].map((before) => {
    const { roadmap, problems } = parseRoadmap(front + before + table);
    const finished = operations.finish.edits(roadmap, { topic: "go" }, "2026-03-01");
    const checked = operations.check.edits(roadmap, { task: "read" }, "2026-03-01");
    let refused = "";
    try {
      findTopic(roadmap, "rust");
    } catch (error) {
      refused = error instanceof UserError ? error.message : String(error);
    }
    return [applyEdits(roadmap.text, [...finished, ...checked]), problems.map(({ code }) => code), refused];
  });
})`;

function startLibrary() {
  const page: Answer = (_, response) =>
    response.setHeader("Content-Type", "text/html").end("<!doctype html><link rel=icon href=data:,>");
  const scripts = [...libraryFiles()].map((path): [string, Answer] => [
    path,
    (_, response) => response.setHeader("Content-Type", "text/javascript").end(readFileSync(join(distFolder, path))),
  ]);
  return startWebServer({ "/": page, ...Object.fromEntries(scripts) });
}

test.skipIf(isAbsent)("the library reads and changes a roadmap in a browser", async ({ skip }) => {
  skip(isBinary, "only the npm package has the library");
  const server = await startLibrary();
  const seen = await browser.look({ url: `${server.origin}/`, width: 600, scheme: "light", question: useLibrary });
  const front = "---\nroadmap:\n  status: { done: ok }\n  weekly: none\n---\n";
  const changed = "| Topic | Status |\n|---|---|\n| Go | ok |\n\n- [x] read\n";
  expect(seen.said).toEqual([]);
  expect(seen.answer).toEqual(
    ["", "> a\n<b\n\n"].map((before) => [front + before + changed, ["FRONT_MATTER_VALUE"], 'no topic matches "rust"']),
  );
});

/** Columns known by their cells, words and months of several languages, and a planned day. */
const manyTables = `# Plan

## Этап 1

| Сертификат | Где | Когда |
|---|---|---|
| AWS | ✅ Готово | |
| Go | в процессе | |
| SQL | не начато | |

## 2. Rest

| Certification | Start | End |
|---|---|---|
| Kafka | 4. März 2026 | 31. Dezember 2026 |
| Redis | 5. März 2026 | 6. März 2026 |

| Stuff | 完成 |
|---|---|
| 読書 | ✓ |
| a b | |
`;

const readInBrowser = `import("/index.js").then(({ parseRoadmap }) => [{ today: "2026-11-30" }, {}].map((options) => {
  const { roadmap, problems } = parseRoadmap(${JSON.stringify(manyTables)}, options);
  const topics = roadmap.topics.map(({ name, status, finished, phase }) => [name, status, finished, phase?.label]);
  return [topics, problems.map(({ code, hint }) => [code, hint])];
}))`;

test.skipIf(isAbsent)(
  "the library reads other languages and inferred columns in a browser as in Node",
  async ({ skip }) => {
    skip(isBinary, "only the npm package has the library");
    const server = await startLibrary();
    const seen = await browser.look({ url: `${server.origin}/`, width: 600, scheme: "light", question: readInBrowser });
    const expected = [{ today: "2026-11-30" }, {}].map((options) => {
      const { roadmap, problems } = parseRoadmap(manyTables, options);
      const topics = roadmap.topics.map(({ name, status, finished, phase }) => [name, status, finished, phase?.label]);
      return [topics, problems.map(({ code, hint }) => [code, hint])];
    });
    expect(seen).toMatchObject({ said: [], answer: expected });
    const statuses = expected.map(([topics = []]) => topics.map(([, status]) => status));
    expect(statuses).toEqual([
      ["done", "in-progress", "not-started", "in-progress", "done", "done", "not-started"],
      // Without a day, every date counts as a fact.
      ["done", "in-progress", "not-started", "done", "done", "done", "not-started"],
    ]);
  },
);

test("the library imports only files of its own", ({ skip }) => {
  skip(isBinary, "only the npm package has the library");
  for (const path of libraryFiles()) {
    expect(importsOf(path).filter((specifier) => !specifier.startsWith("./"))).toEqual([]);
    const text = readFileSync(join(distFolder, path), "utf8");
    expect(text.match(/\bimport\((?!"\.\/)|"node:|getBuiltinModule/g), path).toBeNull();
  }
});
