// Away: what the page shows and allows while the server, the file or the right to change it is missing.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { commitAll, commitOn, tryGit } from "../support/merge-repository.js";
import { makePlace } from "../support/program.js";
import { makeRepository } from "../support/repository.js";
import { browserTest, lookAt, openWebPage, startServer } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");
const otherResources = (text: string) => halfway.replace("Redis, Go websockets", text);

const banner = (page: Page) => page.locator(".banner");

/** Waits for a banner that begins so, and returns all that it says. */
async function untilBanner(page: Page, start: string): Promise<string> {
  const strip = banner(page).filter({ hasText: start });
  await strip.waitFor();
  return (await strip.innerText()).replace(/\s+/g, " ");
}

/** The page shows the roadmap, and nothing in it offers a change. */
async function expectReadOnly(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /Connection State Management/ }).waitFor();
  const names = await page.getByRole("button").allInnerTexts();
  const labels = await page.getByRole("button").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  expect([...names, ...labels].join("\n")).not.toMatch(/Undo|Redo|^Change |New topic|Commit/m);
}

/** Refusals, and requests that the end of the server meets at any moment; never an exception of the page. */
const isExpected = (line: string) =>
  /^error: Failed to load resource: (?:.* status of 4\d\d|net::ERR_(?:CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING))/.test(
    line,
  );

browserTest("when the server is gone, the page says so; it works again with the URL of the next one", async () => {
  const { page, place, server, said } = await openWebPage(halfway);
  await server.stop("SIGKILL");
  expect(await untilBanner(page, "roadmap web does not answer.")).toBe(
    "roadmap web does not answer. Nothing can be changed. If it has ended, run roadmap web again and open the " +
      "URL that it prints. Try again",
  );
  await page.getByRole("contentinfo").getByText("Not connected").waitFor();
  await expectReadOnly(page);
  await page.keyboard.press("u");
  expect(place.read()).toBe(halfway);
  const next = await startServer(place, "--port", String(server.port));
  expect(await untilBanner(page, "This page has no valid token.")).toBe(
    "This page has no valid token. Open the URL that roadmap web printed when it was last started.",
  );
  await page.goto(next.url);
  await banner(page).waitFor({ state: "detached" });
  expect(page.url()).toBe(`http://127.0.0.1:${server.port}/`);
  await page.getByRole("button", { name: /^Change Connection State/ }).waitFor();
  expect(said.filter((line) => !isExpected(line))).toEqual([]);
});

browserTest("a page that is opened without the token, or with another one, shows nothing of the roadmap", async () => {
  const { url } = await startServer(makePlace(halfway));
  const { origin } = new URL(url);
  for (const address of [origin, `${origin}/#token=${"A".repeat(43)}`]) {
    const { page, said } = await lookAt(address);
    await untilBanner(page, "This page has no valid token.");
    expect(await page.locator("body").innerText()).not.toContain("Connection");
    expect(await page.title()).toBe("roadmap");
    expect(said.filter((line) => !isExpected(line))).toEqual([]);
  }
});

browserTest("while the file is missing or unreadable, its last state is shown; then the page goes on", async () => {
  const { page, place, said } = await openWebPage(halfway);
  rmSync(place.path());
  expect(await untilBanner(page, "roadmap.md does not exist.")).toBe(
    "roadmap.md does not exist. Restore it, or end roadmap web. You see what could be read last; nothing can be " +
      "changed until then.",
  );
  await expectReadOnly(page);
  place.write(halfway);
  await banner(page).waitFor({ state: "detached" });
  place.write(Buffer.concat([Buffer.from(halfway), Buffer.from([0xff, 0x0a])]));
  expect(await untilBanner(page, "roadmap.md is not UTF-8")).toMatch(
    /^roadmap\.md is not UTF-8: .*\. You see what could be read last; nothing can be changed until then\.$/,
  );
  await expectReadOnly(page);
  place.write(halfway.replace("Connection State Management", "Connection State Management, again"));
  await page.getByRole("heading", { name: /Connection State Management, again/ }).waitFor();
  await banner(page).waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^Change Connection State/ }).waitFor();
  expect(said.filter((line) => !isExpected(line))).toEqual([]);
});

browserTest("a page that is opened while the file cannot be read goes on as soon as it can be", async () => {
  const place = makePlace(halfway);
  const { url } = await startServer(place);
  place.write(Buffer.from([0xff, 0x0a]));
  const { page } = await lookAt(url);
  await untilBanner(page, "roadmap.md is not UTF-8");
  place.write(halfway.replace("Connection State Management", "Connection State Management, again"));
  await page.getByRole("heading", { name: /Connection State Management/ }).waitFor();
});

