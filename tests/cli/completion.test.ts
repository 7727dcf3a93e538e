// Completion in real shells: each loads its script and completes lines, even with a malicious file.

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shells } from "../../src/app/shipped-text.js";
import { hostileText } from "../support/hostile-names.js";
import { distFolder, makePlace, type Place, quotedProgram, referenceText } from "../support/program.js";
import { canRun } from "../support/run-program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const has = {
  bash: await canRun("bash", "--version"),
  zsh: await canRun("zsh", "--version"),
  fish: await canRun("fish", "--version"),
};

/** A place with the program on the PATH, and its completion scripts. */
async function makeShellPlace(text: string): Promise<Place & { readonly bin: string }> {
  const place = makePlace({ "roadmap.md": text, "other.md": text });
  const bin = join(place.folder, "..", "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "roadmap"), `#!/bin/sh\nexec ${quotedProgram} "$@"\n`);
  chmodSync(join(bin, "roadmap"), 0o755);
  for (const [shell, name] of [
    ["bash", "roadmap.bash"],
    ["zsh", "_roadmap"],
    ["fish", "roadmap.fish"],
  ] as const)
    writeFileSync(join(bin, name), (await place.run("completion", shell)).stdout);
  return { ...place, bin };
}

/** What bash would insert for the current word, and whether it completes file names. */
const bashDriver = `
PATH=$BIN:$PATH; . "$BIN/roadmap.bash"
compopt() { [[ $2 == default ]] && echo files; }
COMP_LINE=$1 COMP_POINT=\${#1}
read -ra COMP_WORDS <<<"$1"; [[ $1 == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
word=\${COMP_WORDS[COMP_CWORD]}; [[ $word == --*=* ]] && word=\${word#*=}
_roadmap roadmap "$word" ""; printf '%s\\n' "\${COMPREPLY[@]}"`;

async function bashOffers(place: Place & { bin: string }, line: string): Promise<string[]> {
  const { stdout, stderr } = await place.shell(`bash -c "$DRIVER" bash "$LINE"`, {
    DRIVER: bashDriver,
    LINE: line,
    BIN: place.bin,
  });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((text) => text !== "");
}

async function fishOffers(place: Place & { bin: string }, line: string): Promise<string[]> {
  const { stdout, stderr } = await place.shell(
    `fish --no-config -c 'set -x PATH $BIN $PATH; source $BIN/roadmap.fish; complete -C "$LINE"'`,
    { LINE: line, BIN: place.bin },
  );
  expect(stderr).toBe("");
  return stdout.split("\n").flatMap((text) => text.split("\t")[0] || []);
}

const lines: [string, string[]][] = [
  ["roadmap progre", ["progress"]],
  ["roadmap start http fun", ["fundamentals"]],
  ["roadmap start HTTP Fun", ["Fundamentals"]],
  ["roadmap -f other.md finish gor", ["goroutines"]],
  ["roadmap -f oth", ["other.md"]],
  ["roadmap list --st", ["--status"]],
  ["roadmap list --status in", ["in-progress"]],
  ["roadmap start $(touch pwned) ", []],
];

test.skipIf(!has.bash)("bash completes commands, options, values and words of names", async () => {
  const place = await makeShellPlace(referenceText);
  for (const [line, expected] of lines)
    expect(await bashOffers(place, line), line).toEqual(expected[0] === "other.md" ? ["files"] : expected);
  // Readline replaces only the text after the `=`.
  expect(await bashOffers(place, "roadmap list --status=in")).toEqual(["in-progress"]);
  expect((await bashOffers(place, "roadmap list --track "))[0]).toMatch(/\\ Backend\\ Engineering\\ Roadmap$/);
  expect((await bashOffers(place, "roadmap start #3"))[0]).toBe("\\#3");
  expect(existsSync(place.path("pwned"))).toBe(false);
});

test.skipIf(!has.fish)("fish completes the same", async () => {
  const place = await makeShellPlace(referenceText);
  for (const [line, expected] of lines) expect(await fishOffers(place, line), line).toEqual(expected);
  expect(await fishOffers(place, "roadmap list --status=in")).toEqual(["--status=in-progress"]);
  expect(existsSync(place.path("pwned"))).toBe(false);
});

const starts = [
  "roadmap start ",
  "roadmap check ",
  "roadmap list --phase ",
  "roadmap list --track ",
  "roadmap set x --status ",
];

test.skipIf(!has.bash || !has.fish)("hostile names do not run, and are completed only as words", async () => {
  const place = await makeShellPlace(hostileText);
  for (const line of starts) {
    const byBash = await bashOffers(place, line);
    expect(
      byBash.filter((text) => /(?<!\\)[^\p{L}\p{N}\p{M}\\_-]/u.test(text)),
      line,
    ).toEqual([]);
    const byFish = await fishOffers(place, line);
    expect(
      byFish.filter((text) => !/^(?:#\d+|[\p{L}\p{N}\p{M} -]+)$/u.test(text)),
      line,
    ).toEqual([]);
  }
  expect(await bashOffers(place, "roadmap start touch ")).toEqual(["pwned"]);
  expect(existsSync(place.path("pwned"))).toBe(false);
});

const interactive = {
  bash: `PATH=$BIN:$PATH; PS1='rea''dy> '; . "$BIN/roadmap.bash"`,
  zsh: `PATH=$BIN:$PATH; PS1='rea''dy> '; fpath=($BIN $fpath); autoload -U compinit; compinit -u -D`,
  fish: `set -x PATH $BIN $PATH; function fish_prompt; echo -n 'rea''dy> '; end; source $BIN/roadmap.fish`,
};
const commands = {
  bash: "bash --norc --noprofile",
  zsh: "zsh -f",
  fish: "fish --no-config",
};

test.skipIf(!hasTerminal).each(["bash", "zsh", "fish"] as const)(
  "in a terminal, %s completes a hostile name word by word, and the line does what it says",
  async (shell) => {
    if (!has[shell]) return;
    const place = await makeShellPlace(hostileText);
    const terminal = openTerminal({ ...place, env: { ...place.env, BIN: place.bin } }, commands[shell]);
    terminal.type(interactive[shell], "Enter");
    await terminal.until("ready>");
    terminal.type("roadmap set --status in-progress itss", "BSpace", "BSpace", "Tab");
    await terminal.until("in-progress it");
    terminal.type("don", "Tab");
    await terminal.until("in-progress it done");
    terminal.type("Enter");
    await terminal.until("◐ it's & (done) > pwned");
    terminal.type("roadmap list --status=blo", "Tab");
    await terminal.until("--status=blocked");
    terminal.type("C-u");
    terminal.type("roadmap start $(touch pwned) es", "Tab");
    terminal.type("C-u", "echo still", " here", "Enter");
    await terminal.until("\nstill here");
    expect(place.read()).toContain("| it's & (done) > pwned | $(touch pwned) | In Progress |");
    expect(existsSync(place.path("pwned"))).toBe(false);
  },
);

test("the scripts are shipped with the program, and the command prints them unchanged", async () => {
  const place = makePlace({});
  for (const shell of shells) {
    const { stdout, stderr, exitCode } = await place.run("completion", shell);
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(stdout).toMatch(/^#.*\broadmap\b/);
    expect(JSON.parse((await place.run("completion", shell, "--json")).stdout).script).toBe(stdout);
  }
  const { stderr, exitCode } = await place.run("completion", "fsh");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("roadmap completion fish");
});

test("the script for PowerShell asks for words with a prefix, and quotes what is not plain", () => {
  const script = readFileSync(join(distFolder, "completion", "roadmap.ps1"), "utf8");
  expect(script).toMatch(/^Register-ArgumentCompleter -Native -CommandName roadmap -ScriptBlock \{\n {4}param\(/m);
  expect(script).toContain('& roadmap __complete words @before "=$current"');
  expect(script).not.toMatch(/Invoke-Expression|iex\b/i);
  for (const [open, close] of ["()", "{}", "[]"]) {
    expect(script.split(open ?? "")).toHaveLength(script.split(close ?? "").length);
  }
});

test("a file below the home folder can be typed with a tilde", async () => {
  const place = makePlace({});
  writeFileSync(join(place.env.HOME ?? "", "plan.md"), "| Topic | Status |\n|---|---|\n| Kafka | |\n");
  const { stdout } = await place.run("__complete", "words", "-f", "~/plan.md", "start", "=");
  expect(stdout).toBe("words\nkafka\tKafka\n");
});

test("without a readable roadmap, commands are completed silently", async () => {
  const place = makePlace({ "utf16.md": new Uint8Array([0xff, 0xfe, 0x41, 0]), "lazy.md": "- a\n<x>\n" });
  for (const file of ["none.md", "utf16.md", ".", "lazy.md"]) {
    const ran = await place.run("__complete", "words", "-f", file, "start", "=");
    expect(ran).toMatchObject({ stdout: "words\n", stderr: "", exitCode: 0 });
  }
  expect((await place.run("__complete", "words", "=sho")).stdout).toMatch(/^words\nshow\tShow one topic/);
  for (const args of [[], ["line"], ["else", "x"]])
    expect(await place.run("__complete", ...args)).toMatchObject({ exitCode: 0, stderr: "" });
});
