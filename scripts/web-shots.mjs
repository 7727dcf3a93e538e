// Takes pictures of the web page: each state at three widths, light and dark, in shots/; a few of them are copied to docs/.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "shots");
/** The names of states, to take only these. */
const only = process.argv.slice(2);

/** By file in docs. */
const inDocs = {
  "web-board.png": "board-wide-light",
  "web-drawer.png": "drawer-wide-light",
  "web-progress.png": "progress-wide-dark",
  "web-phone.png": "board-phone-light",
};
const halfway = join(root, "tests", "fixtures", "in-progress.md");

const sizes = {
  wide: { width: 1280, height: 800 },
  middle: { width: 768, height: 900 },
  phone: { width: 390, height: 844 },
};

const openTopic = (page) =>
  page.evaluate(() => {
    location.hash = "#board/topic/18";
  });

/** By name: what is done to the page, and to its files, before the picture is taken. */
const states = {
  board: async () => {},
  phases: (page) =>
    page.evaluate(() => {
      location.hash = "#phases";
    }),
  progress: (page) =>
    page.evaluate(() => {
      location.hash = "#progress";
    }),
  history: (page) =>
    page.evaluate(() => {
      location.hash = "#history";
    }),
  drawer: openTopic,
  finish: async (page) => {
    await openTopic(page);
    await page
      .getByRole("button", { name: /^Finish/ })
      .first()
      .click();
  },
  palette: (page) => page.keyboard.press("Control+k"),
  keys: (page) => page.keyboard.press("?"),
  filter: async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.type("docker");
  },
  blank: async (_, { path }) => writeFileSync(path, "# Rust\n"),
  merge: async (_, { path }) => {
    const text = "# Plan\n\n<<<<<<< ours\nmine\n=======\ntheirs\n>>>>>>> feature/aws\n";
    writeFileSync(path, text);
  },
  missing: async (_, { path }) => rmSync(path),
  gone: async (_, { server }) => server.kill(),
};

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] });
mkdirSync(folder, { recursive: true });
for (const [state, act] of Object.entries(states)) {
  if (only.length > 0 && !only.includes(state)) continue;
  for (const [size, viewport] of Object.entries(sizes))
    for (const colorScheme of ["light", "dark"])
      await take(`${state}-${size}-${colorScheme}`, { act, viewport, colorScheme });
}
await browser.close();
for (const [name, shot] of Object.entries(inDocs)) {
  const path = join(folder, `${shot}.png`);
  if (existsSync(path)) cpSync(path, join(root, "docs", name));
}

async function take(name, { act, viewport, colorScheme }) {
  const place = makePlace();
  const { server, url } = await startServer(place);
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("main").waitFor();
  await act(page, { ...place, server });
  // Nothing is left to come in.
  await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => {});
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  server.kill();
  rmSync(place.home, { recursive: true, force: true });
}

function makePlace() {
  const home = mkdtempSync(join(tmpdir(), "roadmap-shots-"));
  const path = join(home, "roadmap.md");
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    ROADMAP_TODAY: "2026-11-30",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Dana",
    GIT_AUTHOR_EMAIL: "dana@example.org",
    GIT_COMMITTER_NAME: "Dana",
    GIT_COMMITTER_EMAIL: "dana@example.org",
    GIT_AUTHOR_DATE: "2026-11-24T12:00:00Z",
    GIT_COMMITTER_DATE: "2026-11-24T12:00:00Z",
  };
  const run = (command, ...args) => execFileSync(command, args, { cwd: home, env, stdio: "ignore" });
  cpSync(halfway, path);
  run("git", "init", "-q");
  run("git", "add", "roadmap.md");
  run("git", "commit", "-qm", "Add the roadmap");
  return { home, path, env };
}

function startServer({ home, env }) {
  const program = join(root, "dist", "bin.cjs");
  const server = spawn(process.execPath, [program, "web", "--json"], {
    cwd: home,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve) => {
    server.stdout.setEncoding("utf8").once("data", (line) => resolve({ server, url: JSON.parse(line).url }));
  });
}

function browserPath() {
  return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"], {
    encoding: "utf8",
  }).trim();
}
