// Git merges, rebases, cherry-picks and unstashes with roadmap as its merge driver.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { commitAll, commitOn, configure, makeMergeRepository, tryGit } from "../support/merge-repository.js";
import { referenceText } from "../support/program.js";

const rows = ["HTTP", "REST", "SQL", "gRPC"].map((name) => `| ${name} | 1 | | |\n`);
const head = "# Plan\n\n| Topic | Phase | Status | Notes |\n| --- | --- | --- | --- |\n";
const tail = "\n## Phase 1\n\n- [ ] read\n- [ ] write\n";
const base = head + rows.join("") + tail;

function withRow(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

test("git merges different cells of one row, and the program prints nothing", () => {
  const place = makeMergeRepository(base);
  commitOn(place, "theirs", withRow(base, "| HTTP | 1 | |", "| HTTP | 1 | Done |"));
  commitOn(place, "ours", withRow(base, "| HTTP | 1 | | |", "| HTTP | 1 | | noted |"));
  const ran = tryGit(place, "merge", "--no-edit", "theirs");
  expect(ran).toMatchObject({ exitCode: 0 });
  expect(ran.output).not.toContain("roadmap:");
  expect(place.read()).toBe(withRow(base, "| HTTP | 1 | | |", "| HTTP | 1 | Done | noted |"));
  expect(place.git("status", "--porcelain")).toBe("");
});

test("a conflict is git's own: unmerged, with markers around one row, and a line that says what to do", () => {
  const place = makeMergeRepository(base);
  commitOn(place, "theirs", withRow(base, "| HTTP | 1 | |", "| HTTP | 1 | Done |"));
  commitOn(place, "ours", withRow(base, "| HTTP | 1 | |", "| HTTP | 1 | Blocked |"));
  const ran = tryGit(place, "merge", "theirs");
  expect(ran.exitCode).toBe(1);
  expect(ran.output).toContain("1 conflict in roadmap.md; run `roadmap resolve` to see it");
  expect(place.git("status", "--porcelain")).toBe("UU roadmap.md\n");
  expect(place.read()).toBe(
    withRow(
      base,
      "| HTTP | 1 | | |\n",
      "<<<<<<< ours\n| HTTP | 1 | Blocked | |\n||||||| base\n| HTTP | 1 | | |\n=======\n| HTTP | 1 | Done | |\n>>>>>>> theirs\n",
    ),
  );
});

test("both sides may add the file", () => {
  const place = makeMergeRepository(base);
  place.git("rm", "-q", "roadmap.md");
  commitAll(place, "no roadmap");
  commitOn(place, "theirs", head + rows.slice(1).join("") + tail);
  commitOn(place, "ours", head + rows.slice(0, 3).join("") + tail);
  expect(tryGit(place, "merge", "--no-edit", "theirs").exitCode).toBe(0);
  expect(place.read()).toBe(base);
});

test("twenty commits are rebased over changes of the same rows", () => {
  const place = makeMergeRepository(referenceText);
  const topics = parseRoadmap(referenceText).roadmap.topics.slice(1, 21);
  const lineOf = (number: number) => referenceText.slice(topics[number]?.row.start, topics[number]?.row.end);
  const changed = (text: string, number: number, comment: string) =>
    text.replace(lineOf(number), lineOf(number).replace(/ \| \|$/, ` | ${comment} |`));
  const started = (text: string, number: number) =>
    text.replace(/^(\| [^|]* \| \d \|) \|/gm, (row, start) =>
      row.startsWith(lineOf(number).slice(0, 12)) ? `${start} 2026-01-02 |` : row,
    );
  let theirs = referenceText;
  for (let number = 0; number < 20; number++) theirs = started(theirs, number);
  let ours = referenceText;
  for (let number = 0; number < 20; number++) {
    ours = changed(ours, number, `https://example.org/${number}`);
    commitOn(place, "ours", ours);
  }
  commitOn(place, "theirs", theirs);
  place.git("checkout", "-q", "ours");
  expect(tryGit(place, "rebase", "theirs")).toMatchObject({ exitCode: 0 });
  expect(place.git("rev-list", "--count", "theirs..ours").trim()).toBe("20");
  const { topics: merged } = parseRoadmap(place.read()).roadmap;
  expect(merged.slice(1, 21).map(({ started: day }) => day)).toEqual(Array(20).fill("2026-01-02"));
  for (let number = 0; number < 20; number++) expect(place.read()).toContain(`| https://example.org/${number} |`);
  expect(merged).toHaveLength(36);
});

test("a commit is cherry-picked into a row changed in the meantime", () => {
  const place = makeMergeRepository(base);
  commitOn(place, "theirs", withRow(base, "- [ ] read", "- [x] read"));
  commitOn(place, "ours", withRow(base, "- [ ] read", "- [ ] read it all"));
  expect(tryGit(place, "cherry-pick", "theirs").exitCode).toBe(0);
  expect(place.read()).toBe(withRow(base, "- [ ] read", "- [x] read it all"));
});

test("a stash is applied to a row changed in the meantime", () => {
  const place = makeMergeRepository(base);
  place.write(withRow(base, "| SQL | 1 | | |", "| SQL | 1 | | stashed |"));
  place.git("stash", "-q");
  place.write(withRow(base, "| SQL | 1 | |", "| SQL | 1 | Done |"));
  commitAll(place, "done");
  expect(tryGit(place, "stash", "pop").exitCode).toBe(0);
  expect(place.read()).toBe(withRow(base, "| SQL | 1 | | |", "| SQL | 1 | Done | stashed |"));
});

test("branches with a criss-cross merge merge again", () => {
  const place = makeMergeRepository(base);
  const withDone = withRow(base, "| HTTP | 1 | |", "| HTTP | 1 | Done |");
  commitOn(place, "one", withDone);
  commitOn(place, "two", withRow(base, "| SQL | 1 | |", "| SQL | 1 | Done |"));
  place.git("branch", "one-before", "one");
  place.git("checkout", "-q", "one");
  place.git("merge", "-q", "--no-edit", "two");
  place.git("checkout", "-q", "two");
  place.git("merge", "-q", "--no-edit", "one-before");
  const both = withRow(withDone, "| SQL | 1 | |", "| SQL | 1 | Done |");
  expect(place.read()).toBe(both);
  commitOn(place, "one", withRow(both, "| HTTP | 1 | Done |", "| HTTP | 1 | Skipped |"));
  commitOn(place, "two", withRow(both, "| HTTP | 1 | Done | |", "| HTTP | 1 | Done | noted |"));
  expect(tryGit(place, "merge", "--no-edit", "one").exitCode).toBe(0);
  expect(place.read()).toBe(withRow(both, "| HTTP | 1 | Done | |", "| HTTP | 1 | Skipped | noted |"));
});

/** The same numbers in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** One change by a person: an own word in a cell, a new topic, a new task, a check mark. */
function edited(text: string, word: string, random: (below: number) => number): string {
  const lines = text.split("\n");
  const pick = (pattern: RegExp) => {
    const found = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
    return found[random(found.length)] ?? 0;
  };
  const kind = random(10);
  const column = word.startsWith("a") ? 5 : 7;
  const last = lines.findLastIndex((line) => /^\| .* \|$/.test(line));
  if (kind < 5) {
    const at = pick(/^\| [^-]/);
    const cells = (lines[at] ?? "").split("|");
    if (!lines[at]?.startsWith("| Topic"))
      lines[at] = cells.with(column, `${cells[column]?.trimEnd()} ${word} `).join("|");
  } else if (kind === 5) lines.splice(last + 1, 0, `| topic ${word} | 9 | | | | | | | |`);
  else if (kind === 6) lines.splice(pick(/^- \[/), 0, `- [ ] task ${word}`);
  else if (kind === 7) lines.splice(last, 0, `| topic ${word} | 9 | | | | | | | |`);
  else {
    const at = pick(/^- \[ \] (?!task)/);
    lines[at] = (lines[at] ?? "").replace("- [ ] ", "- [x] ");
  }
  return lines.join("\n");
}

test("two clones with a hundred random changes each end equal, and no change is lost", () => {
  const place = makeMergeRepository(referenceText);
  place.git("clone", "-q", "--bare", ".", "../hub.git");
  for (const clone of ["a", "b"]) {
    place.git("clone", "-q", "../hub.git", `../${clone}`);
    configure(place, `../${clone}`);
  }
  const random = randomNumbers(20_261_122);
  const path = (clone: string) => join(place.folder, "..", clone, "roadmap.md");
  const ticked = new Set<string>();
  const sync = (clone: string) => {
    const how = random(2) === 0 ? "--rebase" : "--no-rebase";
    expect(tryGit(place, "-C", `../${clone}`, "pull", "-q", "--no-edit", how)).toMatchObject({ exitCode: 0 });
    place.git("-C", `../${clone}`, "push", "-q");
  };
  const words: string[] = [];
  for (let number = 0; number < 200; number++) {
    const clone = number % 2 === 0 ? "a" : "b";
    const before = readFileSync(path(clone), "utf8");
    const text = edited(before, `${clone}${number}`, random);
    writeFileSync(path(clone), text);
    if (text.includes(`${clone}${number}`)) words.push(`${clone}${number}`);
    for (const { name, status } of parseRoadmap(text).roadmap.tasks) if (status === "done") ticked.add(name);
    if (text !== before) commitAll(place, `change ${number}`, `../${clone}`);
    if (number % 10 === 9) sync(random(2) === 0 ? "a" : "b");
  }
  for (const clone of ["a", "b", "a"]) sync(clone);
  const end = readFileSync(path("a"), "utf8");
  expect(readFileSync(path("b"), "utf8")).toBe(end);
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(end))).toEqual([]);
  const { topics, tasks } = parseRoadmap(end).roadmap;
  const added = (kind: string) => new Set(end.match(new RegExp(`\\b${kind} [ab]\\d+`, "g"))).size;
  expect(topics).toHaveLength(36 + added("topic"));
  expect(tasks).toHaveLength(35 + added("task"));
  expect([...ticked].filter((name) => tasks.find((task) => task.name === name)?.status !== "done")).toEqual([]);
  expect(end).not.toContain("<<<<<<<");
});
