// The program under test in the fault tests: how to make one edit with it, and which edits a file contains.

import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { engineCommand, programCommand } from "./program.js";
import type { Command } from "./run-program.js";

/** The command that marks one topic of a file as done. */
export async function editCommand(file: string, topic: number): Promise<Command> {
  return programCommand("finish", `topic ${topic}`, "--date", editDay, "--json", "--file", file);
}

let built: Promise<string> | undefined;

/** The same edit by a program that can be paused while it holds the lock. */
export async function heldEditCommand(file: string, topic: number): Promise<Command> {
  built ??= buildDriver();
  return engineCommand(await built, file, String(topic));
}

/** A roadmap with that many topics, none of them started. */
export function freshRoadmap(topicCount: number): string {
  const rows = numbers(topicCount).map((topic) => row(topic, "fresh"));
  return `${head}${rows.join("")}${foot}`;
}

/** The topics that are done. Throws if the text is anything but a fresh roadmap with some topics done: it is torn. */
export function doneTopics(text: string, topicCount: number): readonly number[] {
  const done = numbers(topicCount).filter((topic) => text.includes(row(topic, "done")));
  const isDone = new Set(done);
  const rows = numbers(topicCount).map((topic) => row(topic, isDone.has(topic) ? "done" : "fresh"));
  if (text !== `${head}${rows.join("")}${foot}`) throw new Error(`torn file of ${text.length} characters`);
  return done;
}

/** The other files in the folder of the named roadmap files. */
export function litterIn(folder: string, ...files: readonly string[]): readonly string[] {
  return readdirSync(folder).filter((name) => !files.includes(name));
}

const editDay = "2026-11-22";

const head = "# Roadmap\n\n| Topic | Status | Finished |\n|---|---|---|\n";
const foot = "\nThe last line.\n";

function row(topic: number, state: "fresh" | "done"): string {
  return state === "done" ? `| topic ${topic} | Done | ${editDay} |\n` : `| topic ${topic} | Not Started | |\n`;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

async function buildDriver(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "roadmap-driver-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "store-driver.mjs");
  const entry = fileURLToPath(new URL("store-driver.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  // Some tests run it as another user.
  chmodSync(folder, 0o755);
  return outfile;
}
