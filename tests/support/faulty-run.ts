// Runs the edit program with the fault module preloaded: its calls, and the resulting file.

import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { doneTopics, editCommand, freshRoadmap } from "./edit-program.js";
import { isBinary, preloading } from "./program.js";
import { type RunResult, runProgram } from "./run-program.js";
import { makeTempFolder } from "./temp-folder.js";

export type Way = "renamed" | "in place";
export const ways: readonly Way[] = ["renamed", "in place"];

export interface FaultPlace {
  readonly folder: string;
  readonly file: string;
  /** The names that belong in the folder. */
  readonly names: readonly string[];
  readonly stateHome: string;
  readonly topicCount: number;
}

/** By default, a file that takes many small writes; the fewer topics, the faster a run. */
export interface FaultOptions {
  readonly topicCount?: number;
  readonly journal?: "with journal" | "without journal";
}

/** A file of several disk blocks; with a second name it is overwritten in place. */
export function makeFaultPlace(way: Way, options: FaultOptions = {}): FaultPlace {
  const { topicCount = 600, journal = "with journal" } = options;
  const folder = makeTempFolder();
  const file = join(folder, "roadmap.md");
  writeFileSync(file, freshRoadmap(topicCount));
  if (way === "in place") linkSync(file, join(folder, "other.md"));
  const stateHome = makeTempFolder();
  if (journal === "without journal") {
    // A file in place of its folder: then the journal writes nothing, which makes writes easy to count.
    mkdirSync(join(stateHome, "roadmap"));
    writeFileSync(join(stateHome, "roadmap", "journal"), "");
  }
  return {
    folder,
    file,
    names: way === "in place" ? ["other.md", "roadmap.md"] : ["roadmap.md"],
    stateHome,
    topicCount,
  };
}

/** The topics that are done. Throws if the file is torn. */
export function doneIn({ file, topicCount }: FaultPlace): readonly number[] {
  return doneTopics(readFileSync(file, "utf8"), topicCount);
}

export interface FaultyRun extends RunResult {
  /** One line per file call, such as `fsyncSync /path`. */
  readonly calls: readonly string[];
  /** The call that the fault hit; undefined if there was no such call. */
  readonly hit: string | undefined;
}

export async function editWithFault(place: FaultPlace, topic: number, fault: string): Promise<FaultyRun> {
  const log = join(place.stateHome, "calls.log");
  writeFileSync(log, "");
  const env = {
    ...preloading(isBinary ? copyOfModule(place) : faultModule),
    XDG_STATE_HOME: place.stateHome,
    FAULT: fault,
    FAULT_LOG: log,
    ROADMAP_LOCK_WAIT_MS: "300",
  };
  const run = await runProgram(await editCommand(place.file, topic), { env });
  const calls = readFileSync(log, "utf8").trim().split("\n");
  const at = calls.indexOf("FAULT");
  return { ...run, calls, hit: at === -1 ? undefined : calls[at - 1] };
}

/** The same for all runs, because roadmap keeps compiled code only for the same options of Node. */
const faultModule = join(import.meta.dirname, "fault-module.cjs");

/** At a path without spaces, which Bun cannot be given, wherever the project is. */
function copyOfModule({ stateHome }: FaultPlace): string {
  const path = join(stateHome, "fault-module.cjs");
  copyFileSync(faultModule, path);
  return path;
}
