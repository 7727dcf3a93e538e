// The page as a whole: what the browser loads, and that the policy of the page has nothing to refuse.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { distFolder } from "../support/program.js";
import { browserTest, openWebPage } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

browserTest("the page shows the roadmap, and takes the token out of its address", async () => {
  const { page, said, server } = await openWebPage(halfway);
  expect(await page.locator("h1").textContent()).toBe("Backend & Cloud Development Roadmap");
  expect(page.url()).toBe(`http://127.0.0.1:${server.port}/`);
  expect(await page.getByRole("region", { name: "Done" }).getByRole("article").count()).toBeGreaterThan(0);
  expect(said).toEqual([]);
});

test("what the page needs to show the board has at most 40 KiB, compressed", () => {
  const folder = join(distFolder, "web");
  const parts = new Set(["app.js"]);
  // A set visits what is added to it on the way.
  for (const name of parts)
    for (const [, part = ""] of readFileSync(join(folder, name), "utf8").matchAll(/(?:from|import)"\.\/([^"]+)"/g))
      parts.add(part);
  const sizes = [...parts].map((name) => gzipSync(readFileSync(join(folder, name))).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(40 * 1024);
});
