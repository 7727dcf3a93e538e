// Checks before a commit: the hooks for pre-commit, and the git hook of the page on CI.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { stepsOf } from "../support/page-blocks.js";
import { makePlace } from "../support/program.js";
import { topicRows } from "../support/repository.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** As pre-commit reads it: what to run, and for which files. */
function hookNamed(id: string) {
  const text = read(".pre-commit-hooks.yaml")
    .split(/^(?=- id: )/m)
    .find((hook) => hook.startsWith(`- id: ${id}\n`));
  const textOf = (key: string) => new RegExp(`^  ${key}: (.*)$`, "m").exec(text ?? "")?.[1];
  const [, ...words] = textOf("entry")?.split(" ") ?? [];
  const args: readonly string[] = JSON.parse(textOf("args") ?? "[]");
  return { words: [...words, ...args], files: new RegExp(textOf("files") ?? expect.fail(`no files: ${id}`)) };
}

/** A repository in which a hook of git finds `roadmap`. */
function makeRepository(files: Readonly<Record<string, string>>) {
  const place = makePlace({});
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(place.path(name)), { recursive: true });
    writeFileSync(place.path(name), text);
  }
  place.git("init", "--quiet");
  const bin = join(place.folder, "../bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "roadmap"), `#!/bin/sh\nexec ${place.program} "$@"\n`, { mode: 0o755 });
  return { ...place, PATH: `${bin}:${place.env.PATH}` };
}

test.for(["roadmap.md", "ROADMAP.md", "docs/roadmap.md", "a/roadmap.md", "a/docs/roadmap.md", "my-roadmap.md"])(
  "the hook roadmap-fmt runs for %s only if that is what roadmap finds and checks",
  async (name) => {
    const { words, files } = hookNamed("roadmap-fmt");
    const unaligned = topicRows.replace("| Kafka | 2 |", "| Kafka | 2      |");
    const { exitCode, stdout, stderr } = await makeRepository({ [name]: unaligned }).run(...words);
    const isChecked = !stderr.includes("no roadmap.md, ROADMAP.md or docs/roadmap.md");
    expect(isChecked && exitCode === 0, stdout + stderr).toBe(false);
    expect(files.test(name)).toBe(isChecked);
  },
);

test("the hook roadmap-doctor takes every name of a file as a file", async () => {
  const { words, files } = hookNamed("roadmap-doctor");
  const names = ["-x/roadmap.md", "--fix/ROADMAP.md", "a/roadmap.md"];
  expect(names.filter((name) => files.test(name))).toEqual(names);
  const texts = names.map((name) => [name, topicRows.replace("Not Started", "doing-ish")]);
  const { exitCode, stdout } = await makeRepository(Object.fromEntries(texts)).run(...words, ...names);
  expect(exitCode).toBe(1);
  for (const name of names) expect(stdout).toContain(`${name}:`);
});

/** What the page shows last. */
const gitHook = stepsOf(read("docs/how-to/use-in-ci.md")).at(-1)?.shell ?? "";

test("the git hook of the page stops a commit with a problem, and replaces no other hook", async () => {
  const { git, shell, path, read: readFile, write, PATH } = makeRepository({ "roadmap.md": topicRows });
  expect((await shell(gitHook, { PATH })).exitCode).toBe(0);
  git("add", ".");
  const commit = "git -c user.name=Ada -c user.email=ada@example.org commit --quiet --allow-empty --message=Change";
  expect(await shell(commit, { PATH })).toMatchObject({ exitCode: 0 });
  write(topicRows.replace("Not Started", "doing-ish"));
  expect((await shell(commit, { PATH })).exitCode).toBe(1);
  const own = path(".git/hooks/pre-commit");
  writeFileSync(own, "#!/bin/sh\n# mine\n");
  const again = await shell(gitHook, { PATH });
  expect(again.exitCode).toBe(1);
  expect(readFile(".git/hooks/pre-commit")).toBe("#!/bin/sh\n# mine\n");
});
