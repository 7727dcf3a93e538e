// Prepares a release on this machine: npm run release -- X.Y.Z [--dry-run]. It pushes nothing and publishes nothing.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const at = (path) => join(root, path);
const read = (path) => readFileSync(at(path), "utf8");

/** The name of the repository in examples. */
const placeholder = "OWNER/REPO";

const changedFiles = ["CHANGELOG.md", "package.json", "package-lock.json"];

/** What a person has to do first; nothing has been changed. */
class Refusal extends Error {
  constructor(reasons, exitCode = 1) {
    super(reasons.join("\n"));
    this.exitCode = exitCode;
  }
}

const usage = "usage: npm run release -- X.Y.Z [--dry-run]";

/** npm keeps a flag that is not after `--` to itself, and passes it on only in a variable. */
const keptByNpm = ["--dry-run", "--dryrun", "--notes"].filter(
  (flag) => process.env[`npm_config_${flag.slice(2).replace("-", "_")}`] === "true",
);

/** The signal that asked a release to stop, and how to pass it on to the program that is running. */
let stoppedBy;
let passOn;

try {
  await main([...process.argv.slice(2), ...keptByNpm]);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

async function main(args) {
  if (args.length === 1 && args[0] === "--notes") return console.log(notesOf(JSON.parse(read("package.json")).version));
  const flags = args.filter((word) => word.startsWith("-"));
  const [version, ...others] = args.filter((word) => !word.startsWith("-"));
  if (
    others.length > 0 ||
    flags.some((flag) => flag !== "--dry-run") ||
    !/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version ?? "")
  )
    throw new Refusal([usage], 2);
  const reasons = reasonsAgainst(version);
  if (reasons.length > 0) throw new Refusal([...reasons, `${version} was not released; nothing was changed`]);
  const plan = planOf(version);
  for (const { says } of plan) console.log(`${flags.length > 0 ? "would " : ""}${says}`);
  if (flags.length > 0) return console.log("dry run: nothing was changed");
  await release(version, plan);
}

// Reasons against a release: all of them at once, each with what to do.

function reasonsAgainst(version) {
  return [...gitReasons(version), ...changelogReasons(version), ...packageReasons(version), ...pageReasons()];
}

function gitReasons(version) {
  const branch = git("branch", "--show-current");
  const changed = git("status", "--porcelain");
  return [
    ...(branch === "main" ? [] : [`on ${branch || "a detached HEAD"}, not on main: run \`git switch main\``]),
    ...(changed === "" ? [] : [`uncommitted changes: commit them first\n${changed.replace(/^/gm, "  ")}`]),
    ...(git("tag", "--list", `v${version}`) === "" ? [] : [`the tag v${version} already exists`]),
    ...remoteReasons(version),
  ];
}

/** What the server has now, which this clone may not know. */
function remoteReasons(version) {
  const remote = git("config", "branch.main.remote") || "origin";
  if (!git("remote").split("\n").includes(remote)) return [];
  const args = ["ls-remote", remote, "refs/heads/main", `refs/tags/v${version}`];
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8", timeout: 30_000 });
  if (status !== 0) {
    console.error(`note: ${remote} cannot be read, so newer commits and tags there are not known`);
    console.error((stderr || "git did not answer within 30 seconds").trimEnd().replace(/^/gm, "  "));
  }
  const known = git("rev-parse", "--verify", "--quiet", "main@{upstream}");
  const [, main = known] = /^(\w+)\trefs\/heads\/main$/m.exec(stdout) ?? [];
  const isBehind = main !== "" && git("merge-base", main, "main") !== main;
  return [
    ...(isBehind ? [`main is behind that of ${remote}: run \`git pull\``] : []),
    ...(/\trefs\/tags\//.test(stdout) ? [`the tag v${version} already exists on ${remote}`] : []),
  ];
}

function changelogReasons(version) {
  const text = read("CHANGELOG.md");
  const [last] = Array.from(text.matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm), ([, released]) => released);
  return [
    ...(/^- /m.test(sectionOf("Unreleased")) ? [] : ["CHANGELOG.md: no entries under [Unreleased]"]),
    ...(last === undefined || isNewer(version, last) ? [] : [`${version} is not newer than ${last} in CHANGELOG.md`]),
    ...(text.includes("Nothing has been released yet")
      ? ["CHANGELOG.md: remove the sentence that nothing has been released yet"]
      : []),
  ];
}

function packageReasons(version) {
  const own = JSON.parse(read("package.json"));
  const examples = {
    repository: '"repository": { "type": "git", "url": "git+https://github.com/OWNER/REPO.git" }',
    bugs: '"bugs": "https://github.com/OWNER/REPO/issues"',
  };
  const missing = Object.keys(examples).filter((key) => own[key] === undefined);
  const copied = Object.keys(examples).filter((key) => JSON.stringify(own[key] ?? "").includes(placeholder));
  const isWeb = own.repository === undefined || repositoryPage() !== undefined;
  return [
    ...(isNewer(own.version, version) ? [`${version} is older than ${own.version} in package.json`] : []),
    ...missing.map((key) => `package.json: no ${key}; add ${examples[key]}`),
    ...copied.map((key) => `package.json: replace ${placeholder} in ${key}`),
    ...(isWeb ? [] : [`package.json: the URL of the repository is not like ${examples.repository}`]),
  ];
}

