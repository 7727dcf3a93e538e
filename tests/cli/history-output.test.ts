// History output: JSON follows the schemas, a long history shows progress, narrow terminals get whole lines.

import { chmodSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { makeHistory } from "../../bench/histories.mjs";
import { makePlace } from "../support/program.js";
import { hasPty, runOnPty } from "../support/pty.js";
import { committed, finished, plan, started } from "../support/versions.js";
import { tooWide } from "../support/widths.js";

const ajv = new Ajv2020({ strict: false, allErrors: true });

test.each([
  ["log", ["log"]],
  ["log", ["log", "http", "--limit", "1"]],
  ["verify", ["log", "--verify"]],
  ["diff", ["diff"]],
  ["diff", ["diff", "HEAD~2..HEAD"]],
  ["show", ["show", "http"]],
  ["show", ["show", "http", "--at", "HEAD~2"]],
  ["list", ["list", "--at", "HEAD~2"]],
  ["next", ["next", "--at", "HEAD~2"]],
  ["progress", ["progress", "--at", "2026-01-02"]],
])("the JSON of %s %j matches its schema", async (kind, args) => {
  const place = committed([plan, started, Buffer.from([0xff]), finished.replace("Week 1", "Week One")]);
  place.write(
    plan.replace("| Proof |", "| Proof | Mood |").replace("|---|\n", "|---|---|\n").replace("REST", "\u001b[31mREST"),
  );
  const { stdout, stderr, exitCode } = await place.run(...args, "--json");
  expect([stderr, exitCode]).toEqual(["", 0]);
  const schema = JSON.parse(readFileSync(new URL(`../../docs/json/${kind}.schema.json`, import.meta.url), "utf8"));
  const validate = ajv.compile(schema);
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  expect(stdout).toMatch(/^\{.*\}\n$/);
});

const wide = plan.replace("HTTP", "HTTP Fundamentals と 非常に長い名前 of a topic that goes on").replace("Kafka", "K");

test.each([20, 40, 80])("lines of history fit %i columns", async (columns) => {
  const texts = [
    plan,
    wide,
    wide.replace("| 1 | | | |", `| 1 | | | ${"Blocked by a very long word-and-so-on".repeat(2)} |`),
    finished,
  ];
  const place = committed(texts);
  place.write(plan);
  for (const args of [
    ["log"],
    ["log", "--verify"],
    ["diff", "HEAD~3"],
    ["diff", "--stat"],
    ["show", "http"],
    ["list", "--at", "HEAD~1"],
  ]) {
    const { stdout } = await place.runWith({ env: { COLUMNS: `${columns}` } }, ...args);
    expect(tooWide(stdout, columns), args.join(" ")).toEqual([]);
  }
});

test("a long history gives the same result in two threads, in one, and from the cache", async () => {
  const place = makePlace({});
  makeHistory(place.folder, plan, 1_500);
  const first = await place.run("log", "--json");
  const { entries } = JSON.parse(first.stdout);
  expect(entries).toHaveLength(1_500);
  expect(entries.every(({ change }: { change: { differences: unknown[] } }) => change.differences.length > 0)).toBe(
    true,
  );
  expect((await place.run("log", "--json")).stdout).toBe(first.stdout);
  // With a single processor there is only one thread.
  const alone = await place.shell(`XDG_CACHE_HOME=${place.path("../other")} taskset -c 0 $ROADMAP log --json`);
  if (alone.exitCode === 0) expect(alone.stdout).toBe(first.stdout);
});

test.skipIf(!hasPty)("a terminal shows progress if git is slow, and removes it when it is done", async () => {
  const place = committed([plan, started, finished]);
  const slowGit = `case "$*" in *--batch*) sleep 1 ;; esac\nPATH='${place.env.PATH}' exec git "$@"`;
  place.write(`#!/bin/sh\n${slowGit}\n`, "git");
  chmodSync(place.path("git"), 0o755);
  const slowly = (cache: string) => `PATH="$PWD:$PATH" XDG_CACHE_HOME="$PWD/${cache}" $ROADMAP log`;
  const { output } = await runOnPty(place, slowly("first"));
  expect(output).toContain("reading the history");
  // The second time, nothing is read and nothing drawn.
  const { output: cached } = await runOnPty(place, slowly("first"));
  expect(cached).toContain("finished");
  expect(output.split("\r\u001b[K").at(-1)).toBe(cached);
  expect((await place.shell(slowly("second"))).stderr).toBe("");
});
