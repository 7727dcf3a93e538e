// The GitHub Action: annotates problems, says in the job summary what changed by topic, and keeps progress cards up to date.

import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { summaryOf } from "./summary.mjs";

const { env } = process;
const root = join(import.meta.dirname, "../..");
const linesOf = (text = "") => text.split("\n").flatMap((line) => line.trim() || []);

/** What the person who wrote the workflow has to correct. */
class Refusal extends Error {}

function readInputs() {
  const [files, cards] = [linesOf(env.INPUT_FILES), linesOf(env.INPUT_CARD)];
  const failOn = env.INPUT_FAIL_ON || "error";
  if (!["error", "warning", "never"].includes(failOn))
    throw new Refusal(`fail-on is "${failOn}"; use error, warning or never`);
  refuseTwice("files", files);
  refuseTwice("card", cards);
  const wanted = Math.max(files.length, 1);
  if (cards.length > 0 && cards.length !== wanted)
    throw new Refusal(
      `card has ${counted(cards.length, "line")} for ${counted(wanted, "roadmap file")}; use one line for each file`,
    );
  const ignored = (env.INPUT_IGNORE ?? "").split(/\s+/).filter(Boolean);
  return {
    // Null is the file that roadmap finds itself.
    roadmaps: (files.length > 0 ? files : [null]).map((file, index) => ({ file, card: cards[index] })),
    failOn,
    ignored: ignored.map((code) => `--ignore=${code}`),
    hasSummary: isOn("summary", env.INPUT_SUMMARY),
    isPushed: isOn("push", env.INPUT_PUSH),
  };
}

/** It would be counted twice, or overwritten by another card. */
function refuseTwice(name, paths) {
  const files = paths.map((path) => (existsSync(path) ? realpathSync(path) : resolve(path)));
  const again = paths.find((_, index) => files.indexOf(files[index]) < index);
  if (again !== undefined) throw new Refusal(`${name} has the file ${again} twice; name each once`);
}

function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function isOn(name, text = "true") {
  if (!["true", "false"].includes(text)) throw new Refusal(`${name} is "${text}"; use true or false`);
  return text === "true";
}

function main({ roadmaps, failOn, ignored, hasSummary, isPushed }) {
  const roadmap = program();
  const { errors, warnings } = check({ roadmap, files: roadmaps.flatMap(({ file }) => file ?? []), ignored });
  const seen = roadmaps.map((one) => ({ ...one, progress: roadmap.json("progress", ...fileOption(one.file)) }));
  const totals = seen.flatMap(({ progress: { topics, tasks } = {} }) => (topics?.total === 0 ? tasks : (topics ?? [])));
  const [done, total] = ["done", "total"].map((key) => totals.reduce((sum, own) => sum + own[key], 0));
  if (hasSummary) writeSummary(roadmap, seen);
  const isFailed = failOn !== "never" && errors + (failOn === "warning" ? warnings : 0) > 0;
  const cards = seen.filter(({ card, progress }) => card && progress && !progress.conflicts);
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  output({ done, total, percent, errors, warnings, "card-changed": false });
  console.log(`${done} of ${total} done, ${percent}%; errors: ${errors}, warnings: ${warnings} (fail-on: ${failOn})`);
  if (!isFailed) updateCards({ roadmap, cards, isPushed });
  return isFailed ? 1 : 0;
}

function fileOption(file) {
  return file === null ? [] : [`--file=${file}`];
}

// The program.

function program() {
  const bin = installedProgram();
  // No colors and no lines that are cut, whatever the workflow sets for its other steps.
  const { FORCE_COLOR, COLUMNS, ...rest } = env;
  const options = { encoding: "utf8", maxBuffer: 2 ** 28, env: { ...rest, NO_COLOR: "1" } };
  const run = (...args) => spawnSync(process.execPath, [bin, ...args], options);
  return {
    run,
    /** Undefined if the command was refused; `doctor` has reported why. */
    json(...args) {
      const { status, stdout } = run(...args, "--json");
      return status === 0 ? JSON.parse(stdout) : undefined;
    },
  };
}

