// The compiled code that the starter keeps: used only if it is exactly what this user's program wrote, and no fault ever.

import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { distFolder, isBinary, makePlace, type Place, type RunOptions, repairedText } from "../support/program.js";
import { canRun, runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

beforeEach(({ skip }) => skip(isBinary, "the binary contains its compiled code"));

const programPath = join(distFolder, "bin.cjs");

const isRoot = process.geteuid?.() === 0;
const canMount = await canRun("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt");

interface StarterOptions {
  readonly env?: RunOptions["env"];
  /** Arguments of node, before the program. */
  readonly node?: readonly string[];
}

/** A home folder without a cache, and the starter with a text in place of its programs. */
interface Starter {
  readonly folder: string;
  readonly cache: string;
  /** Replaces the text of all programs. V8 takes the code of one text for that of another of the same length. */
  write(body: string): void;
  run(options: StarterOptions, ...args: string[]): ReturnType<Place["run"]>;
  list(options?: StarterOptions): ReturnType<Place["run"]>;
  /** The only file in the cache. */
  file(): string;
}

const says = (word: string) => `process.getBuiltinModule("fs").writeSync(1, "${word}");`;

function makeStarter(): Starter {
  const place = makePlace(repairedText);
  const folder = makeTempFolder();
  const cache = join(place.env.HOME ?? "", ".cache", "roadmap", "code");
  copyFileSync(programPath, join(folder, "bin.cjs"));
  const run: Starter["run"] = (options, ...args) => {
    const node = [...(options.node ?? []), join(folder, "bin.cjs")];
    const line = [process.execPath, ...node, ...args].map((word) => `'${word}'`).join(" ");
    return place.shell(`exec ${line}`, { XDG_CACHE_HOME: undefined, ...options.env });
  };
  return {
    folder,
    cache,
    write(body) {
      for (const name of partNames) writeFileSync(join(folder, name), "");
      const text = `exports.${firstChunk}=(function(load,late){${body}\nreturn{}});`;
      writeFileSync(join(folder, partNames.find((name) => name.startsWith("shared-")) ?? ""), text);
    },
    run,
    list: (options = {}) => run(options, "list"),
    file() {
      const names = readdirSync(cache);
      expect(names).toHaveLength(1);
      return join(cache, names[0] ?? "");
    },
  };
}

const starterText = readFileSync(programPath, "utf8");
const partNames = readdirSync(distFolder).filter((name) => /-[0-9a-f]{16}\.cjs$/.test(name));
const [, firstChunk = ""] = /\("(shared\d+)"\)/.exec(starterText) ?? [];

const printed = (stdout: string) => ({ stdout, stderr: "", exitCode: 0 });

/** After its first run, with another text of the same length: `one` is kept code, `two` is not. */
async function keptOne(): Promise<Starter> {
  const starter = makeStarter();
  starter.write(says("one"));
  expect(await starter.list()).toMatchObject(printed("one"));
  starter.write(says("two"));
  return starter;
}

test("a second run uses the code of the first, in a file that only its owner can read", async () => {
  const starter = await keptOne();
  const before = lstatSync(starter.file());
  expect(await starter.list()).toMatchObject(printed("one"));
  expect([before.mode & 0o777, lstatSync(starter.cache).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(lstatSync(starter.file()), "nothing new, nothing written").toMatchObject({ ino: before.ino });
});

test("the folder of XDG_CACHE_HOME is used, unless it is relative", async () => {
  const starter = await keptOne();
  const other = join(makeTempFolder(), "new");
  expect(await starter.list({ env: { XDG_CACHE_HOME: other } })).toMatchObject(printed("two"));
  expect(readdirSync(join(other, "roadmap", "code"))).toHaveLength(1);
  expect(await starter.list({ env: { XDG_CACHE_HOME: "relative" } })).toMatchObject(printed("one"));
});

const otherUser = 54_321;

describe("not used, and no fault", () => {
  test.each<[string, (starter: Starter) => void]>([
    ["a folder that others can write", ({ cache }) => chmodSync(cache, 0o777)],
    ["a parent folder that others can write", ({ cache }) => chmodSync(join(cache, ".."), 0o770)],
    ["a file that others can write", (starter) => chmodSync(starter.file(), 0o622)],
    ["a file with a second name", (starter) => linkSync(starter.file(), join(starter.folder, "second"))],
    [
      "a link to a file",
      (starter) => {
        renameSync(starter.file(), join(starter.folder, "moved"));
        symlinkSync(join(starter.folder, "moved"), join(starter.cache, keptName));
      },
    ],
    [
      "a link to a folder",
      ({ folder, cache }) => {
        renameSync(cache, join(folder, "moved"));
        symlinkSync(join(folder, "moved"), cache);
      },
    ],
    [
      "a folder in place of the file",
      (starter) => {
        const path = starter.file();
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      "a file in place of the folder",
      ({ cache }) => {
        rmSync(cache, { recursive: true });
        writeFileSync(cache, "");
      },
    ],
    ["no file", (starter) => rmSync(starter.file())],
    ["an empty file", (starter) => writeFileSync(starter.file(), "")],
    ["half a file", (starter) => writeFileSync(starter.file(), halfOf(readFileSync(starter.file())))],
    ["zeros", (starter) => writeFileSync(starter.file(), Buffer.alloc(10_000))],
    ["another Node of the same version", (starter) => replaceIn(starter, process.execPath, "/other/node")],
    ["the code of another program", (starter) => replaceIn(starter, "view-", "whole-")],
    ["a list of uses that is none", (starter) => replaceIn(starter, '["list"]', '{"list":1}')],
  ])("%s", async (_, change) => {
    const starter = await keptOne();
    change(starter);
    for (let round = 0; round < 2; round++) {
      const { stdout, stderr, exitCode } = await starter.list();
      expect({ stdout, stderr, exitCode }).toEqual(printed("two"));
    }
  });

  test("a byte changed anywhere", async () => {
    const starter = await keptOne();
    const path = starter.file();
    const good = readFileSync(path);
    const start = good.indexOf("\n") + 1;
    for (let at = start; at < good.length; at += 101) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at);
      writeFileSync(path, bytes);
      expect(await starter.list(), `byte ${at}`).toMatchObject(printed("two"));
    }
  });

  test.skipIf(!isRoot).each(["folder", "file"])("a %s of another user (skipped unless root)", async (kind) => {
    const starter = await keptOne();
    chownSync(kind === "file" ? starter.file() : starter.cache, otherUser, otherUser);
    expect(await starter.list()).toMatchObject(printed("two"));
  });

  test("a pipe in place of the file, which nothing waits for", async () => {
    const starter = await keptOne();
    const path = starter.file();
    rmSync(path);
    await runProgram({ command: "mkfifo", args: [path] });
    expect(await starter.list()).toMatchObject(printed("two"));
  });

  test("code made with other options of Node", async () => {
    const starter = await keptOne();
    const before = lstatSync(starter.file());
    expect(await starter.list({ node: ["--no-opt"] })).toMatchObject(printed("two"));
    expect(lstatSync(starter.file()), "a single run leaves no code").toMatchObject({ ino: before.ino });
    const env = { NODE_OPTIONS: "--max-semi-space-size=2" };
    expect(await starter.list({ env })).toMatchObject(printed("two"));
    starter.write(says("six"));
    expect(await starter.list({ env }), "from its second run on").toMatchObject(printed("two"));
    expect(await starter.list(), "that without options is still there").toMatchObject(printed("one"));
  });
});

/** The name that the code of the program for views is kept by. */
const keptName = `${/name: ?"(view-[^"]+)"/.exec(starterText)?.[1]}.${process.version}-${process.platform}-${process.arch}`;

const halfOf = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

function replaceIn(starter: Starter, text: string, replacement: string): void {
  const content = readFileSync(starter.file(), "latin1");
  expect(content).toContain(text);
  writeFileSync(starter.file(), content.replace(text, replacement), "latin1");
}

describe("nothing is kept, and no fault", () => {
  test.each<[string, NonNullable<RunOptions["env"]>]>([
    ["without a home folder", { HOME: undefined }],
    ["with a home folder that does not exist", { HOME: "/nonexistent/home" }],
    ["where no folder can be created", { XDG_CACHE_HOME: "/proc/self/cache" }],
    ["where everything is a device", { XDG_CACHE_HOME: "/dev/null" }],
  ])("%s", async (_, env) => {
    const starter = await keptOne();
    for (let round = 0; round < 2; round++) expect(await starter.list({ env })).toMatchObject(printed("two"));
    expect(existsSync("/nonexistent")).toBe(false);
  });

  test.skipIf(!isRoot)("in a home folder that cannot be written (skipped unless root)", async () => {
    const folder = makeTempFolder();
    chmodSync(folder, 0o755);
    const command = { command: process.execPath, args: [programPath, "--version"] };
    const env = { HOME: folder, XDG_CACHE_HOME: "" };
    expect(await runProgram(command, { env, uid: otherUser, cwd: "/" })).toMatchObject({ stderr: "", exitCode: 0 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(!isRoot)("by root in the home folder of another user (skipped if not root)", async () => {
    const [home, withCache] = [makeTempFolder(), makeTempFolder()];
    mkdirSync(join(withCache, ".cache"));
    for (const path of [home, withCache, join(withCache, ".cache")]) chownSync(path, otherUser, otherUser);
    for (const folder of [home, withCache]) {
      const command = { command: process.execPath, args: [programPath, "--version"] };
      const env = { HOME: folder, XDG_CACHE_HOME: "" };
      expect(await runProgram(command, { env, cwd: "/" })).toMatchObject({ stderr: "", exitCode: 0 });
    }
    expect([readdirSync(home), readdirSync(join(withCache, ".cache"))]).toEqual([[], []]);
  });

  test("in a folder whose parent lets others rename it", async () => {
    const starter = await keptOne();
    const open = makeTempFolder();
    chmodSync(open, 0o777);
    expect(await starter.list({ env: { XDG_CACHE_HOME: open } })).toMatchObject(printed("two"));
    expect(readdirSync(open)).toEqual([]);
  });

  test("in a folder that others can write", async () => {
    const starter = await keptOne();
    rmSync(starter.cache, { recursive: true });
    chmodSync(join(starter.cache, ".."), 0o777);
    expect(await starter.list()).toMatchObject(printed("two"));
    expect(readdirSync(join(starter.cache, ".."))).toEqual([]);
  });

  test.skipIf(!canMount)("on a full disk (skipped where no disk can be mounted)", async () => {
    const place = makePlace(repairedText);
    const expected = await place.run("list");
    const script = 'mount -t tmpfs -o size=64k none "$1"; "$2" "$3" list && find "$1" -type f';
    const args = ["-Urm", "sh", "-c", script, "sh", place.path("../home"), process.execPath, programPath];
    const { HOME = "" } = place.env;
    const env = { ...place.env, HOME, XDG_CACHE_HOME: "" };
    const run = await runProgram({ command: "unshare", args }, { env, cwd: place.folder });
    expect(run).toMatchObject({ stdout: expected.stdout, stderr: "", exitCode: 0 });
  });

  test("by a command that is refused", async () => {
    const starter = makeStarter();
    starter.write("process.exitCode = 2;");
    expect(await starter.list()).toMatchObject({ stderr: "", exitCode: 2 });
    expect(existsSync(starter.cache)).toBe(false);
  });

  test("after a change of V8's flags, which would fit no other run", async () => {
    const starter = makeStarter();
    starter.write(`process.getBuiltinModule("v8").setFlagsFromString("--no-opt"); ${says("one")}`);
    expect(await starter.list()).toMatchObject(printed("one"));
    expect(existsSync(starter.cache)).toBe(false);
  });
});

test("each command adds its functions to what is kept", async () => {
  const place = makePlace(repairedText);
  const run = (...args: string[]) => place.runWith({ env: { XDG_CACHE_HOME: undefined } }, ...args);
  const cache = join(place.env.HOME ?? "", ".cache", "roadmap", "code");
  const sizes: number[] = [];
  for (const words of ["list", "list", "next", "list --json", "list"]) {
    expect(await run(...words.split(" "))).toMatchObject({ stderr: "", exitCode: 0 });
    const names = readdirSync(cache);
    expect(names).toHaveLength(1);
    sizes.push(lstatSync(join(cache, names[0] ?? "")).size);
  }
  const [list = 0, again, next = 0, json = 0, last] = sizes;
  expect([again, last]).toEqual([list, json]);
  expect([list < next, next < json]).toEqual([true, true]);
});

test("a command that runs until it is stopped keeps its code while it waits", async () => {
  const starter = makeStarter();
  const waits = `const fs = process.getBuiltinModule("fs");
    const timer = setInterval(() => {
      if (fs.existsSync(${JSON.stringify(starter.cache)}) && fs.readdirSync(${JSON.stringify(starter.cache)}).some((name) => /-\\w+$/.test(name))) clearInterval(timer);
    }, 10);`;
  starter.write(waits);
  expect(await starter.run({}, "web")).toMatchObject(printed(""));
});

test("a first run, the next and one without kept code print and write the same", async () => {
  const runsIn = async (env: NonNullable<RunOptions["env"]>) => {
    const { run, read } = changing(env);
    const outputs = [];
    for (const words of [
      "list",
      "finish http --proof https://example.org",
      "reopen http",
      "finish http",
      "show #2 --json",
    ])
      outputs.push(await run(...words.split(" ")));
    return { outputs, text: read() };
  };
  const XDG_CACHE_HOME = makeTempFolder();
  const first = await runsIn({ XDG_CACHE_HOME });
  expect(first.outputs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
  expect(first.text).not.toBe(repairedText);
  const kept = readdirSync(join(XDG_CACHE_HOME, "roadmap", "code")).map((name) => name.split("-")[0]);
  expect(kept.sort()).toEqual(["change", "view", "whole"]);
  expect(await runsIn({ XDG_CACHE_HOME })).toEqual(first);
  expect(await runsIn({ XDG_CACHE_HOME: "/dev/null" })).toEqual(first);
});

/** The roadmap in a folder of its own, and the program with these variables. */
function changing(env: NonNullable<RunOptions["env"]>) {
  const place = makePlace(repairedText);
  const run = async (...args: string[]) => {
    const ran = await place.runWith({ env }, ...args);
    return { ...ran, stdout: ran.stdout.replaceAll(place.folder, "") };
  };
  return { run, read: () => place.read() };
}

test("many first runs at once print the same and leave one whole file", async () => {
  const place = makePlace(repairedText);
  const list = () => place.runWith({ env: { XDG_CACHE_HOME: undefined } }, "list");
  const expected = await place.run("list");
  const runs = await Promise.all(Array.from({ length: 8 }, list));
  for (const run of runs) expect(run).toEqual(expected);
  expect(readdirSync(join(place.env.HOME ?? "", ".cache", "roadmap", "code"))).toHaveLength(1);
  expect(await list()).toEqual(expected);
});

test("what other versions and crashed runs left is removed, but for the newest files", async () => {
  const starter = await keptOne();
  const [name] = readdirSync(starter.cache);
  for (let version = 0; version < 20; version++) {
    const old = join(
      starter.cache,
      `view-${`${version}`.padStart(16, "0")}.cjs.v20.0.0-linux-x64${version % 2 ? "" : ".7-1"}`,
    );
    writeFileSync(old, "");
    utimesSync(old, version, version);
  }
  writeFileSync(join(starter.cache, "notes.txt"), "not ours");
  expect(await starter.run({}, "next")).toMatchObject(printed("one"));
  const names = readdirSync(starter.cache);
  expect([names.length, names.includes(name ?? ""), names.includes("notes.txt")]).toEqual([13, true, true]);
});

test("a Node that is too old is named instead of an internal error", async () => {
  const folder = makeTempFolder();
  // As a Node before 20.16 lacks it.
  writeFileSync(join(folder, "old.cjs"), "process.getBuiltinModule = undefined;");
  const command = { command: process.execPath, args: ["--require", join(folder, "old.cjs"), programPath, "list"] };
  expect(await runProgram(command)).toMatchObject({
    stdout: "",
    stderr: `roadmap: this is Node ${process.versions.node}, and roadmap needs Node 20.19 or later\n`,
    exitCode: 1,
  });
});
