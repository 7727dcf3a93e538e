// The command `roadmap web`: what it prints, opens and refuses, and how it ends.

import { spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { makePlace, type Place, programCommand, repairedText } from "../support/program.js";
import { hasPty, runOnPty } from "../support/pty.js";
import { webClient } from "../support/web-client.js";
import { startServer } from "../support/web-page.js";

/** Runs it until it has printed that many lines, and then ends it with the signal. */
function runUntil(place: Place, { lines, signal }: { lines: number; signal: NodeJS.Signals }, ...args: string[]) {
  return new Promise<{ stdout: string; stderr: string; exitCode: number | null }>((resolve) => {
    const web = programCommand("web", ...args);
    const child = spawn(web.command, web.args, { cwd: place.folder, env: place.env });
    onTestFinished(() => void child.kill("SIGKILL"));
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.split("\n").length > lines) child.kill(signal);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("close", (exitCode) => resolve({ stdout, stderr, exitCode }));
  });
}

const url = /^http:\/\/127\.0\.0\.1:(\d+)\/#token=[\w-]{43}$/;

test.each(["SIGINT", "SIGTERM"] as const)(
  "it prints its URL and how to end it, and %s ends it with 0",
  async (signal) => {
    const place = makePlace(repairedText);
    const { stdout, stderr, exitCode } = await runUntil(place, { lines: 2, signal }, "--open");
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(stdout.split("\n")).toEqual([expect.stringMatching(url), "Ctrl-C ends it", ""]);
    expect(place.read()).toBe(repairedText);
  },
);

test("--json prints one line with the same, and nothing more", async () => {
  const { stdout, stderr, exitCode } = await runUntil(
    makePlace(repairedText),
    { lines: 1, signal: "SIGTERM" },
    "--json",
    "--read-only",
  );
  expect([stderr, exitCode]).toEqual(["", 0]);
  const [line = "", ...rest] = stdout.split("\n");
  expect(rest).toEqual([""]);
  const data = JSON.parse(line);
  expect(data).toEqual({
    schemaVersion: 1,
    kind: "web",
    url: expect.stringMatching(url),
    port: data.port,
    readOnly: true,
  });
  expect(data.url).toContain(`:${data.port}/`);
});

test("each start has another token", async () => {
  const place = makePlace(repairedText);
  const [first, second] = [await startServer(place), await startServer(place)];
  expect(new URL(first.url).hash).not.toBe(new URL(second.url).hash);
});

test("a port that another program has is refused, and a free one is taken", async () => {
  const place = makePlace(repairedText);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = `${typeof address === "object" && address ? address.port : 0}`;
  const taken = await place.run("web", "--port", port, "--json");
  expect(taken).toMatchObject({ stdout: "", exitCode: 1 });
  expect(JSON.parse(taken.stderr)).toMatchObject({
    code: "PORT_TAKEN",
    message: `another program listens on port ${port}`,
  });
  await new Promise((resolve) => other.close(resolve));
  expect((await startServer(place, "--port", port)).port).toBe(Number(port));
});

test.each([
  [["--port", "65536"], 2, "USAGE"],
  [["--port", "http"], 2, "USAGE"],
  [["--port", "-1"], 2, "USAGE"],
  [["-f", "missing.md"], 3, "FILE_NOT_FOUND"],
  [["-f", "."], 4, "NOT_A_FILE"],
  [["-f", "latin.md"], 4, "NOT_UTF8"],
  [["--if-match", "0000000"], 5, "CHANGED_MEANWHILE"],
] as const)("web %j ends with %i %s before it listens", async (args, exitCode, code) => {
  const place = makePlace({
    "roadmap.md": repairedText,
    "latin.md": Buffer.from("| Topic |\n|--|\n| caf\xe9 |\n", "latin1"),
  });
  const ran = await place.run("web", ...args, "--json");
  expect(ran).toMatchObject({ stdout: "", exitCode });
  expect(JSON.parse(ran.stderr)).toMatchObject({ kind: "error", code });
});

test("where there is no roadmap, it says how to begin", async () => {
  expect(await makePlace({}).run("web")).toMatchObject({
    stdout: "",
    exitCode: 3,
    stderr: expect.stringContaining("roadmap init"),
  });
});

test("a dry run serves a page that changes nothing", async () => {
  const { get, post } = webClient(await startServer(makePlace(repairedText), "-n"));
  expect((await get("roadmap")).data.readOnly).toBe(true);
  expect((await post("operations/start", { topic: "5" })).status).toBe(403);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "with open streams and slow requests, %s ends it within a second",
  async (signal) => {
    const server = await startServer(makePlace(repairedText));
    const { events } = webClient(server);
    const streams = await Promise.all(Array.from({ length: 16 }, events));
    for (const { next } of streams) await next();
    const started = performance.now();
    expect(await server.stop(signal)).toBe(0);
    expect(performance.now() - started).toBeLessThan(1000);
    for (const { next } of streams) expect(await next()).toBeNull();
  },
);

test("a change that was sent before the end is saved and answered", async () => {
  const place = makePlace(repairedText);
  const server = await startServer(place);
  const { post, hash } = webClient(server);
  const answer = post("operations/start", { topic: "5" }, await hash());
  await vi.waitUntil(() => place.read() !== repairedText, { interval: 1 });
  expect(await server.stop()).toBe(0);
  expect(await answer).toMatchObject({ status: 200, data: { kind: "change" } });
});

// In a terminal.

function withBrowser(exitCode: number): Place {
  const script = `#!/bin/sh\nprintf "%s" "$1" > opened\nexit ${exitCode}\n`;
  const place = makePlace({ "roadmap.md": repairedText, browser: script });
  chmodSync(place.path("browser"), 0o755);
  return place;
}

/** Ends it with Ctrl-C once its output, or the file that the browser writes, is there. */
async function inTerminal(place: Place, line: string, after = "Ctrl-C ends it") {
  const { output, exitCode } = await runOnPty(place, `export BROWSER=${place.path("browser")}; ${line}`, {
    keys: "\u0003",
    after,
  });
  return { lines: output.replaceAll("\r\n", "\n").replace("^C", "").trimEnd().split("\n"), exitCode };
}

/** Prints a line when the browser has the URL: Ctrl-C would end one that only starts. */
const waiting = "(trap '' INT; until [ -s opened ]; do sleep 0.05; done; echo the browser was asked)";

test.skipIf(!hasPty)("in a terminal it opens the page, and Ctrl-C ends it with 0", async () => {
  const place = withBrowser(0);
  const { lines, exitCode } = await inTerminal(place, `${waiting} & $ROADMAP web; echo "exit $?"`, "was asked");
  expect(exitCode).toBe(0);
  expect(lines).toEqual([expect.stringMatching(url), "Ctrl-C ends it", "the browser was asked", "exit 0"]);
  expect(readFileSync(place.path("opened"), "utf8")).toBe(lines[0]);
});

test.skipIf(!hasPty)("a browser that does not start is a note, and the page is served", async () => {
  const { lines } = await inTerminal(withBrowser(3), '$ROADMAP web; echo "exit $?"', "open the URL above");
  expect(lines.slice(1)).toEqual([
    "Ctrl-C ends it",
    expect.stringMatching(/^note: .*browser could not open the page/),
    "  open the URL above",
    "exit 0",
  ]);
});

test.skipIf(!hasPty)("with --no-open, nothing is opened", async () => {
  const place = withBrowser(0);
  await inTerminal(place, "$ROADMAP web --no-open");
  expect(existsSync(place.path("opened"))).toBe(false);
});
