// Installing: the packed package works with npm, npx and pnpm, on unusual paths, read-only, and for other users.

import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasPnpm, makeMachine, nobody, packPackage, planFiles, pnpmPath, useProgram } from "../support/packed.js";
import { canRun } from "../support/run-program.js";

const packed = mkdtempSync(join(tmpdir(), "roadmap-packed-"));
let tarball = "";

beforeAll(async () => {
  tarball = await packPackage(packed);
});

afterAll(() => rmSync(packed, { recursive: true, force: true }));

const project = { "package.json": '{ "name": "project", "private": true }', ...planFiles };

test("npm installs it globally, with no other package and without a registry", async () => {
  const machine = makeMachine();
  const prefix = machine.makeFolder("prefix");
  const { stdout } = await machine.run(["npm", "install", "--global", "--prefix", prefix, tarball]);
  expect(stdout).toContain("added 1 package");
  await useProgram(machine, [join(prefix, "bin/roadmap")]);
});

test("npm installs it as a dependency, and npx and npm exec run it", async () => {
  const machine = makeMachine();
  const cwd = machine.makeFolder("project", project);
  await machine.run(["npm", "install", tarball], { cwd });
  await useProgram(machine, ["npx", "roadmap"], cwd);
  expect((await machine.run(["npm", "exec", "--", "roadmap", "--version"], { cwd })).stdout).toMatch(/\d+\.\d+\.\d+/);
});

test("npm exec runs it from the tarball, without installing it", async () => {
  const machine = makeMachine();
  const args = ["exec", "--yes", `--package=${tarball}`, "--", "roadmap", "--version"];
  expect((await machine.run(["npm", ...args])).stdout).toMatch(/\d+\.\d+\.\d+/);
});

test.skipIf(!hasPnpm)("pnpm installs it as a dependency and globally", async () => {
  const machine = makeMachine();
  const cwd = machine.makeFolder("project", project);
  const pnpm = [process.execPath, pnpmPath];
  await machine.run([...pnpm, "add", "--offline", tarball], { cwd });
  await useProgram(machine, [...pnpm, "exec", "roadmap"], cwd);
  const bin = machine.makeFolder("pnpm");
  const env = { PNPM_HOME: bin, PATH: `${bin}:${process.env.PATH}` };
  await machine.run([...pnpm, "add", "--global", "--offline", tarball], { env });
  expect((await machine.run(["roadmap", "--version"], { env })).stdout).toMatch(/\d+\.\d+\.\d+/);
});

test("it runs on a path with spaces, quotes and letters outside ASCII", async () => {
  const machine = makeMachine();
  const prefix = machine.makeFolder("Bücher & 'Pläne' $HOME %20 #1");
  await machine.run(["npm", "install", "--global", "--prefix", prefix, tarball]);
  await useProgram(machine, [join(prefix, "bin/roadmap")]);
});

test.skipIf(nobody === undefined)("another user runs what root installed, and may not write there", async () => {
  const root = makeMachine();
  const prefix = root.makeFolder("system");
  await root.run(["npm", "install", "--global", "--prefix", prefix, tarball]);
  await root.run(["chmod", "-R", "a-w,a+rX", prefix]);
  const user = makeMachine(nobody);
  const plan = user.makeFolder("plan", planFiles);
  await useProgram(user, [join(prefix, "bin/roadmap")], plan);
  const { stdout } = await user.run(["find", plan, "-user", String(nobody), "-name", "roadmap.md"]);
  expect(stdout).toBe(`${plan}/roadmap.md\n`);
});

test.skipIf(nobody === undefined)("a home that cannot be written to is no obstacle to showing a file", async () => {
  const root = makeMachine();
  const prefix = root.makeFolder("system");
  await root.run(["npm", "install", "--global", "--prefix", prefix, tarball]);
  const user = makeMachine(nobody);
  const plan = user.makeFolder("plan", planFiles);
  await root.run(["chmod", "-R", "a-w", user.home]);
  for (const _ of ["first", "second"]) {
    const { stdout, stderr } = await user.run([join(prefix, "bin/roadmap"), "list"], { cwd: plan });
    expect(stdout).toContain("HTTP Fundamentals");
    expect(stderr).toBe("");
  }
});

test.skipIf(nobody === undefined)("a user who may not write to the system installs it at home", async () => {
  const root = makeMachine();
  const system = root.makeFolder("system");
  const user = makeMachine(nobody);
  await root.run(["cp", tarball, join(user.folder, "roadmap.tgz")]);
  const install = ["npm", "install", "--global", join(user.folder, "roadmap.tgz")];
  await expect(user.run(install, { env: { npm_config_prefix: system } })).rejects.toThrow("EACCES");
  await user.run(install, { env: { npm_config_prefix: join(user.home, ".local") } });
  await useProgram(user, [join(user.home, ".local/bin/roadmap")]);
});

test.skipIf(!(await canRun("man", "--version")))("man finds the manual page of a global installation", async () => {
  const machine = makeMachine();
  const prefix = machine.makeFolder("prefix");
  await machine.run(["npm", "install", "--global", "--prefix", prefix, tarball]);
  const env = { PATH: `${join(prefix, "bin")}:${process.env.PATH}`, MANPATH: "", LC_ALL: "C.UTF-8", MANWIDTH: "80" };
  const { stdout } = await machine.run(["man", "roadmap"], { env });
  expect(stdout).toMatch(/NAME\s+roadmap\s+- track/);
});

test("bash completes the commands of an installed program", async () => {
  const machine = makeMachine();
  const prefix = machine.makeFolder("prefix");
  await machine.run(["npm", "install", "--global", "--prefix", prefix, tarball]);
  const completions = join(machine.home, ".local/share/bash-completion/completions");
  const env = { PATH: `${join(prefix, "bin")}:${process.env.PATH}` };
  const line = `mkdir -p ${completions.replace(/ /g, "\\ ")} && roadmap completion bash > "${completions}/roadmap"`;
  await machine.run(["bash", "-c", line], { env });
  const asked = 'source "$1/roadmap"; COMP_WORDS=(roadmap fini); COMP_CWORD=1; COMP_LINE="roadmap fini"; COMP_POINT=12';
  const answer = `${asked}; $(complete -p roadmap | sed 's/.*-F \\([^ ]*\\).*/\\1/'); printf '%s\\n' "\${COMPREPLY[@]}"`;
  expect((await machine.run(["bash", "-c", answer, "bash", completions], { env })).stdout).toMatch(/^finish ?$/m);
});

test("the package has what a reader needs, and nothing that only a build needs", async () => {
  const machine = makeMachine();
  const cwd = machine.makeFolder("project", project);
  await machine.run(["npm", "install", tarball], { cwd });
  const installed = join(cwd, "node_modules/roadmap-md");
  const { stdout } = await machine.run(["find", ".", "-type", "f"], { cwd: installed });
  const files = stdout.trim().split("\n");
  for (const name of ["README.md", "LICENSE", "CHANGELOG.md", "dist/THIRD-PARTY-NOTICES", "dist/man/roadmap.1"])
    expect(files).toContain(`./${name}`);
  expect(files.filter((name) => /\.map$|\.tsbuildinfo$|^\.\/(?:src|tests|scripts)\//.test(name))).toEqual([]);
  const declared = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(declared).not.toHaveProperty("dependencies");
});

/** Half of it is the program. */
test("the tarball has at most 900 KB", () => {
  expect(statSync(tarball).size).toBeGreaterThan(300_000);
  expect(statSync(tarball).size).toBeLessThanOrEqual(900_000);
});
