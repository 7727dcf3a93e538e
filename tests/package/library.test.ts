// The library of the packed package: as a module, by require, with its types, and in a browser.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { browserPath, openBrowser } from "../support/browser.js";
import { makeMachine, packPackage } from "../support/packed.js";

const packed = mkdtempSync(join(tmpdir(), "roadmap-packed-"));
let tarball = "";

beforeAll(async () => {
  tarball = await packPackage(packed);
});

afterAll(() => rmSync(packed, { recursive: true, force: true }));

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

const manifest = { "package.json": '{ "name": "project", "private": true }' };

/** Starts a topic of a small roadmap: the last expression of each example. */
const use = `(({ applyEdits, operations, parseRoadmap }) => {
  const text = "| Topic | Status |\\n|---|---|\\n| HTTP &mdash; APIs | |\\n| Später | erledigt |\\n";
  const { roadmap, problems } = parseRoadmap(text);
  const edits = operations.start.edits(roadmap, { topic: "http" }, "2026-11-30");
  return JSON.stringify([problems.length, applyEdits(text, edits).split("\\n")[2], roadmap.topics[1].status]);
})`;

const result = '[0,"| HTTP &mdash; APIs | In Progress |","done"]';

async function installed(files: Readonly<Record<string, string>>) {
  const machine = makeMachine();
  const cwd = machine.makeFolder("project", { ...manifest, ...files });
  await machine.run(["npm", "install", tarball], { cwd });
  return { machine, cwd };
}

test("a module imports the library", async () => {
  const { machine, cwd } = await installed({
    "use.mjs": `import * as library from "roadmap-md"; console.log(${use}(library));`,
  });
  expect((await machine.run([process.execPath, "use.mjs"], { cwd })).stdout).toBe(`${result}\n`);
});

test("CommonJS requires the library, without a warning", async () => {
  const { machine, cwd } = await installed({ "use.cjs": `console.log(${use}(require("roadmap-md")));` });
  const { stdout, stderr } = await machine.run([process.execPath, "use.cjs"], { cwd });
  expect(stdout).toBe(`${result}\n`);
  expect(stderr).toBe("");
});

const typed = `
import { type Operation, type Plan, type Problem, operations, parseRoadmap, UserError } from "roadmap-md";
const { roadmap, problems } = parseRoadmap("", { today: "2026-11-30" });
const problem: Problem | undefined = problems[0];
const finish: Operation<{ topic: string; date?: string | undefined; proof?: string[] | undefined }> = operations.finish;
const plan: Plan = finish.plan(roadmap, { topic: "http" }, "2026-11-30");
export const text: string = (problem?.code ?? "") + plan.notes.join("\\n");
export const code = (error: unknown) => (error instanceof UserError ? error.code : undefined);
// @ts-expect-error: an operation takes only what it knows
finish.plan(roadmap, { topic: 5 }, "2026-11-30");
`;

test("the types resolve however TypeScript looks for them, with no other package", async () => {
  const { machine, cwd } = await installed({ "use.mts": typed, "use.cts": typed, "use.ts": typed });
  const shared = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--types", ""];
  const check = (...args: string[]) => machine.run([process.execPath, tsc, ...shared, ...args], { cwd });
  await check("--module", "node16", "--moduleResolution", "node16", "use.mts");
  await check("--module", "nodenext", "--moduleResolution", "nodenext", "use.mts", "use.cts");
  await check("--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022", "use.ts");
});

test.skipIf(browserPath === undefined)("a browser imports the library", async () => {
  const { cwd } = await installed({});
  const dist = join(cwd, "node_modules/roadmap-md/dist");
  const html = `<!doctype html><script type="module">
    import * as library from "/index.js"; globalThis.answer = ${use}(library);
  </script>`;
  const server = createServer((request, response) => {
    const isScript = request.url?.endsWith(".js");
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? readFileSync(join(dist, request.url ?? "")) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  const { answer, said } = await browser.look({ url, width: 800, scheme: "light", question: "globalThis.answer" });
  expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
  expect(answer).toBe(result);
});
