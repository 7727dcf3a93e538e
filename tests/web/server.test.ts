// The server: what it answers to the page, with which status, and what becomes of the file.

import { appendFileSync, chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatLockRecord, makeLockRecord } from "../../src/store/lock/lock-file.js";
import { makePlace, type Place, repairedText } from "../support/program.js";
import { webClient } from "../support/web-client.js";
import { startServer } from "../support/web-page.js";

const conflict = "<<<<<<< ours\n\nA line of ours.\n\n=======\n\nA line of theirs.\n\n>>>>>>> theirs\n";

/** A repository in which the roadmap is committed twice. */
function makeRepository(): Place {
  const place = makePlace(repairedText);
  place.git("init", "-q", "-b", "main");
  place.git("add", ".");
  place.git("commit", "-qm", "Begin");
  place.write(repairedText.replace("# ", "# My "));
  place.git("commit", "-qam", "Name it");
  return place;
}

async function open(place: Place, ...args: string[]) {
  const server = await startServer(place, ...args);
  return { place, server, ...webClient(server) };
}

/** The page's day, so that both answer as of the same. */
async function printed(place: Place, ...args: string[]): Promise<unknown> {
  const { stdout, stderr } = await place.runWith({ env: { ROADMAP_TODAY: "2026-11-30" } }, ...args, "--json");
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

// Reading.

test.each([
  ["dashboard", ["dashboard"]],
  ["doctor", ["doctor"]],
  ["diff", ["diff"]],
  ["journal", ["undo", "--list"]],
  ["log", ["log"]],
  ["log?topic=3&limit=1", ["log", "3", "--limit", "1"]],
  ["stats", ["stats"]],
  ["burnup", ["burnup"]],
])("/api/%s answers what `roadmap %j --json` prints", async (path, command) => {
  const place = makeRepository();
  await place.run("start", "3");
  const { get } = await open(place);
  expect(await get(path)).toMatchObject({ status: 200, data: await printed(place, ...command) });
});

const weekly = "---\nroadmap:\n  weekly: 2\n---\n\n";

test("/api/forecast answers what the command prints, also when there is too little history", async () => {
  const place = makePlace(weekly + repairedText);
  const { get } = await open(place);
  const data = await printed(place, "forecast");
  expect(data).toMatchObject({ kind: "forecast", basis: { by: "front-matter", perWeek: 2 } });
  expect(await get("forecast")).toMatchObject({ status: 200, data });
  place.write(repairedText);
  const { stderr } = await place.run("forecast", "--json");
  expect(await get("forecast")).toMatchObject({ status: 409, data: JSON.parse(stderr) });
});

test("/api/roadmap has the topics of `export json`, and says what can be undone", async () => {
  const place = makePlace(repairedText);
  await place.run("start", "3");
  const { get } = await open(place);
  const { status, data } = await get("roadmap");
  expect(status).toBe(200);
  const exported = JSON.parse((await place.run("export", "json")).stdout);
  expect(data).toMatchObject({ kind: "page", file: "roadmap.md", today: "2026-11-30", readOnly: false, trouble: null });
  expect(data.hash).toBe(exported.hash);
  expect(data.topics).toMatchObject(exported.topics);
  expect(data.undo.summary).toMatch(/^start /);
  expect(data.redo).toBeNull();
  expect(data.rowHashes.topics.length).toBe(data.topics.length);
});

test("who has the state already gets 304, until it changes", async () => {
  const { get, place } = await open(makePlace(repairedText));
  const etag = (await get("roadmap")).headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
  expect(await get("roadmap", { "if-none-match": etag })).toMatchObject({ status: 304, data: null });
  await place.run("start", "3");
  expect((await get("roadmap", { "if-none-match": etag })).status).toBe(200);
});

test("an old version is read-only and has its own text; one that is not there is not found", async () => {
  const { get } = await open(makeRepository());
  const [now, then] = [await get("roadmap"), await get("roadmap?at=HEAD~1")];
  expect(now.data.title).toBe(`My ${then.data.title}`);
  expect(then).toMatchObject({ status: 200, data: { readOnly: true, undo: null, at: { day: expect.any(String) } } });
  expect(await get("roadmap?at=nowhere")).toMatchObject({ status: 404, data: { code: "REVISION_NOT_FOUND" } });
});

test("/api/operations has the JSON Schema of every operation, with a description for each field", async () => {
  const { get } = await open(makePlace(repairedText));
  const { data } = await get("operations");
  expect(Object.keys(data)).toEqual(expect.arrayContaining(["start", "finish", "check", "add-topic", "move"]));
  expect(data.finish.input.properties.proof.description).toMatch(/\w/);
});

// Changing.

test("a change writes what the command writes, and undo restores the same bytes", async () => {
  const [place, beside] = [makePlace(repairedText), makePlace(repairedText)];
  const { post } = await open(place);
  const finished = await post("operations/finish", { topic: "5", proof: ["https://example.org/pr/1"] });
  expect(finished).toMatchObject({ status: 200, data: { kind: "change", results: [{ operation: "finish" }] } });
  await beside.runWith({ env: { ROADMAP_TODAY: "2026-11-30" } }, "finish", "5", "--proof", "https://example.org/pr/1");
  expect(place.read()).toBe(beside.read());
  expect(place.read()).not.toBe(repairedText);
  expect(await post("undo", { count: 1 })).toMatchObject({
    status: 200,
    data: { kind: "reversal", direction: "undo" },
  });
  expect(place.read()).toBe(repairedText);
  expect((await post("redo", { count: 1 })).status).toBe(200);
  expect(place.read()).toBe(beside.read());
});

test("a named change is undone below a later one, which stays", async () => {
  const { place, get, post } = await open(makePlace(repairedText));
  await post("operations/start", { topic: "5" });
  await post("operations/start", { topic: "6" });
  const only = makePlace(repairedText);
  await only.runWith({ env: { ROADMAP_TODAY: "2026-11-30" } }, "start", "6");
  const [, first] = (await get("journal")).data.changes;
  expect((await post("undo", { change: first.id })).status).toBe(200);
  expect(place.read()).toBe(only.read());
  expect(await post("undo", { change: first.id })).toMatchObject({ status: 409, data: { code: "REVERSED_ALREADY" } });
  expect(await post("undo", { change: "none" })).toMatchObject({ data: { code: "CHANGE_NOT_FOUND" } });
});

test("a dry run answers with the diff, and writes nothing", async () => {
  const { place, post } = await open(makePlace(repairedText));
  const { status, data } = await post("operations/start?dryRun=1", { topic: "5" });
  expect([status, data.dryRun, data.saved]).toEqual([200, true, null]);
  expect(data.diff).toMatch(/^\+.*In Progress/m);
  expect(place.read()).toBe(repairedText);
});

test("commit=1 commits the change, and /api/commit the edits by hand", async () => {
  const { place, post } = await open(makeRepository());
  const { data } = await post("operations/start?commit=1", { topic: "5" });
  expect(data).toMatchObject({ commit: { branch: "main" }, notCommitted: null });
  appendFileSync(place.path(), "\nBy hand.\n");
  const committed = await post("commit", { message: "Add a line" });
  expect(committed).toMatchObject({ status: 200, data: { kind: "commit", commit: { subject: "Add a line" } } });
  expect(place.git("log", "-2", "--format=%s")).toMatch(/^Add a line\n.*tart/);
  expect(place.git("status", "--porcelain")).toBe("");
});

test("a change that is saved but not committed is a success that says so; a refused commit is none", async () => {
  const { place, post } = await open(makePlace(repairedText));
  const saved = await post("operations/start?commit=1", { topic: "5" });
  expect(saved).toMatchObject({ status: 200, data: { commit: null, notCommitted: { code: "NO_REPOSITORY" } } });
  expect(place.read()).not.toBe(repairedText);
  expect(await post("commit", {})).toMatchObject({ status: 409, data: { code: "NO_REPOSITORY", exitCode: 8 } });
});

test("a commit for another version of the file is refused", async () => {
  const { place, post } = await open(makeRepository());
  const before = place.git("rev-parse", "HEAD");
  appendFileSync(place.path(), "\nBy hand.\n");
  expect(await post("commit", {}, "0".repeat(64))).toMatchObject({ status: 412 });
  expect(place.git("rev-parse", "HEAD")).toBe(before);
});

test.each([
  ["finish", { topic: "nothing like it" }, 404, "TOPIC_NOT_FOUND"],
  ["finish", { topic: "e" }, 409, "NAME_AMBIGUOUS"],
  ["start", { topic: "1" }, 409, "ALREADY_DONE"],
  ["finish", {}, 422, "OPERATION_NOT_UNDERSTOOD"],
  ["finish", { topic: "5", date: "soonish" }, 422, "DATE_NOT_UNDERSTOOD"],
  ["finish", { topic: "5", date: "2027-01-01" }, 422, "DATE_IN_FUTURE"],
  ["finish", { topic: "5", proof: ["javascript:alert(1)"] }, 422, "LINK_NOT_USABLE"],
])("%s with %j is refused with %i %s, and the file stays", async (...[op, input, status, code]) => {
  const place = makePlace(repairedText);
  await place.run("finish", "1");
  const before = place.read();
  const { post } = await open(place);
  expect(await post(`operations/${op}`, input)).toMatchObject({ status, data: { kind: "error", code } });
  expect(place.read()).toBe(before);
});

test("an ambiguous name comes with its candidates", async () => {
  const { post } = await open(makePlace(repairedText));
  const { data } = await post("operations/finish", { topic: "e" });
  expect(data.candidates.length).toBeGreaterThan(1);
  expect(data.candidates[0]).toMatchObject({ type: "topic", address: expect.stringMatching(/^t?\d+$/) });
});

test("a change for an older version is refused with 412, and the other edit stays", async () => {
  const { place, post, hash } = await open(makePlace(repairedText));
  const old = await hash();
  await place.run("start", "3");
  const edited = place.read();
  expect(await post("operations/start", { topic: "5" }, old)).toMatchObject({
    status: 412,
    data: { code: "CHANGED_MEANWHILE", exitCode: 5 },
  });
  expect(place.read()).toBe(edited);
});

test("while another program holds the lock, a change waits and then is refused with 423", async () => {
  const place = makePlace(repairedText);
  const impatient = { ...place, env: { ...place.env, ROADMAP_LOCK_WAIT_MS: "100" } };
  const { post } = await open(impatient);
  place.write(formatLockRecord(makeLockRecord()), ".roadmap.md.roadmap-lock");
  expect(await post("operations/start", { topic: "5" })).toMatchObject({ status: 423, data: { code: "LOCKED" } });
  expect(place.read()).toBe(repairedText);
});

// The file and its troubles.

test("every open page is told the present state, and each change by whom it may be", async () => {
  const { place, events, post, hash } = await open(makePlace(repairedText));
  const streams = [await events(), await events()];
  for (const { next } of streams) expect(await next()).toEqual({ hash: await hash(), trouble: null });
  const { data } = await post("operations/start", { topic: "5" });
  for (const { next } of streams) expect(await next()).toEqual({ hash: data.hash, trouble: null });
  await place.run("start", "6");
  for (const { next } of streams) expect(await next()).toEqual({ hash: await hash(), trouble: null });
});

test("at most 16 streams are open, and a closed one makes room", async () => {
  const { events } = await open(makePlace(repairedText));
  const streams = await Promise.all(Array.from({ length: 16 }, events));
  expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 200));
  expect((await events()).status).toBe(429);
  streams[0]?.close();
  await expect.poll(async () => (await events()).status, { timeout: 10_000 }).toBe(200);
});