/** The version of this action, unless another one is wanted; a clone in which it was built needs no network. */
function installedProgram() {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const version = env.INPUT_VERSION || own.version;
  if (!/^[\w.+-]+$/.test(version))
    throw new Refusal(`version is "${version}"; use one like 1.2.3, or a tag like latest`);
  const built = join(root, "dist/bin.cjs");
  if (!env.INPUT_VERSION && existsSync(built)) return built;
  // A folder of its own: npm also obeys an `.npmrc` in the folder where it runs, and that of a pull request is not trusted.
  const folder = join(env.RUNNER_TEMP, `${own.name}-${randomUUID()}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", `${own.name}@${version}`];
  // On Windows, npm is a script that only a shell can run. No argument has a character with a meaning for it.
  const npm = spawnSync("npm", args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
  if (npm.status !== 0) {
    printInert(`${npm.stdout}${npm.stderr}`);
    throw new Refusal(`npm could not install ${own.name}@${version}`);
  }
  return join(folder, "node_modules", own.name, "dist/bin.cjs");
}

// Problems.

function check({ roadmap, files, ignored }) {
  const { status, stdout, stderr } = roadmap.run("doctor", "--json", ...ignored, "--", ...files);
  if (stdout === "") {
    const { code, message, hint } = errorIn(stderr);
    if (code === "USAGE") throw new Refusal(`${message}\n${hint}`);
    annotate("error", `${message}\n${withInputs(hint)}`);
    return { errors: 1, warnings: 0 };
  }
  // Only annotations: roadmap escapes the text of the file in them.
  const annotations = roadmap.run("doctor", "--format=github", ...ignored, "--", ...files).stdout;
  process.stdout.write(annotations.replace(/%0Aselect the roadmap .*$/gm, withInputs));
  const found = JSON.parse(stdout).files;
  const count = (severity) =>
    found.flatMap(({ problems }) => problems ?? []).filter((one) => one.severity === severity);
  const refused = found.filter((file) => file.refused).length;
  if (status !== 0 && refused === 0) throw new Error(stderr);
  return { errors: count("error").length + refused, warnings: count("warning").length };
}

/** The hints of roadmap name options; a workflow has inputs in their place. */
function withInputs(hint) {
  return hint
    .replace(/`(?:roadmap doctor|--file) FILE`(?: or ROADMAP_FILE)?/, "the input `files`")
    .replace(/use `roadmap --file (.+?)` to read that file/, "name $1 in the input `files`")
    .replace(/^(?:choose another file|pass another file to --write)\b.*/, "choose another file in the input `card`");
}

function errorIn(stderr) {
  try {
    return JSON.parse(stderr.trimEnd().split("\n").at(-1));
  } catch {
    throw new Error(`roadmap failed: ${stderr}`);
  }
}

// The summary.

const unread = "It cannot be read; the annotations say why.";
const conflicted = "It has unresolved merge conflicts; the numbers are those of our side.";

function writeSummary(roadmap, seen) {
  const base = findBase();
  const summaries = seen.map(({ file, progress }) => {
    if (!progress) return { file: file ?? "roadmap", change: unread };
    const bars = roadmap.run("progress", ...fileOption(file)).stdout;
    const change = progress.conflicts ? { change: conflicted } : changeOf(roadmap, { file, base });
    return { file: progress.file, progress, bars, ...change };
  });
  appendFileSync(env.GITHUB_STEP_SUMMARY, summaryOf(summaries));
}

function changeOf(roadmap, { file, base }) {
  if (!base.range) return { change: base.why };
  const diff = (...args) => roadmap.run("diff", base.range, ...fileOption(file), ...args);
  const { status, stdout } = diff();
  if (status === 0) return { change: `What this ${base.event} changes:`, lines: stdout };
  const { code, message, hint } = errorIn(diff("--json").stderr);
  // In a shallow clone, a renamed file looks like a new one.
  if (code === "FILE_NOT_IN_VERSION") return { change: `Before this ${base.event}, no file had this name.` };
  return { change: `What this ${base.event} changes is not known:`, lines: `${message}\n${hint}` };
}

/** What to compare with: `range` is an argument of `roadmap diff`. */
function findBase() {
  const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
  if (env.GITHUB_EVENT_NAME === "pull_request") return pullRequestBase(event.pull_request.base.sha);
  if (env.GITHUB_EVENT_NAME !== "push" || /^0*$/.test(event.before)) return {};
  return fetched(event.before, { event: "push", range: `${event.before}..HEAD` });
}

/**
 * `actions/checkout` checks out what the pull request would be merged to. Its first parent is the base as it is now; in a
 * shallow clone, only the commit itself still names it. If something else is checked out, it is compared with where it
 * left the base branch.
 */
function pullRequestBase(sha) {
  const event = "pull request";
  const isMerge = git("rev-parse", "HEAD").stdout.trim() === env.GITHUB_SHA;
  const [, parent] = /^parent (\w+)$/m.exec(git("cat-file", "commit", "HEAD").stdout.split("\n\n")[0]) ?? [];
  if (isMerge && parent) return fetched(parent, { event, range: `${parent}..HEAD` });
  const base = fetched(sha, { event, range: `${sha}...HEAD` });
  if (!base.range || git("merge-base", sha, "HEAD").status === 0) return base;
  return unknown(
    isShallow()
      ? "the commits before it are not in this clone. Set fetch-depth: 0 for actions/checkout."
      : "it has no commit in common with its base.",
  );
}

function unknown(why) {
  return { why: `What changed is not known: ${why}` };
}

function isShallow() {
  return git("rev-parse", "--is-shallow-repository").stdout.trim() === "true";
}

function fetched(sha, base) {
  if (!/^[0-9a-f]{40,64}$/.test(sha)) throw new Error(`the event has no valid commit: ${JSON.stringify(sha)}`);
  if (git("cat-file", "-e", `${sha}^{commit}`).status === 0) return base;
  const depth = isShallow() ? ["--depth=1"] : [];
  const { status, stderr } = git("fetch", "--quiet", "--no-tags", ...depth, "origin", sha);
  if (status === 0) return base;
  printInert(stderr);
  return unknown("git could not fetch the commit to compare with; the log of the step says why.");
}

// The card.

function updateCards({ roadmap, cards, isPushed }) {
  const branch = /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? "")?.[1];
  if (cards.length === 0) return;
  if (!branch || env.GITHUB_EVENT_NAME.startsWith("pull_request")) {
    console.log("The card is updated on a branch, not by a pull request or a tag.");
    return;
  }
  if (isPushed) for (const { card } of cards) expectInRepository(card);
  const isDrawn = cards.map((one) => drawCard(roadmap, one)).includes(true);
  const paths = cards.map(({ card }) => `:(literal)${card}`);
  const isChanged = isPushed ? statusOf(paths).stdout !== "" : isDrawn;
  if (!isChanged) return;
  // GitHub takes the last value of an output.
  output({ "card-changed": true });
  if (isPushed) pushCards(paths, branch);
}

function statusOf(paths) {
  return git("status", "--porcelain", "--untracked-files", "--", ...paths);
}

/** Of a file that it ignores, git says nothing, as of one that has not changed. */
function expectInRepository(card) {
  const { status, stderr } = statusOf([`:(literal)${card}`]);
  if (status !== 0) {
    printInert(stderr);
    const why = "git finds no repository for it, and the log says why";
    throw new Refusal(`${card} cannot be pushed: ${why}; check out without path, or set push: false`);
  }
  if (git("check-ignore", "--quiet", "--", card).status === 0)
    throw new Refusal(`${card} cannot be pushed: git ignores it; remove it from .gitignore, or set push: false`);
}

/** Returns whether it has changed. Only another date in its corner is no reason for a commit every day. */
function drawCard(roadmap, { file, card }) {
  const dateless = (svg) => svg.replace(/>\d{1,2} [A-Z][a-z]{2} \d{4}</, "><");
  makeFolderFor(card);
  const before = statSync(card, { throwIfNoEntry: false })?.isFile() ? readFileSync(card, "utf8") : "";
  const { status, stderr } = roadmap.run("export", "svg", `--write=${card}`, ...fileOption(file), "--json");
  if (status !== 0) {
    const { message, hint } = errorIn(stderr);
    throw new Refusal(`${message}\n${withInputs(hint)}`);
  }
  const isChanged = dateless(readFileSync(card, "utf8")) !== dateless(before);
  if (!isChanged) writeFileSync(card, before);
  return isChanged;
}

function makeFolderFor(card) {
  try {
    mkdirSync(dirname(card), { recursive: true });
  } catch (error) {
    throw new Refusal(`the folder for ${card} cannot be created: ${error.message}`);
  }
}

/** What GitHub says to a push, and what to do about it. */
const pushErrors = [
  [
    /GH006|GH013|protected branch|rule violations/i,
    "a rule of the branch rejects it: set push: false, and open a pull request in a later step",
  ],
  [/\b403\b|Permission to |Write access /, "the job needs `permissions: { contents: write }`"],
];

function pushCards(paths, branch) {
  const before = git("rev-parse", "HEAD").stdout.trim();
  must("git add", git("add", "--", ...paths));
  must("git commit", git("commit", "--quiet", "--no-verify", "--message=Update the progress card", "--", ...paths));
  const push = git("push", "--quiet", "origin", `HEAD:refs/heads/${branch}`);
  if (push.status === 0) return;
  const [now] = git("ls-remote", "origin", `refs/heads/${branch}`).stdout.split("\t");
  printInert(push.stderr);
  if (!now || now === before) {
    const [, todo = "the log says why"] = pushErrors.find(([said]) => said.test(push.stderr)) ?? [];
    throw new Refusal(`the card could not be pushed; ${todo}`);
  }
  annotate("notice", "the branch has moved on, so the card was not pushed; the run of the newer commit updates it");
}

function must(name, { status, stderr }) {
  if (status === 0) return;
  printInert(stderr);
  throw new Refusal(`${name} failed`);
}

// Git and GitHub.

function git(...args) {
  const name = "github-actions[bot]";
  const email = "41898282+github-actions[bot]@users.noreply.github.com";
  const identity = Object.fromEntries(
    ["AUTHOR", "COMMITTER"].flatMap((role) => [
      [`GIT_${role}_NAME`, name],
      [`GIT_${role}_EMAIL`, email],
    ]),
  );
  return spawnSync("git", args, { encoding: "utf8", env: { ...env, ...identity, GIT_TERMINAL_PROMPT: "0" } });
}

/** GitHub obeys lines that begin with `::`, and `##[…]` anywhere in a line, except between these two. */
function printInert(text) {
  const token = randomUUID();
  console.log(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::`);
}

function annotate(level, text) {
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  console.log(`::${level} title=roadmap::${escaped}`);
}

function output(values) {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  appendFileSync(env.GITHUB_OUTPUT, lines.join(""));
}

try {
  process.exitCode = main(readInputs());
} catch (error) {
  if (!(error instanceof Refusal)) printInert(error.stack);
  annotate("error", error instanceof Refusal ? error.message : "internal error; the log says more");
  process.exitCode = 1;
}