/** Sentences that the first release makes wrong have a comment before them. */
function pageReasons() {
  const pages = ["README.md", ...readdirSync(at("docs"), { recursive: true }).map((name) => `docs/${name}`)];
  return pages
    .filter((page) => page.endsWith(".md") && page !== "docs/how-to/release.md")
    .flatMap((page) =>
      read(page)
        .split("\n")
        .flatMap((line, index) => whatToDo(line).map((todo) => `${page}:${index + 1}: ${todo}`)),
    );
}

function whatToDo(line) {
  if (line.startsWith("<!-- before the first release"))
    return ["rewrite what is true only before the first release, and remove the comment"];
  return line.includes(placeholder) ? [`replace ${placeholder}`] : [];
}

function isNewer(one, other) {
  return one.localeCompare(other, "en", { numeric: true }) > 0;
}

// The changelog.

function sectionOf(name) {
  const parts = read("CHANGELOG.md").split(/^## \[/m);
  const own = parts.find((part) => part.startsWith(`${name}]`)) ?? "";
  return own.replace(/^.*\n/, "").replace(/^\[[^\]]+\]: .*$/gm, "");
}

function notesOf(version) {
  const notes = sectionOf(version).trim();
  if (notes === "") throw new Refusal([`CHANGELOG.md: no section for ${version}`]);
  return notes;
}