test("a stream has a line at least every 20 seconds", async () => {
  const { events } = await open(makePlace(repairedText));
  const { next } = await events();
  await next();
  const started = performance.now();
  expect(await next()).toBe(":ping");
  expect(performance.now() - started).toBeLessThan(25_000);
});

test("a deleted file is shown as it was, takes no change, and comes back by itself", async () => {
  const { place, events, get, post, hash } = await open(makePlace(repairedText));
  const { next } = await events();
  const { hash: known } = await next();
  renameSync(place.path(), place.path("away.md"));
  expect(await next()).toMatchObject({ hash: known, trouble: { code: "FILE_NOT_FOUND", hint: expect.any(String) } });
  const { status, data, headers } = await get("roadmap");
  expect([status, data.hash, data.trouble.code, headers.get("etag")]).toEqual([200, known, "FILE_NOT_FOUND", null]);
  expect(data.topics.length).toBeGreaterThan(30);
  expect(await post("operations/start", { topic: "5" }, known)).toMatchObject({ status: 404 });
  expect(existsSync(place.path())).toBe(false);
  renameSync(place.path("away.md"), place.path());
  expect(await next()).toEqual({ hash: known, trouble: null });
  expect(await hash()).toBe(known);
  expect((await post("operations/start", { topic: "5" })).status).toBe(200);
});

