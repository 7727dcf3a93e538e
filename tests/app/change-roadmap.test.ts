// Change roadmap: a file that another program changes in the meantime, with real files and processes.

import { spawn } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changeRoadmap } from "../../src/app/change-roadmap.js";
import type { OpenedRoadmap } from "../../src/app/open-roadmap.js";
import { makeTempFolder } from "../support/temp-folder.js";

const text = "# Plan\n\n- [ ] write\n- [ ] read\n";

function place() {
  const [cwd, stateHome] = [makeTempFolder(), makeTempFolder()];
  const file = join(cwd, "roadmap.md");
  writeFileSync(file, text);
  return { file, whereabouts: { file, env: { XDG_STATE_HOME: stateHome, ROADMAP_TODAY: "2026-11-30" }, cwd } };
}

/** Checks off the first unchecked task, wherever it is by now. */
async function check({ file: { text: now } }: OpenedRoadmap) {
  const at = { start: now.indexOf("[ ]") + 1, end: now.indexOf("[ ]") + 2 };
  const edits = [{ at, text: "x" }];
  const steps = [{ kind: "change" as const, summary: "check", changed: [], edits }];
  return { edits, text: `${now.slice(0, at.start)}x${now.slice(at.end)}`, steps };
}

/** A plan during which another program writes to the file this many times. */
function disturbed(file: string, times: number) {
  let left = times;
  return async (opened: OpenedRoadmap) => {
    if (left-- > 0) writeFileSync(file, `by hand ${left}\n${readFileSync(file, "utf8")}`);
    return check(opened);
  };
}

function refusedOnly(error: unknown): { saved: null } {
  expect(error).toMatchObject({ exitCode: 5 });
  return { saved: null };
}

test.each([1, 2])("a change is planned again after the file was changed %i times in the meantime", async (times) => {
  const { file, whereabouts } = place();
  const report = await changeRoadmap({ lookup: whereabouts, isDryRun: false, plan: disturbed(file, times) });
  expect(report.saved?.how).toBe("renamed");
  const byHand = ["by hand 0\n", "by hand 0\nby hand 1\n"][times - 1];
  expect(readFileSync(file, "utf8")).toBe(`${byHand}${text.replace("[ ]", "[x]")}`);
});

test("a file that keeps changing is refused, and none of its text is lost", async () => {
  const { file, whereabouts } = place();
  const change = changeRoadmap({ lookup: whereabouts, isDryRun: false, plan: disturbed(file, 100) });
  await expect(change).rejects.toMatchObject({ code: "CHANGED_MEANWHILE", exitCode: 5 });
  expect(readFileSync(file, "utf8")).toBe(`by hand 97\nby hand 98\nby hand 99\n${text}`);
});

test("a change with --if-match is never planned on another text", async () => {
  const { file, whereabouts } = place();
  const opened = await changeRoadmap({ lookup: whereabouts, isDryRun: true, plan: check });
  const { hash } = opened.opened.file;
  const change = changeRoadmap({ lookup: whereabouts, isDryRun: false, ifMatch: hash, plan: disturbed(file, 1) });
  await expect(change).rejects.toMatchObject({ code: "CHANGED_MEANWHILE", exitCode: 5 });
  expect(readFileSync(file, "utf8")).toBe(`by hand 0\n${text}`);
});

test("next to a program that writes ten times a second, changes succeed and no line is lost", async () => {
  const { file, whereabouts } = place();
  const script = 'i=0; while :; do i=$((i+1)); echo "line $i" >> "$1"; echo "$i"; sleep 0.1; done';
  const writer = spawn("sh", ["-c", script, "sh", file], { stdio: ["ignore", "pipe", "ignore"] });
  let written = "";
  writer.stdout.on("data", (bytes: Buffer) => {
    written += bytes.toString();
  });
  const ended = new Promise((resolve) => writer.on("close", resolve));
  const kept: string[] = [];
  let refused = 0;
  try {
    for (let count = 1; count <= 20; count++) {
      appendFileSync(file, `- [ ] task ${count}\n`);
      const { saved } = await changeRoadmap({ lookup: whereabouts, isDryRun: false, plan: check }).catch(refusedOnly);
      if (saved === null) refused++;
      if (saved?.keptBeside !== undefined) kept.push(readFileSync(saved.keptBeside, "utf8"));
    }
  } finally {
    writer.kill();
    await ended;
  }
  const all = [readFileSync(file, "utf8"), ...kept].join("\n").split("\n");
  for (const number of written.trim().split("\n").slice(0, -1)) expect(all).toContain(`line ${number}`);
  expect(readFileSync(file, "utf8").match(/\[x\]/g)).toHaveLength(20 - refused);
  // On a very busy machine, three tries may not be enough.
  expect(refused).toBeLessThan(5);
});
