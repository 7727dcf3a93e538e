// Many pages and many commands change one file at once: every confirmed change is in it, and none is refused for good.

import { expect, test } from "vitest";
import { doneTopics, editCommand, freshRoadmap, litterIn } from "../support/edit-program.js";
import { makePlace } from "../support/program.js";
import { runProgram } from "../support/run-program.js";
import { webClient } from "../support/web-client.js";
import { startServer } from "../support/web-page.js";

const [writers, editsEach] = [20, 3];
const topicCount = 2 * writers * editsEach;

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

test("of 20 pages and 20 commands with 3 changes each, no change is lost", async () => {
  const made = makePlace(freshRoadmap(topicCount));
  const place = { ...made, env: { ...made.env, ROADMAP_LOCK_WAIT_MS: "300000" } };
  const server = await startServer(place);
  const { get, post, hash } = webClient(server);
  const refusals = new Set<string>();
  /** As the page does it: read the file again, and repeat the change for it. */
  const byPage = async (topic: number) => {
    for (;;) {
      const input = { topic: `topic ${topic}`, date: "2026-11-22" };
      const { status, data } = await post("operations/finish", input, await hash());
      if (status === 200) return;
      refusals.add(`${status} ${data.code}`);
      if (status !== 412) throw new Error(JSON.stringify(data));
    }
  };
  const byCommand = async (topic: number) => {
    const run = await runProgram(await editCommand(place.path(), topic), { env: place.env });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  };
  const work = (first: number, edit: (topic: number) => Promise<void>) => async (writer: number) => {
    for (const index of range(editsEach)) await edit(first + writer * editsEach + index + 1);
  };
  const byPages = range(writers).map(work(0, byPage));
  await Promise.all([...byPages, ...range(writers).map(work(writers * editsEach, byCommand))]);
  expect(doneTopics(place.read(), topicCount).length).toBe(topicCount);
  expect([...refusals]).toEqual(["412 CHANGED_MEANWHILE"]);
  expect((await get("roadmap")).data.topics.filter(({ status }: { status: string }) => status === "done").length).toBe(
    topicCount,
  );
  expect(await server.stop()).toBe(0);
  expect(litterIn(place.folder, "roadmap.md")).toEqual([]);
});
