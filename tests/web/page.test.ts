// The page as a whole: what the browser loads, and that the policy of the page has nothing to refuse.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { browserTest, openWebPage } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

browserTest("the page shows the roadmap, and takes the token out of its address", async () => {
  const { page, said, server } = await openWebPage(halfway);
  expect(await page.locator("h1").textContent()).toBe("Backend & Cloud Development Roadmap");
  expect(page.url()).toBe(`http://127.0.0.1:${server.port}/`);
  expect(await page.getByRole("region", { name: "Done" }).getByRole("article").count()).toBeGreaterThan(0);
  expect(said).toEqual([]);
});