browserTest(
  "during unresolved merge conflicts our side is shown, read-only, with the command that resolves",
  async () => {
    const place = makeRepository({ "roadmap.md": halfway });
    commitOn(place, "theirs", otherResources("Redis 8"));
    place.git("checkout", "-q", "main");
    place.write(otherResources("NATS"));
    commitAll(place, "ours");
    const { url } = await startServer(place);
    const { page, said } = await lookAt(url);
    expect(tryGit(place, "merge", "theirs").exitCode).toBe(1);
    expect(await untilBanner(page, "roadmap.md has unresolved merge conflicts.")).toBe(
      "roadmap.md has unresolved merge conflicts. Resolve them with roadmap resolve, or in an editor: choose a side " +
        "and delete the conflict markers. You see our side of them; nothing can be changed until then. Copy roadmap resolve",
    );
    await page.getByRole("contentinfo").getByText("Read-only until roadmap.md is fixed").waitFor();
    await expectReadOnly(page);
    const before = place.read();
    for (const key of ["u", "c"]) await page.keyboard.press(key);
    expect(place.read()).toBe(before);
    expect((await place.run("resolve", "--ours")).exitCode).toBe(0);
    await banner(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Change Connection State/ }).waitFor();
    expect(said.filter((line) => !isExpected(line))).toEqual([]);
  },
);

browserTest("with --read-only, the page says so and offers no change", async () => {
  const { page, place, said } = await openWebPage(halfway, { args: ["--read-only"] });
  await page.getByRole("banner").getByText("Read-only", { exact: true }).waitFor();
  await page.getByRole("contentinfo").getByText("Read-only: roadmap.md").waitFor();
  await expectReadOnly(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("connection state");
  expect(await page.getByRole("option").allInnerTexts()).toEqual(["Open Connection State Management\nroadmap show 18"]);
  expect(place.read()).toBe(halfway);
  expect(said).toEqual([]);
});

browserTest("a change of another program during a dialog is announced, and shown after it", async () => {
  const { page, place } = await openWebPage(halfway);
  await page.getByText("Watching roadmap.md").waitFor();
  await page.keyboard.press("?");
  // Until the dialog is open, the page shows a change at once.
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  place.write(halfway.replace("Connection State Management", "Connections"));
  expect(await untilBanner(page, "roadmap.md was changed by another program")).toMatch(
    /^roadmap\.md was changed by another program at \d\d:\d\d\. The page shows it when you have finished/,
  );
  expect(await page.getByText("Connections").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByText("Connections").first().waitFor();
  await banner(page).waitFor({ state: "detached" });
});

browserTest("two pages show each other's changes, and each keeps its focus", async () => {
  const { page, place, server } = await openWebPage(halfway);
  const { page: other } = await lookAt(server.url);
  const card = other.getByRole("link", { name: /Docker Compose/ });
  await card.focus();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("block connection");
  await page.keyboard.press("Enter");
  await page.getByText("Connection State Management is blocked.").waitFor();
  await other
    .getByRole("status")
    .getByText(/^roadmap\.md changed on disk at/)
    .waitFor();
  await other.getByRole("region", { name: "Blocked, 2" }).waitFor();
  expect(await card.evaluate((element) => element.matches(":focus"))).toBe(true);
  await other.keyboard.press("u");
  await other.getByText("Undone: block Connection State Management.").waitFor();
  await page.getByRole("region", { name: "Blocked, 1" }).waitFor();
  expect(place.read()).toBe(halfway);
});

browserTest("parts of the page that could not be loaded are asked for again when they are wanted", async () => {
  const { page, place } = await openWebPage(halfway);
  let isAway = true;
  await page.route(/later/, (request) => (isAway ? request.abort() : request.continue()));
  const failed = page.waitForEvent("requestfailed");
  await page.reload();
  await failed;
  await page.getByRole("heading", { name: /Connection State Management/ }).waitFor();
  const failedAgain = page.waitForEvent("requestfailed");
  await page.keyboard.press("?");
  await failedAgain;
  isAway = false;
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  await page.evaluate("location.hash = '#phases/topic/18'");
  await page.getByRole("complementary").getByRole("button", { name: "Finish…" }).click();
  await page.getByRole("dialog").waitFor();
  expect(place.read()).toBe(halfway);
});