test("a file that is no longer text is shown as it was, and nothing of it is changed", async () => {
  const { place, events, get, post } = await open(makePlace(repairedText));
  const { next } = await events();
  const { hash: known } = await next();
  const bytes = Buffer.concat([Buffer.from(repairedText), Buffer.from([0xe9, 0x0a])]);
  place.write(bytes);
  expect(await next()).toMatchObject({ hash: known, trouble: { code: "NOT_UTF8" } });
  expect((await get("roadmap")).data).toMatchObject({ hash: known, trouble: { code: "NOT_UTF8" } });
  expect(await post("operations/start", { topic: "5" }, known)).toMatchObject({ status: 409 });
  expect(readFileSync(place.path()).equals(bytes)).toBe(true);
  place.write(repairedText);
  expect(await next()).toEqual({ hash: known, trouble: null });
});

test("during a merge the page can be read but not changed, until the conflict is resolved", async () => {
  const { place, events, get, post } = await open(makePlace(repairedText));
  const { next } = await events();
  await next();
  const conflicted = `${repairedText}\n${conflict}`;
  place.write(conflicted);
  expect(await next()).toMatchObject({ trouble: { code: "CONFLICT_MARKERS" } });
  const { data } = await get("roadmap");
  expect(data).toMatchObject({ conflicts: 1, trouble: { code: "CONFLICT_MARKERS", hint: expect.any(String) } });
  for (const [path, input] of [
    ["operations/start", { topic: "5" }],
    ["commit", {}],
  ] as const)
    expect(await post(path, input)).toMatchObject({ status: 409, data: { code: "CONFLICT_MARKERS" } });
  expect(place.read()).toBe(conflicted);
  place.write(repairedText);
  expect(await next()).toMatchObject({ trouble: null });
});

