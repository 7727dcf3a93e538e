// Histories: repositories with any number of versions of a roadmap, made by git fast-import.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const statuses = ["In Progress", "Done", "", "Blocked"];

/** A repository in that folder whose `roadmap.md` begins as the text; each commit changes one of its cells or marks. */
export function makeHistory(cwd, text, count) {
  mkdirSync(cwd, { recursive: true });
  const git = (...args) => execFileSync("git", args, { cwd, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch=main");
  const lines = text.split("\n");
  const rows = lines.flatMap((_, index) => (isTopicRow(lines, index) ? index : []));
  const tasks = lines.flatMap((line, index) => (/^\s*- \[[ x]\] /.test(line) ? index : []));
  const stream = ["blob", "mark :1", data(text)];
  stream.push(commitOf(1, "begin", 1));
  for (let number = 2; number <= count; number++) {
    if (number % 3 === 0 && tasks.length > 0) toggleTask(lines, tasks[number % tasks.length]);
    else changeCell(lines, rows[number % rows.length], number);
    stream.push("blob", `mark :${number}`, data(lines.join("\n")));
    stream.push(commitOf(number, `change ${number}`, number));
  }
  const { status, stderr } = spawnSync("git", ["fast-import", "--quiet"], { cwd, input: stream.join("\n") });
  if (status !== 0) throw new Error(`${stderr}`);
  git("reset", "--quiet", "--hard", "main");
  return join(cwd, "roadmap.md");
}

function isTopicRow(lines, index) {
  return lines[index].startsWith("|") && lines[index - 1]?.startsWith("|") && !/^[|\s:-]*$/.test(lines[index]);
}

function toggleTask(lines, index) {
  const isChecked = lines[index].includes("[x]");
  lines[index] = isChecked ? lines[index].replace("[x]", "[ ]") : lines[index].replace("[ ]", "[x]");
}

/** In the reference file, the comments and the status. */
function changeCell(lines, index, number) {
  const cells = lines[index].split("|");
  cells[5] = ` note ${number} `;
  cells[6] = ` ${statuses[number % statuses.length]} `;
  lines[index] = cells.join("|");
}

function commitOf(number, message, blob) {
  const when = 1_600_000_000 + number * 3600;
  return [
    `commit refs/heads/main`,
    `author Ada <ada@example.org> ${when} +0200`,
    `committer Ada <ada@example.org> ${when} +0200`,
    data(message),
    `M 100644 :${blob} roadmap.md`,
    "",
  ].join("\n");
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
