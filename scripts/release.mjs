// Prepares a release on this machine: npm run release -- X.Y.Z [--dry-run]. It pushes nothing and publishes nothing.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const at = (path) => join(root, path);
const read = (path) => readFileSync(at(path), "utf8");

const changedFiles = ["CHANGELOG.md", "package.json", "package-lock.json"];

/** What a person has to do first; nothing has been changed. */
class Refusal extends Error {
  constructor(reasons, exitCode = 1) {
    super(reasons.join("\n"));
    this.exitCode = exitCode;
  }
}

const usage = "usage: npm run release -- X.Y.Z [--dry-run]";

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

function main(args) {
  if (args.length === 1 && args[0] === "--notes") return console.log(notesOf(JSON.parse(read("package.json")).version));
  const flags = args.filter((word) => word.startsWith("-"));
  const [version, ...others] = args.filter((word) => !word.startsWith("-"));
  if (others.length > 0 || flags.some((flag) => flag !== "--dry-run") || !/^\d+\.\d+\.\d+$/.test(version ?? ""))
    throw new Refusal([usage], 2);
  const reasons = reasonsAgainst(version);
  if (reasons.length > 0) throw new Refusal([...reasons, `${version} was not released; nothing was changed`]);
  const plan = planOf(version);
  for (const { says } of plan) console.log(`${flags.length > 0 ? "would " : ""}${says}`);
  if (flags.length > 0) return console.log("dry run: nothing was changed");
  release(version, plan);
}

// Reasons against a release: all of them at once, each with what to do.

function reasonsAgainst(version) {
  return [...gitReasons(version), ...changelogReasons(version), ...packageReasons(version), ...pageReasons()];
}

function gitReasons(version) {
  const branch = git("branch", "--show-current");
  const changed = git("status", "--porcelain");
  const behind = Number(git("rev-list", "--count", "HEAD..@{upstream}") || 0);
  return [
    ...(branch === "main" ? [] : [`on ${branch || "a detached HEAD"}, not on main: run \`git switch main\``]),
    ...(changed === "" ? [] : [`uncommitted changes: commit them first\n${changed.replace(/^/gm, "  ")}`]),
    ...(behind === 0 ? [] : [`main is behind its upstream by ${behind}: run \`git pull\``]),
    ...(git("tag", "--list", `v${version}`) === "" ? [] : [`the tag v${version} already exists`]),
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
  const isWeb = own.repository === undefined || repositoryPage() !== undefined;
  return [
    ...(isNewer(own.version, version) ? [`${version} is older than ${own.version} in package.json`] : []),
    ...missing.map((key) => `package.json: no ${key}; add ${examples[key]}`),
    ...(isWeb ? [] : [`package.json: the URL of the repository is not like ${examples.repository}`]),
  ];
}

/** Sentences that the first release makes wrong have this comment before them. */
function pageReasons() {
  const pages = ["README.md", ...readdirSync(at("docs"), { recursive: true }).map((name) => `docs/${name}`)];
  return pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) =>
      read(page)
        .split("\n")
        .flatMap((line, index) => (line.startsWith("<!-- before the first release") ? [`${page}:${index + 1}`] : [])),
    )
    .map((place) => `${place}: rewrite what is true only before the first release, and remove the comment`);
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

/** A failure restores the files, which had no changes of their own. */
function release(version, plan) {
  try {
    for (const { says, run } of plan) {
      console.log(`\n== ${says}`);
      run();
    }
  } catch (error) {
    rmSync(at(`release/${version}`), { recursive: true, force: true });
    git("checkout", "--quiet", "HEAD", "--", ...changedFiles);
    throw new Refusal([error.message, `${version} was not released; what it had changed is restored`]);
  }
  console.log(`\n${version} is in release/${version}, committed and tagged; nothing has been pushed or published.`);
  console.log(`next: git push --atomic origin main v${version}`);
  console.log("then .github/workflows/release.yml tests, builds, signs and publishes it (docs/how-to/release.md)");
}

function runTests() {
  must(at(".ci/run"), []);
  const changed = git("status", "--porcelain");
  if (changed !== "") throw new Error(`the tests have changed files:\n${changed}`);
}

function setVersion(version) {
  must("npm", ["version", version, "--no-git-tag-version", "--allow-same-version", "--ignore-scripts"]);
}

function buildPackage(version, folder) {
  rmSync(at(folder), { recursive: true, force: true });
  mkdirSync(at(folder), { recursive: true });
  must("npm", ["run", "build"]);
  expectVersion(version, [process.execPath, at("dist/bin.cjs")]);
  must("npm", ["pack", "--pack-destination", folder]);
}

function buildBinaries(version, { folder, tested }) {
  must("npm", ["run", "binary", "--", ...tested.flatMap((name) => ["--target", name])]);
  const own = `${process.platform}-${process.arch}`;
  if (tested.includes(own)) expectVersion(version, [at(`dist-binary/${own}/roadmap`)]);
  for (const name of tested)
    must("tar", ["-czf", `${folder}/roadmap-${version}-${name}.tar.gz`, "-C", `dist-binary/${name}`, "."]);
}

function expectVersion(version, [program, ...args]) {
  const { stdout } = spawnSync(program, [...args, "--version"], { encoding: "utf8" });
  if (!stdout?.split(/\s/).includes(version)) throw new Error(`${program} says its version is ${stdout?.trim()}`);
}

function writeSums(folder, key) {
  const sums = readdirSync(at(folder)).map((name) => {
    const hash = createHash("sha256").update(readFileSync(at(`${folder}/${name}`)));
    return `${hash.digest("hex")}  ${name}\n`;
  });
  writeFileSync(at(`${folder}/SHA256SUMS`), sums.join(""));
  if (key && git("config", "--get", "gpg.format") === "ssh")
    must("ssh-keygen", ["-q", "-Y", "sign", "-n", "file", "-f", key, `${folder}/SHA256SUMS`]);
  else if (key) must("gpg", ["--armor", "--local-user", key, "--detach-sign", `${folder}/SHA256SUMS`]);
}

function commit(version, key) {
  must("git", ["add", "--", ...changedFiles]);
  must("git", ["commit", "--quiet", `--message=Release ${version}`]);
  try {
    must("git", ["tag", key ? "--sign" : "--annotate", `--message=Release ${version}`, `v${version}`]);
  } catch (error) {
    git("reset", "--quiet", "--soft", "HEAD~1");
    throw error;
  }
}

// Programs.

/** Its output; empty if it fails. */
function git(...args) {
  return spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout?.trimEnd() ?? "";
}

function must(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`failed: ${[program, ...args].join(" ")}${error ? ` (${error.message})` : ""}`);
}