test("a file without topics has none, and takes its first", async () => {
  const { place, get, post } = await open(makePlace("# Plan\n"));
  expect((await get("roadmap")).data).toMatchObject({ title: "Plan", topics: [], tasks: [], trouble: null });
  expect((await post("operations/add-topic", { name: "First" })).status).toBe(200);
  expect(place.read()).toMatch(/^# Plan\n\n\| Topic [^\n]*\n[|-]+\n\| First [^\n]*\n$/);
});

test("only the file it was started with is served, also when a nearer one appears", async () => {
  const place = makePlace({ "plan.md": "| Topic | Status |\n|---|---|\n| One | |\n" });
  const { get, post } = await open(place, "--file", "plan.md");
  writeFileSync(place.path("roadmap.md"), repairedText);
  expect((await get("roadmap")).data).toMatchObject({ file: "plan.md", topics: [{ name: "One" }] });
  expect((await post("operations/start", { topic: "1" })).status).toBe(200);
  expect(place.read("plan.md")).toContain("In Progress");
  expect(place.read()).toBe(repairedText);
});

test("a file on which the system refuses to write stays, and the answer says why", async () => {
  const place = makePlace(repairedText);
  const { post } = await open(place);
  chmodSync(place.folder, 0o555);
  const { status, data } = await post("operations/start", { topic: "5" });
  chmodSync(place.folder, 0o755);
  // The administrator may write everywhere.
  if (process.getuid?.() === 0) expect(status).toBe(200);
  else expect([status, data.code]).toEqual([507, "NO_PERMISSION"]);
});
