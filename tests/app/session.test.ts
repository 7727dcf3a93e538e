// A session: its state follows the file, and its changes are those of the command line.

import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { requestOperation } from "../../src/app/requested-operations.js";
import { openSession, type Session, type SessionState } from "../../src/app/session.js";
import { operations } from "../../src/operations/index.js";
import { makeTempFolder } from "../support/temp-folder.js";

const plan = [
  "# Plan",
  "",
  "| Topic | Phase | Started | Finished | Status | Notes |",
  "|---|---|---|---|---|---|",
  "| HTTP | 1 | | | | |",
  "| SQL | 1 | | | | [a](https://example.org) |",
  "",
  "- [ ] read a book",
  "",
].join("\n");
const started = plan.replace("| HTTP | 1 | | | | |", "| HTTP | 1 | 2026-11-30 | | In Progress | |");

interface Opened {
  readonly session: Session;
  readonly path: string;
  readonly env: Record<string, string>;
  read(): string;
  write(text: string | Uint8Array): void;
}

async function open(text: string | Uint8Array): Promise<Opened> {
  const folder = makeTempFolder();
  const path = join(folder, "roadmap.md");
  const write = (written: string | Uint8Array) => writeFileSync(path, written);
  write(text);
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    XDG_STATE_HOME: join(folder, "state"),
    ROADMAP_TODAY: "2026-11-30",
  };
  const session = await openSession({ lookup: { env, cwd: folder, file: path } });
  onTestFinished(() => session.close());
  return { session, path, env, write, read: () => readFileSync(path, "utf8") };
}

const start = (topic: string) => requestOperation(operations.start, { topic });
const textOf = ({ opened }: SessionState) => opened?.file.text;

