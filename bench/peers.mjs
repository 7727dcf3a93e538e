// Peers: the same work with other programs, if installed; each in a temporary folder with its own settings.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `largest`: with ten times as many entries, devtodo and Backlog.md take minutes, and taskbook fails. `prepare` returns
 * the jobs that list all entries and finish one.
 */
const peers = [
  { name: "Taskwarrior", commands: ["task"], largest: 10_000, prepare: prepareTaskwarrior },
  { name: "todo.txt", commands: ["todo-txt", "todo.sh"], largest: 10_000, prepare: prepareTodoTxt },
  { name: "devtodo", commands: ["devtodo"], largest: 1_000, prepare: prepareDevtodo },
  { name: "taskbook", commands: [process.env.TASKBOOK_BIN, "tb"], largest: 1_000, prepare: prepareTaskbook },
  { name: "Backlog.md", commands: [process.env.BACKLOG_BIN, "backlog"], largest: 36, prepare: prepareBacklog },
];

/** How to install those that are missing. */
export const installation =
  "apt-get install taskwarrior todotxt-cli devtodo; npm install backlog.md taskbook in an empty folder, then " +
  "BACKLOG_BIN=FOLDER/node_modules/.bin/backlog TASKBOOK_BIN=FOLDER/node_modules/.bin/tb";

/** Those that run here: `{ name, command, largest, prepare }`. */
export function installedPeers() {
  return peers.flatMap(({ commands, ...peer }) => {
    const command = commands.find((name) => name && !spawnSync(name, ["--version"], { stdio: "ignore" }).error);
    return command === undefined ? [] : [{ ...peer, command }];
  });
}

const nameOf = (number) => `Skill ${number} of many`;

function prepareTaskwarrior(command, cwd, count) {
  const env = { TASKRC: join(cwd, "taskrc"), TASKDATA: join(cwd, "data") };
  mkdirSync(env.TASKDATA);
  writeFileSync(env.TASKRC, `data.location=${env.TASKDATA}\nconfirmation=off\nverbose=nothing\nnews.version=99\n`);
  const tasks = Array.from({ length: count }, (_, index) => ({
    description: nameOf(index + 1),
    project: `Phase${1 + (index % 12)}`,
    status: "pending",
    entry: "20260101T000000Z",
  }));
  const path = join(cwd, "tasks.json");
  writeFileSync(path, JSON.stringify(tasks));
  execFileSync(command, ["import", path], { env: { ...process.env, ...env }, stdio: "ignore" });
  const middle = String(count >> 1);
  const restore = () => spawnSync(command, ["rc.confirmation=off", "undo"], { env: { ...process.env, ...env } });
  let isDone = false;
  return {
    list: { command, args: ["list"], cwd, env },
    finish: {
      command,
      args: [middle, "done"],
      cwd,
      env,
      before: () => {
        if (isDone) restore();
        isDone = true;
      },
    },
  };
}

function prepareTodoTxt(command, cwd, count) {
  const path = join(cwd, "todo.txt");
  const text = Array.from({ length: count }, (_, index) => `${nameOf(index + 1)} +Phase${1 + (index % 12)}\n`).join("");
  const config = join(cwd, "config");
  const done = join(cwd, "done.txt");
  writeFileSync(config, `export TODO_DIR=${cwd}\nexport TODO_FILE=${path}\nexport DONE_FILE=${done}\n`);
  const restore = () => writeFileSync(path, text);
  restore();
  return {
    list: { command, args: ["-d", config, "list"], cwd, before: restore },
    finish: { command, args: ["-d", config, "-a", "do", String(count >> 1)], cwd, before: restore },
  };
}

function prepareDevtodo(command, cwd, count) {
  const path = join(cwd, ".todo");
  const note = (number) => `<note priority="medium" time="1767225600">${nameOf(number)}</note>\n`;
  const notes = Array.from({ length: count }, (_, index) => note(index + 1)).join("");
  const restore = () =>
    writeFileSync(path, `<?xml version="1.0"?>\n<todo version="0.1.20">\n${notes}</todo>\n`, { mode: 0o600 });
  restore();
  const env = { HOME: cwd };
  return {
    list: { command, args: [], cwd, env, before: restore },
    finish: { command, args: ["--done", String(count >> 1)], cwd, env, before: restore },
  };
}

function prepareTaskbook(command, cwd, count) {
  const folder = join(cwd, ".taskbook/storage");
  const items = Array.from({ length: count }, (_, index) => ({
    _id: index + 1,
    _date: "Thu Jan 01 2026",
    _timestamp: 1_767_225_600_000,
    description: nameOf(index + 1),
    isStarred: false,
    boards: ["My Board"],
    _isTask: true,
    isComplete: false,
    inProgress: false,
    priority: 1,
  }));
  const text = JSON.stringify(Object.fromEntries(items.map((item) => [item._id, item])));
  mkdirSync(folder, { recursive: true });
  const restore = () => writeFileSync(join(folder, "storage.json"), text);
  restore();
  const env = { HOME: cwd, NO_UPDATE_NOTIFIER: "1" };
  return {
    list: { command, args: [], cwd, env, before: restore },
    finish: { command, args: ["--check", String(count >> 1)], cwd, env, before: restore },
  };
}

function prepareBacklog(command, cwd, count) {
  execFileSync("git", ["init", "--quiet"], { cwd });
  const config = ["init", "roadmap", "--defaults", "--integration-mode", "none"];
  execFileSync(command, config, { cwd, stdio: "ignore" });
  for (let number = 1; number <= count; number++) {
    execFileSync(command, ["task", "create", nameOf(number)], { cwd, stdio: "ignore" });
  }
  const middle = String(count >> 1);
  const [file] = execFileSync(
    "git",
    ["ls-files", "--others", "--cached", `backlog/tasks/*-${middle} -*`, `backlog/tasks/*-${middle}-*`],
    {
      cwd,
      encoding: "utf8",
    },
  ).split("\n");
  const path = file && join(cwd, file.replace(/^"|"$/g, ""));
  const text = path && readFileSync(path);
  return {
    list: { command, args: ["task", "list", "--plain"], cwd },
    finish: {
      command,
      args: ["task", "edit", middle, "--status", "Done"],
      cwd,
      before: () => path && writeFileSync(path, text),
    },
  };
}
