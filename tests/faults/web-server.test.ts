// The server of the page under faults: killed in the middle of a change, and on a full disk.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashBytes } from "../../src/store/hash.js";
import { doneTopics, editCommand, freshRoadmap, litterIn } from "../support/edit-program.js";
import { makePlace, type Place, programCommand } from "../support/program.js";
import { canRun, runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";
import { webClient } from "../support/web-client.js";
import { firstLine, startServer } from "../support/web-page.js";

const topicCount = 600;

const finish = (topic: number) => ["operations/finish", { topic: `topic ${topic}`, date: "2026-11-22" }] as const;

/** After a kill, the next command works and tidies up. */
async function nextCommandWorks(place: Place, topic: number): Promise<readonly number[]> {
  const run = await runProgram(await editCommand(place.path(), topic), { env: place.env });
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(litterIn(place.folder, "roadmap.md")).toEqual([]);
  return doneTopics(place.read(), topicCount);
}

test("a kill at any moment of a change leaves the old file or the new one, whole", async () => {
  const place = makePlace(freshRoadmap(topicCount));
  const acknowledged: number[] = [];
  let killed = 0;
  for (let topic = 1; topic <= 20; topic++) {
    const server = await startServer(place);
    const { post, hash } = webClient(server);
    const answer = post(...finish(topic), await hash()).catch(() => null);
    setTimeout(() => server.process.kill("SIGKILL"), Math.random() * 40);
    const got = await answer;
    if (got?.status === 200) acknowledged.push(topic);
    else killed++;
    await server.stop("SIGKILL");
    doneTopics(place.read(), topicCount);
  }
  const done = new Set(await nextCommandWorks(place, topicCount));
  expect(acknowledged.filter((topic) => !done.has(topic))).toEqual([]);
  expect(killed).toBeGreaterThan(2);
});

test("a change that was saved before a kill but not answered is in the file, and can be undone", async () => {
  const text = freshRoadmap(topicCount);
  const place = makePlace(text);
  const server = await startServer(place);
  const { post, hash } = webClient(server);
  const answer = post(...finish(1), await hash()).catch(() => null);
  while (place.read() === text) await new Promise(setImmediate);
  await server.stop("SIGKILL");
  expect(doneTopics(place.read(), topicCount)).toEqual([1]);
  await answer;
  const again = webClient(await startServer(place));
  expect((await again.get("roadmap")).data.undo.summary).toMatch(/^finish topic 1$/);
  expect((await again.post("undo", { count: 1 })).status).toBe(200);
  expect(place.read()).toBe(text);
  expect(litterIn(place.folder, "roadmap.md")).toEqual([]);
});

const canMount = await canRun("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=8k none /mnt");

/** A server whose roadmap is alone on a disk that has two blocks left. */
async function startOnFullDisk(text: string) {
  const folder = makeTempFolder();
  mkdirSync(join(folder, "disk"));
  writeFileSync(join(folder, "fresh.md"), text);
  const size = (Math.ceil(Buffer.byteLength(text) / 4096) + 2) * 4096;
  const script = `mount -t tmpfs -o size=${size} none "$1/disk" && cp "$1/fresh.md" "$1/disk/roadmap.md" || exit 99
    cd "$1/disk" && shift && exec "$@"`;
  const { command, args: webArgs } = programCommand("web", "--json");
  const args = ["-Urm", "sh", "-c", script, "sh", folder, command, ...webArgs];
  const env = { ...process.env, XDG_STATE_HOME: join(folder, "state"), ROADMAP_TODAY: "2026-11-22" };
  const child: ChildProcess = spawn("unshare", args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return webClient(JSON.parse(await firstLine(child)));
}

test.skipIf(!canMount)("on a full disk a change is refused with 507, and the file stays", async () => {
  const text = freshRoadmap(topicCount);
  const { post, get, hash } = await startOnFullDisk(text);
  expect(await hash()).toBe(hashBytes(readFileSync(makePlace(text).path())));
  expect(await post(...finish(1))).toMatchObject({
    status: 507,
    data: { kind: "error", code: "DISK_FULL", exitCode: 7 },
  });
  expect((await get("roadmap")).data).toMatchObject({ hash: hashBytes(Buffer.from(text)), trouble: null });
  expect((await get("doctor")).status).toBe(200);
});