/** Watches, and gives the first state that was not given before and that is the right one. */
function watched(session: Session) {
  const seen: SessionState[] = [];
  let arrived = () => {};
  const stop = session.watch({
    onChange(state) {
      seen.push(state);
      arrived();
    },
    onError(error) {
      throw error;
    },
  });
  const until = async (isRight: (state: SessionState) => boolean): Promise<SessionState> => {
    for (;;) {
      const found = seen.findIndex(isRight);
      const [state] = found < 0 ? [] : seen.splice(0, found + 1).slice(-1);
      if (state) return state;
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
  };
  return { seen, stop, until };
}

test("a change is saved, and one named change is undone below a later one", async () => {
  const { session, read } = await open(plan);
  await session.change([start("HTTP")], {});
  await session.change([start("SQL")], {});
  const { changes } = await session.journal();
  const change = changes.at(-1)?.change.id ?? "";
  await session.undo({ change }, {});
  expect(read()).toContain("| HTTP | 1 | | | | |\n| SQL | 1 | 2026-11-30 | | In Progress |");
  const { undo, redo } = await session.journal();
  expect([undo?.summary, redo?.summary]).toEqual(["start SQL", "start HTTP"]);
  await session.redo({ count: 1 }, {});
  await session.undo({ count: 2 }, {});
  expect(read()).toBe(plan);
});

test("the file is parsed once for all calls, also after a change, and again on another day", async () => {
  const { session, env, write } = await open(plan);
  const [first, second] = await Promise.all([session.state(), session.state()]);
  expect(second.opened).toBe(first.opened);
  const { planned, opened, saved } = await session.change([start("HTTP")], {});
  expect(opened).toBe(first.opened);
  const after = (await session.state()).opened;
  expect(after?.roadmap).toBe(planned.roadmap);
  expect(after?.file).toMatchObject({ text: started, hash: saved?.hash });
  write(started);
  expect((await session.state()).opened).toBe(after);
  env.ROADMAP_TODAY = "2026-12-01";
  const tomorrow = (await session.state()).opened;
  expect(tomorrow).not.toBe(after);
  expect(tomorrow?.today).toBe("2026-12-01");
});

test("everyone who watches sees an edit in place, one by renaming, a deletion and the return", async () => {
  const { session, path, write } = await open(plan);
  const [one, another] = [watched(session), watched(session)];
  const both = async (isRight: (state: SessionState) => boolean) => {
    const [state, same] = await Promise.all([one.until(isRight), another.until(isRight)]);
    expect(same).toBe(state);
    return state;
  };
  await both((state) => textOf(state) === plan);
  write(`${plan}in place\n`);
  await both((state) => textOf(state) === `${plan}in place\n`);
  writeFileSync(`${path}.new`, `${plan}renamed\n`);
  renameSync(`${path}.new`, path);
  await both((state) => textOf(state) === `${plan}renamed\n`);
  rmSync(path);
  const gone = await both(({ trouble }) => trouble !== null);
  expect(gone.trouble).toMatchObject({ code: "FILE_NOT_FOUND", message: `${path} does not exist` });
  expect(textOf(gone)).toBe(`${plan}renamed\n`);
  await expect(session.change([start("HTTP")], {})).rejects.toMatchObject({ message: `${path} does not exist` });
  write(plan);
  const back = await both(({ trouble }) => trouble === null);
  expect(textOf(back)).toBe(plan);
});

test("a change of our own is seen at once, and not again when the disk reports it", async () => {
  const { session, write } = await open(plan);
  const { seen, until } = watched(session);
  await until((state) => textOf(state) === plan);
  await session.change([start("HTTP")], {});
  await until((state) => textOf(state) === started);
  write(`${started}more\n`);
  await until((state) => textOf(state) === `${started}more\n`);
  expect(seen).toEqual([]);
});

test("who stops watching sees nothing more, and who fails does not stop the others", async () => {
  const { session, write } = await open(plan);
  const [one, another] = [watched(session), watched(session)];
  const errors: unknown[] = [];
  session.watch({
    onChange() {
      throw new Error("closed");
    },
    onError: (error) => errors.push(error),
  });
  await one.until(() => true);
  await another.until(() => true);
  one.stop();
  write(`${plan}more\n`);
  await another.until((state) => textOf(state) === `${plan}more\n`);
  expect(one.seen).toEqual([]);
  expect(errors).toEqual([new Error("closed")]);
});

test("unresolved merge conflicts are shown with our side and refused, until they are resolved", async () => {
  const { session, write, read } = await open(plan);
  const conflict = plan.replace("- [ ] read a book\n", "<<<<<<< HEAD\n- [x] read a book\n=======\n>>>>>>> other\n");
  write(conflict);
  const { opened, trouble } = await session.state();
  expect(trouble?.code).toBe("CONFLICT_MARKERS");
  expect(opened?.roadmap.tasks.map(({ status }) => status)).toEqual(["done"]);
  for (const isDryRun of [false, true])
    await expect(session.change([start("HTTP")], { isDryRun })).rejects.toMatchObject({ code: "CONFLICT_MARKERS" });
  expect(read()).toBe(conflict);
  write(plan);
  expect((await session.state()).trouble).toBeNull();
  await session.change([start("HTTP")], {});
  expect(read()).toBe(started);
});

test("a file that cannot be read has a session, which begins when it can be", async () => {
  const bytes = new Uint8Array([0x23, 0x20, 0xff]);
  const { session, write, path } = await open(bytes);
  const { until } = watched(session);
  const first = await until(() => true);
  expect([first.opened, first.trouble?.code]).toEqual([null, "NOT_UTF8"]);
  await expect(session.change([start("HTTP")], {})).rejects.toMatchObject({ code: "NOT_UTF8" });
  expect(readFileSync(path)).toEqual(Buffer.from(bytes));
  write(plan);
  expect(textOf(await until(({ opened }) => opened !== null))).toBe(plan);
});

test("a file without permissions is trouble for as long as that lasts, and stays as it is", async () => {
  const { session, path, read } = await open(plan);
  const isRoot = process.geteuid?.() === 0;
  const nobody = 65534;
  if (isRoot) for (const owned of [path, dirname(path)]) chownSync(owned, nobody, nobody);
  if (isRoot) process.seteuid?.(nobody);
  try {
    await session.change([start("HTTP")], {});
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    expect((await session.state()).trouble).toBeNull();
    await expect(session.change([start("SQL")], {})).rejects.toMatchObject({ exitCode: 7 });
    expect(read()).toBe(started);
    chmodSync(path, 0o000);
    const { opened, trouble } = await session.state();
    expect([opened?.file.text, trouble?.code]).toEqual([started, "NO_PERMISSION"]);
    chmodSync(path, 0o644);
    expect((await session.state()).trouble).toBeNull();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(dirname(path), 0o755);
  }
});

test("a session needs a file that exists, and no folder", async () => {
  const folder = makeTempFolder();
  const lookup = { env: { HOME: folder }, cwd: folder };
  const opening = (file?: string) => openSession({ lookup: { ...lookup, file } });
  await expect(opening(join(folder, "new.md"))).rejects.toMatchObject({ code: "FILE_NOT_FOUND", exitCode: 3 });
  await expect(opening(folder)).rejects.toMatchObject({ code: "NOT_A_FILE" });
  await expect(opening()).rejects.toMatchObject({ code: "NO_ROADMAP" });
});

test("an empty file gets its first table and its first topic", async () => {
  const { session, read } = await open("");
  expect((await session.state()).opened?.roadmap.topics).toEqual([]);
  await session.change([requestOperation(operations["add-table"], {})], {});
  await session.change([requestOperation(operations["add-topic"], { name: "HTTP" })], {});
  expect((await session.state()).opened?.roadmap.topics.map(({ name }) => name)).toEqual(["HTTP"]);
  expect(read()).toContain("| HTTP |");
});

test("a change of a version that is no longer there is refused, and a dry run writes nothing", async () => {
  const { session, write, read } = await open(plan);
  const ifMatch = (await session.state()).opened?.file.hash;
  const { planned, saved } = await session.change([start("HTTP")], { ifMatch, isDryRun: true });
  expect([planned.text, saved, read()]).toEqual([started, null, plan]);
  expect(textOf(await session.state())).toBe(plan);
  write(`${plan}more\n`);
  const stale = { code: "CHANGED_MEANWHILE", exitCode: 5 };
  await expect(session.change([start("HTTP")], { ifMatch })).rejects.toMatchObject(stale);
  await expect(session.undo({ count: 1 }, { ifMatch })).rejects.toMatchObject(stale);
  expect(read()).toBe(`${plan}more\n`);
});

test("twenty changes of two sessions at once are all made, each on the result of the one before", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `T${index}`);
  const rows = names.map((name) => `| ${name} | |\n`).join("");
  const { session, path, env, read } = await open(`| Topic | Status |\n|---|---|\n${rows}`);
  const other = await openSession({ lookup: { env, cwd: "/", file: path } });
  await Promise.all(names.map((name, index) => (index % 2 === 0 ? session : other).change([start(name)], {})));
  expect(read()).toBe(`| Topic | Status |\n|---|---|\n${rows.replaceAll("| |", "| In Progress |")}`);
  expect(textOf(await session.state())).toBe(read());
  await other.undo({ count: 20 }, {});
  expect(read()).toContain("| T0 | |\n");
});

test("the file is committed, and its committed versions can be read", async () => {
  const { session, path, env, read } = await open(plan);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: join(path, ".."), env, encoding: "utf8" });
  git("init", "-q");
  git("config", "user.name", "Tester");
  git("config", "user.email", "tester@example.org");
  git("add", "roadmap.md");
  git("commit", "-qm", "begin");
  const id = git("rev-parse", "HEAD").trim();
  const { commit: made } = await session.change([start("HTTP")], { isCommitWanted: true });
  expect(made).toMatchObject({ subject: "roadmap: start HTTP" });
  await session.change([start("SQL")], {});
  const { commit } = await session.commit({ message: "More" });
  expect(commit?.subject).toBe("More");
  expect(git("show", "HEAD:roadmap.md")).toBe(read());
  const first = await session.at(id);
  expect(first.file.text).toBe(plan);
  expect(await session.at(id)).toBe(first);
  expect((await session.at("HEAD~1")).file.text).toBe(started);
  await expect(session.at("no-such")).rejects.toMatchObject({ code: "REVISION_NOT_FOUND" });
});