/** The section gets its version and date, and a link to what changed; a new one is above it. */
function releasedChangelog(version) {
  const today = new Date().toISOString().slice(0, 10);
  const text = read("CHANGELOG.md").replace(/^## \[Unreleased\]$/m, `## [Unreleased]\n\n## [${version}] - ${today}`);
  const [, , last] = Array.from(text.matchAll(/^## \[(.+?)\]/gm), ([, name]) => name);
  const page = repositoryPage();
  const changes = last === undefined ? `releases/tag/v${version}` : `compare/v${last}...v${version}`;
  const links = [`[Unreleased]: ${page}/compare/v${version}...HEAD`, `[${version}]: ${page}/${changes}`];
  const older = text.match(/^\[\d.*\]: .*$/gm) ?? [];
  return `${text.replace(/^\[[\d.]+\]: .*\n|^\[Unreleased\]: .*\n/gm, "").trimEnd()}\n\n${[...links, ...older].join("\n")}\n`;
}

function repositoryPage() {
  const { repository } = JSON.parse(read("package.json"));
  return /^git\+(https:\/\/.+)\.git$/.exec(repository?.url ?? "")?.[1];
}

// The steps.

function planOf(version) {
  const folder = `release/${version}`;
  const targets = JSON.parse(read("scripts/binary/targets.json"));
  const tested = Object.keys(targets).filter((name) => targets[name].testedOn !== null);
  const untested = Object.keys(targets).filter((name) => !tested.includes(name));
  const key = git("config", "--type=path", "--get", "user.signingkey");
  return [
    { says: "run all tests: .ci/run", run: () => runTests() },
    { says: `set the version to ${version} in package.json and package-lock.json`, run: () => setVersion(version) },
    {
      says: `date the section [Unreleased] of CHANGELOG.md as ${version}`,
      run: () => writeFileSync(at("CHANGELOG.md"), releasedChangelog(version)),
    },
    { says: `build the package in ${folder}`, run: () => buildPackage(version, folder) },
    {
      says: `build the binaries that are tested in ${folder}: ${tested.join(", ")} (not: ${untested.join(", ")})`,
      run: () => buildBinaries(version, { folder, tested }),
    },
    {
      says: `write ${folder}/SHA256SUMS${key ? `, signed with ${key}` : ", unsigned: git has no user.signingkey"}`,
      run: () => writeSums(folder, key),
    },
    { says: `commit "Release ${version}" and tag it v${version}`, run: () => commit(version, key) },
  ];
}

/** A failure or a signal restores the files, which had no changes of their own. */
async function release(version, plan) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  try {
    for (const { says, run } of plan) {
      console.log(`\n== ${says}`);
      await run();
    }
  } catch (error) {
    const reason = stoppedBy === undefined ? error.message : `stopped by ${stoppedBy}`;
    throw new Refusal([reason, `${version} was not released; ${restore(version)}`], exitCodeOf(stoppedBy));
  }
  console.log(`\n${version} is in release/${version}, committed and tagged; nothing has been pushed or published.`);
  console.log(`next: git push --atomic origin main v${version}`);
  console.log("then .github/workflows/release.yml tests, builds, signs and publishes it (docs/how-to/release.md)");
}

function stop(signal) {
  stoppedBy ??= signal;
  passOn?.(signal);
}

/** As a shell reports a program that a signal ended. */
function exitCodeOf(signal) {
  return signal === undefined ? 1 : 128 + constants.signals[signal];
}

/** Says what is as before; dist/ is not in git, so it stays as it was built. */
function restore(version) {
  rmSync(at(`release/${version}`), { recursive: true, force: true });
  const args = ["checkout", "--quiet", "HEAD", "--", ...changedFiles];
  if (spawnSync("git", args, { cwd: root, stdio: "inherit" }).status !== 0)
    return `some of it is changed: run \`git ${args.join(" ")}\``;
  const isBuilt = outputOf(process.execPath, at("dist/bin.cjs")).split(/\s/).includes(version);
  const isNew = isBuilt && version !== JSON.parse(read("package.json")).version;
  return `what it had changed is restored${isNew ? `, except dist/: run \`npm run build\`` : ""}`;
}

async function runTests() {
  await must(at(".ci/run"), []);
  const changed = git("status", "--porcelain");
  if (changed !== "") throw new Error(`the tests have changed files:\n${changed}`);
}

function setVersion(version) {
  return must("npm", ["version", version, "--no-git-tag-version", "--allow-same-version", "--ignore-scripts"]);
}

async function buildPackage(version, folder) {
  rmSync(at(folder), { recursive: true, force: true });
  mkdirSync(at(folder), { recursive: true });
  await must("npm", ["run", "build"]);
  expectVersion(version, [process.execPath, at("dist/bin.cjs")]);
  await must("npm", ["pack", "--pack-destination", folder]);
  if (!readdirSync(at(folder)).some((name) => name.endsWith(".tgz")))
    throw new Error("npm pack has written no file: see `npm config list`");
}

async function buildBinaries(version, { folder, tested }) {
  await must("npm", ["run", "binary", "--", ...tested.flatMap((name) => ["--target", name])]);
  const own = `${process.platform}-${process.arch}`;
  if (tested.includes(own)) expectVersion(version, [at(`dist-binary/${own}/roadmap`)]);
  for (const name of tested) await must(process.execPath, [at("scripts/binary/archive.mjs"), name, folder]);
}

function expectVersion(version, command) {
  const output = outputOf(...command);
  if (!output.split(/\s/).includes(version)) throw new Error(`${command.at(-1)} says its version is ${output}`);
}

function outputOf(program, ...args) {
  return spawnSync(program, [...args, "--version"], { encoding: "utf8" }).stdout?.trim() ?? "";
}

async function writeSums(folder, key) {
  const sums = readdirSync(at(folder)).map((name) => {
    const hash = createHash("sha256").update(readFileSync(at(`${folder}/${name}`)));
    return `${hash.digest("hex")}  ${name}\n`;
  });
  writeFileSync(at(`${folder}/SHA256SUMS`), sums.join(""));
  if (key && git("config", "--get", "gpg.format") === "ssh")
    await mustAsking("ssh-keygen", ["-q", "-Y", "sign", "-n", "file", "-f", key, `${folder}/SHA256SUMS`]);
  else if (key) await mustAsking("gpg", ["--armor", "--local-user", key, "--detach-sign", `${folder}/SHA256SUMS`]);
}

async function commit(version, key) {
  const before = git("rev-parse", "HEAD");
  try {
    await must("git", ["add", "--", ...changedFiles]);
    await mustAsking("git", ["commit", "--quiet", `--message=Release ${version}`]);
    await mustAsking("git", ["tag", key ? "--sign" : "--annotate", `--message=Release ${version}`, `v${version}`]);
  } catch (error) {
    // A signal may end git when it has already done it.
    git("tag", "--delete", `v${version}`);
    git("reset", "--quiet", "--soft", before);
    throw error;
  }
}

// Programs.

/** Its output; empty if it fails. */
function git(...args) {
  return spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout?.trimEnd() ?? "";
}

/** It has a process group of its own, so that a signal reaches what it has started too. */
function must(program, args) {
  return runToEnd([program, ...args], { detached: true, stdio: ["ignore", "inherit", "inherit"] });
}

/** It may ask for a passphrase, so it stays in the group that may read from the terminal. */
function mustAsking(program, args) {
  return runToEnd([program, ...args], { detached: false, stdio: "inherit" });
}

async function runToEnd([program, ...args], options) {
  if (stoppedBy !== undefined) throw new Error("not started");
  const child = spawn(program, args, { cwd: root, ...options });
  passOn = (signal) => process.kill(options.detached ? -child.pid : child.pid, signal);
  const [status, cause] = await once(child, "exit").catch((error) => [null, error.message]);
  passOn = undefined;
  if (status === 0) return;
  throw new Error(`failed: ${[program, ...args].join(" ")}${cause ? ` (${cause})` : ""}`);
}
