// A session next to the command line: both change the file at once, and each sees what the other did.

import { expect, onTestFinished, test } from "vitest";
import { requestOperation } from "../../src/app/requested-operations.js";
import { openSession } from "../../src/app/session.js";
import { operations } from "../../src/operations/index.js";
import { makePlace } from "../support/program.js";

const names = Array.from({ length: 12 }, (_, index) => `T${index}`);
const header = "| Topic | Status |\n|---|---|\n";
const before = header + names.map((name) => `| ${name} | |\n`).join("");

test("of changes by two sessions and the program at once, none is lost, and all are seen and undone", async () => {
  const place = makePlace(before);
  const lookup = { env: place.env, cwd: place.folder, file: place.path() };
  const sessions = [await openSession({ lookup }), await openSession({ lookup })];
  onTestFinished(() => {
    for (const session of sessions) session.close();
  });
  const after = before.replaceAll("| |", "| In Progress |");
  const seen = Promise.all(
    sessions.map(
      (session) =>
        new Promise<void>((resolve, reject) => {
          session.watch({
            onChange: ({ opened }) => {
              if (opened?.file.text === after) resolve();
            },
            onError: reject,
          });
        }),
    ),
  );
  const changes = names.map((topic, index) => {
    const session = sessions[index % 3];
    if (!session) return place.run("start", topic);
    return session.change([requestOperation(operations.start, { topic })], {});
  });
  await Promise.all(changes);
  expect(place.read()).toBe(after);
  await seen;
  const [first] = sessions;
  const { changes: recorded } = JSON.parse((await place.run("undo", "--list", "--json")).stdout);
  expect(recorded.map(({ id }: { id: string }) => id)).toEqual(
    (await first?.journal())?.changes.map(({ change }) => change.id),
  );
  const third = recorded.find(({ summary }: { summary: string }) => summary === "start T3");
  await first?.undo({ change: third.id }, {});
  expect(place.read()).toBe(after.replace("| T3 | In Progress |", "| T3 | |"));
  expect((await place.run("redo")).stdout).toContain("start T3");
  expect((await place.run("undo", "12")).exitCode).toBe(0);
  expect(place.read()).toBe(before);
});
