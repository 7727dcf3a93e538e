// Rivals: the same work with other programs, if installed; each in a temporary folder with its own settings.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `bar`: the allowed fraction of its time. `prepare` returns the jobs that list everything and mark one as done. */
export const rivals = [
  {
    name: "Taskwarrior",
    install: "apt-get install taskwarrior",
    commands: ["task"],
    sizes: [36, 1_000, 10_000],
    bars: { list: 1 },
    prepare: prepareTaskwarrior,
  },
  {
    name: "todo.txt",
    install: "apt-get install todotxt-cli",
    commands: ["todo-txt", "todo.sh"],
    sizes: [36, 1_000, 10_000],
    bars: { list: 1 },
    prepare: prepareTodoTxt,
  },
  {
    name: "Backlog.md",
    install: "npm install --global backlog.md, or BACKLOG_BIN=<its program>",
    commands: [process.env.BACKLOG_BIN, "backlog"],
    sizes: [36],
    bars: { list: 1 / 3, finish: 1 / 3 },
    prepare: prepareBacklog,
  },
];

/** The first of its commands that runs, or undefined. */
export function findRival({ commands }) {
  return commands.find((command) => command && !spawnSync(command, ["--version"], { stdio: "ignore" }).error);
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
