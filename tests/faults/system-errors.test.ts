// Any single failing file call leaves the old file or the new one, the right exit code, and no leftovers.

import { expect, test } from "vitest";
import { editCommand, litterIn } from "../support/edit-program.js";
import {
  doneIn,
  editWithFault,
  type FaultPlace,
  type FaultyRun,
  makeFaultPlace,
  type Way,
  ways,
} from "../support/faulty-run.js";
import { runProgram } from "../support/run-program.js";

const codes = ["EIO", "EACCES", "EPERM", "ENOSPC", "EROFS", "EBUSY", "EXDEV"];

/** Two disk blocks: the calls are those of a larger file, and a run takes two thirds of the time of one with 600. */
const topicCount = 150;

/** What must hold after any single failure. */
function expectOldOrNew(place: FaultPlace, run: FaultyRun): void {
  const isNew = run.exitCode === 0 || /was saved|saved, but/.test(run.stderr);
  const story = `${run.hit}: exit ${run.exitCode} ${run.stderr}`;
  expect([story, doneIn(place)]).toEqual([story, isNew ? [1] : []]);
  if (run.exitCode !== 0)
    expect(story).toMatch(/exit [5-7] \{.*"code":"[A-Z_]+","message":".+","hint":".+","exitCode":[5-7]\}\n$/);
  // Only a lock without access, or one that cannot be taken, is a different refusal than the disk's.
  if (run.exitCode !== 0) expect(story).toMatch(/-lock: exit [67] |exit 7 /);
}

async function expectNextRunTidies(place: FaultPlace): Promise<void> {
  const next = await runProgram(await editCommand(place.file, 2), { env: { XDG_STATE_HOME: place.stateHome } });
  expect(next).toMatchObject({ exitCode: 0, stderr: "" });
  expect(doneIn(place)).toContain(2);
  expect(litterIn(place.folder, ...place.names)).toEqual([]);
}

/** Makes the n-th call fail; false if there is no such call any more. */
async function survivesFailure(way: Way, code: string, n: number): Promise<boolean> {
  const place = makeFaultPlace(way, { topicCount });
  const run = await editWithFault(place, 1, `*:${code}:${n}`);
  if (run.hit === undefined) return false;
  expectOldOrNew(place, run);
  // A file that cannot be removed, or a lock that cannot be inspected, is left to the next run.
  const mayLeaveLitter = /^(unlinkSync|rmSync) |-lock$/.test(run.hit);
  if (mayLeaveLitter) await expectNextRunTidies(place);
  else expect([run.hit, litterIn(place.folder, ...place.names)]).toEqual([run.hit, []]);
  return true;
}

test.each(ways.flatMap((way) => codes.map((code) => [code, way] as const)))(
  "%s on each call in turn leaves the old file or the new one, %s",
  async (code, way) => {
    let calls = 0;
    for (let goesOn = true; goesOn; ) {
      const three = [1, 2, 3].map((step) => survivesFailure(way, code, calls + step));
      const hits = (await Promise.all(three)).filter(Boolean).length;
      calls += hits;
      goesOn = hits === 3;
    }
    expect(calls).toBeGreaterThan(way === "renamed" ? 30 : 60);
  },
);
