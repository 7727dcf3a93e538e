// The GitHub Action: its script runs as GitHub runs it, in real repositories with the events of pull requests and pushes.

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import {
  commandsIn,
  gitIn,
  type Job,
  makeServer,
  openPullRequest,
  project,
  runAction,
  startRegistry,
} from "../support/github-job.js";
import { isBinary, repairedText } from "../support/program.js";
import { topicRows } from "../support/repository.js";
import { makeTempFolder } from "../support/temp-folder.js";

beforeEach(({ skip }) => skip(isBinary, "the action runs the npm package"));

/** A mention, code, the end of the block around it, a tag, and commands in both forms. */
const hostileName =
  "@octocat `x` &lt;/code&gt;&lt;/pre&gt;&lt;img src=x&gt; #1 ::set-output name=done::9 ##[add-mask]e \u202e";

/** The commit before the first one of a branch. */
const zeros = "0".repeat(40);

const started = (text: string) =>
  text.replace(/(\| HTTP Fundamentals \| 1 \|) +\| +\| Not Started/, "$1 2026-11-30 | | In Progress");

const merge = { event: "pull_request", ref: "refs/pull/1/merge" } as const;
const main = { event: "push", ref: "refs/heads/main" } as const;

const passed = { stderr: "", exitCode: 0 };

test.for([1, 0])("a pull request is compared with its base, in a clone of depth %s", async (depth) => {
  const server = makeServer({ "roadmap.md": topicRows });
  const { payload } = openPullRequest(server, () => server.commit("roadmap.md", started(topicRows)));
  const done = await runAction(server, { ...merge, payload, depth });
  expect(done).toMatchObject(passed);
  expect(done.summary).toContain("<h3><code>roadmap.md</code>: 0 of 3 topics and 0 of 2 tasks done</h3>");
  expect(done.summary).toContain("<p>What this pull request changes:</p>");
  expect(done.summary).toContain("~ HTTP Fundamentals   status  Not Started → In Progress   started");
  expect(done.outputs).toEqual({
    done: "0",
    total: "3",
    percent: "0",
    errors: "0",
    warnings: "0",
    "card-changed": "false",
  });
});

test("a checked out head is compared with where it left the base, if the clone has it", async () => {
  const server = makeServer({ "roadmap.md": topicRows });
  const { payload } = openPullRequest(server, () => server.commit("roadmap.md", started(topicRows)));
  // On main, another topic is started in the meantime; the pull request did not do that.
  server.commit("roadmap.md", topicRows.replace("| Kafka | 2 |  |  | Not Started |", "| Kafka | 2 |  |  | Blocked |"));
  server.push();
  const base = { sha: server.head() };
  const job = { ...merge, ref: "refs/pull/1/head", payload: { pull_request: { ...payload.pull_request, base } } };
  const GITHUB_SHA = gitIn(server.bare)("rev-parse", "refs/pull/1/merge").trim();
  const whole = await runAction(server, { ...job, depth: 0, env: { GITHUB_SHA } });
  expect(whole).toMatchObject(passed);
  expect(whole.summary).toContain("~ HTTP Fundamentals");
  expect(whole.summary).not.toContain("What this pull request changes:</p>\n\n<pre><code>no changes");
  expect(whole.summary.split("<details>")[0]).not.toContain("Kafka");
  const shallow = await runAction(server, { ...job, depth: 1, env: { GITHUB_SHA } });
  expect(shallow).toMatchObject(passed);
  expect(shallow.summary).toContain("Set fetch-depth: 0 for actions/checkout.</p>");
});

test("a push is compared with the commit before it, and a forced push with one that is in no branch", async () => {
  const server = makeServer({ "roadmap.md": topicRows });
  const before = server.head();
  server.commit("roadmap.md", started(topicRows));
  server.commit("other.txt", "more");
  server.push();
  const plain = await runAction(server, { ...main, payload: { before } });
  expect(plain).toMatchObject(passed);
  expect(plain.summary).toContain("<p>What this push changes:</p>");
  expect(plain.summary).toContain("~ HTTP Fundamentals");
  const dropped = server.head();
  server.git("reset", "--quiet", "--hard", before);
  server.push();
  const forced = await runAction(server, { ...main, payload: { before: dropped } });
  expect(forced.summary).toMatch(
    /What this push changes:[\s\S]*HTTP Fundamentals {3}status {2}In Progress → Not Started/,
  );
});

test("without a commit to compare with, the summary has only the progress, or says why", async () => {
  const server = makeServer({ "roadmap.md": topicRows });
  const first = await runAction(server, { ...main, payload: { before: zeros } });
  expect(first).toMatchObject(passed);
  expect(first.summary).not.toContain("changes");
  const gone = await runAction(server, { ...main, payload: { before: "1".repeat(40) } });
  expect(gone).toMatchObject(passed);
  expect(gone.summary).toContain("What changed is not known: git could not fetch the commit");
  expect(gone.summary).not.toContain("fetch-depth");
  expect(gone.stdout).toMatch(/^fatal: /m);
  expect(await runAction(server, { ...main, payload: {}, event: "schedule" })).toMatchObject(passed);
});

test("the summary says that no file had the name of one that is new in a pull request", async () => {
  const server = makeServer({ "README.md": "# Project\n" });
  const { payload } = openPullRequest(server, () => server.commit("roadmap.md", topicRows));
  const done = await runAction(server, { ...merge, payload });
  expect(done).toMatchObject(passed);
  expect(done.summary).toContain("<p>Before this pull request, no file had this name.</p>");
});

test.for([1, 0])("a file renamed in a pull request is not called new, in a clone of depth %s", async (depth) => {
  const server = makeServer({ "old.md": topicRows });
  const { payload } = openPullRequest(server, () => {
    server.git("mv", "old.md", "plan.md");
    server.commit("other.md", "next to it");
  });
  const done = await runAction(server, { ...merge, payload, depth, inputs: { FILES: "plan.md" } });
  expect(done).toMatchObject(passed);
  expect(done.summary).toMatch(
    /<p>(?:Before this pull request, no file had this name\.|What this pull request changes:)</,
  );
});

test("colors and a width for other steps change nothing", async () => {
  const server = makeServer({ "roadmap.md": topicRows });
  const before = server.head();
  server.commit("roadmap.md", started(topicRows));
  server.push();
  const run = (env: Job["env"] = {}) => runAction(server, { ...main, payload: { before }, env });
  const colored = await run({ FORCE_COLOR: "1", COLUMNS: "20" });
  expect(colored).toMatchObject(passed);
  const { summary, stdout } = await run();
  expect({ summary: colored.summary, stdout: colored.stdout }).toEqual({ summary, stdout });
});

test("no text of the file becomes Markdown, HTML or a workflow command", async () => {
  const text = topicRows.replace("Kafka", hostileName.replaceAll("|", "\\|"));
  const server = makeServer({ "roadmap.md": text });
  const { payload } = openPullRequest(server, () =>
    server.commit("roadmap.md", text.replaceAll("| Not Started |", "| ::error::x ##[add-mask]y |")),
  );
  const done = await runAction(server, { ...merge, payload, inputs: { FAIL_ON: "never" } });
  expect(done).toMatchObject(passed);
  expect(done.summary).toContain("&lt;/code&gt;&lt;/pre&gt;&lt;img src=x&gt;");
  expect(done.summary).toContain("&lt;U+202E&gt;");
  expect(done.summary).not.toMatch(/<img|\u202e/);
  expect(done.summary).not.toContain("<!--");
  // All of the name is inside `pre`, where Markdown and mentions mean nothing.
  expect(done.summary.replace(/^<pre><code>[^<]*<\/code><\/pre>$/gm, "")).not.toContain("octocat");
  expect(
    commandsIn(done.stdout).filter((line) => !/^::(?:error|warning|notice) file=roadmap.md,line=/.test(line)),
  ).toEqual([]);
  expect(commandsIn(done.stdout).length).toBeGreaterThan(2);
});

test("a name of a file is only a name", async () => {
  const name = "$(touch pwned) `x` <b>&\u202e;.md";
  const server = makeServer({ [name]: topicRows });
  const done = await runAction(server, { ...main, payload: { before: zeros }, inputs: { FILES: `  ${name}\n\n` } });
  expect(done).toMatchObject(passed);
  expect(done.summary).toContain("<h3><code>$(touch pwned) `x` &lt;b&gt;&amp;&lt;U+202E&gt;;.md</code>: 0 of 3");
  expect(readdirSync(done.checkout).sort()).toEqual([name, ".git"].sort());
});

test("an option in place of a file is a file that does not exist", async () => {
  const done = await runAction(makeServer(), { ...main, payload: { before: zeros }, inputs: { FILES: "--fix\n-h" } });
  expect(done.exitCode).toBe(1);
  expect(done.stdout).toMatch(
    /^::error file=--fix,title=FILE_NOT_FOUND::.*%0Aselect the roadmap with the input `files`$/m,
  );
  expect(done.stdout).toContain("::error file=-h,title=FILE_NOT_FOUND::");
});

test("problems are annotated and counted; fail-on and ignore decide what fails", async () => {
  const text = topicRows.replace("Not Started", "doing-ish");
  const server = makeServer({ "roadmap.md": text });
  const run = (inputs: Job["inputs"] = {}) => runAction(server, { ...main, payload: { before: zeros }, inputs });
  const plain = await run();
  expect(plain).toMatchObject({ ...passed, outputs: { errors: "0", warnings: "1" } });
  expect(plain.stdout).toContain("::warning file=roadmap.md,line=5,col=33,title=STATUS_UNKNOWN::");
  expect(await run({ FAIL_ON: "warning" })).toMatchObject({ exitCode: 1, stderr: "" });
  expect(await run({ FAIL_ON: "warning", IGNORE: "PHASE_GAP\n STATUS_UNKNOWN" })).toMatchObject(passed);
});

test("a file with conflicts fails, gets no card, and its summary says so", async () => {
  const text = `<<<<<<< HEAD\n${topicRows}=======\n>>>>>>> topic\n`;
  const server = makeServer({ "roadmap.md": text });
  const inputs = { CARD: "card.svg", FAIL_ON: "never" };
  const done = await runAction(server, { ...main, payload: { before: zeros }, inputs });
  expect(done).toMatchObject({ ...passed, outputs: { errors: "1", "card-changed": "false" } });
  expect(done.stdout).toContain("title=CONFLICT_MARKERS::");
  expect(done.summary).toContain("unresolved merge conflicts");
  expect(readdirSync(done.checkout)).not.toContain("card.svg");
  const strict = await runAction(server, { ...main, payload: { before: zeros }, inputs: { CARD: "card.svg" } });
  expect(strict.exitCode).toBe(1);
});

test("without a roadmap, and with a file that is not text, the job fails and says what to do", async () => {
  const empty = await runAction(makeServer({ "README.md": "# Project\n" }), { ...main, payload: { before: zeros } });
  expect(empty).toMatchObject({ exitCode: 1, stderr: "", outputs: { errors: "1", total: "0", percent: "0" } });
  expect(empty.stdout).toMatch(
    /^::error title=roadmap::no roadmap\.md, .*%0Acreate one with `roadmap init`, or select yours with the input `files`$/m,
  );
  const named = await runAction(makeServer({ "plan.md": topicRows }), { ...main, payload: { before: zeros } });
  expect(named.stdout).toMatch(/%0Aname plan\.md in the input `files`, or create one with `roadmap init`$/m);
  const server = makeServer({ "roadmap.md": Uint8Array.of(0xff, 0xfe, 0x61, 0) });
  const binary = await runAction(server, { ...main, payload: { before: zeros } });
  expect(binary).toMatchObject({ exitCode: 1, stderr: "" });
  expect(binary.summary).toContain("It cannot be read; the annotations say why.");
});

test("of several files, each is checked and summarized, and the counts are added", async () => {
  const server = makeServer({ "roadmap.md": repairedText, "plan.md": topicRows });
  const inputs = { FILES: "roadmap.md\nplan.md" };
  const done = await runAction(server, { ...main, payload: { before: zeros }, inputs });
  expect(done).toMatchObject({ ...passed, outputs: { total: "39", done: "0" } });
  expect(done.summary.match(/<h3><code>.*?<\/code>/g)).toEqual([
    "<h3><code>roadmap.md</code>",
    "<h3><code>plan.md</code>",
  ]);
});

test("a card is committed and pushed when it changes by more than its date, and only then", async () => {
  const server = makeServer({ "roadmap.md": topicRows });
  const job = { ...main, payload: { before: zeros }, inputs: { CARD: "docs/card.svg" } };
  const prepare = (checkout: string) => {
    writeFileSync(join(checkout, "left.txt"), "made by an earlier step");
    gitIn(checkout)("add", "left.txt");
  };
  const first = await runAction(server, { ...job, prepare });
  expect(first).toMatchObject({ ...passed, outputs: { "card-changed": "true" } });
  const log = () => gitIn(server.bare)("log", "--format=%s, %an", "--name-only", "main").trim().split("\n\n");
  expect(log()).toEqual([
    "Update the progress card, github-actions[bot]",
    "docs/card.svg\nroadmap.md, Ada",
    "roadmap.md",
  ]);
  expect(gitIn(server.bare)("show", "main:docs/card.svg")).toMatch(/^<svg [\s\S]*0 of 3 done/);
  const second = await runAction(server, { ...job, env: { ROADMAP_TODAY: "2026-12-24" } });
  expect(second).toMatchObject({ ...passed, outputs: { "card-changed": "false" } });
  expect(log()).toHaveLength(3);
  expect(gitIn(second.checkout)("status", "--porcelain")).toBe("");
});

test("a card that could not be pushed is an error, or a notice if the branch has moved on", async () => {
  const server = makeServer({ "roadmap.md": topicRows });
  const job = { ...main, payload: { before: zeros }, inputs: { CARD: "card.svg" } };
  const behind = await runAction(server, {
    ...job,
    prepare() {
      server.commit("roadmap.md", started(topicRows));
      server.push();
    },
  });
  expect(behind).toMatchObject(passed);
  expect(behind.stdout).toContain("::notice title=roadmap::the branch has moved on");
  writeFileSync(join(server.bare, "hooks/pre-receive"), "#!/bin/sh\necho '::add-mask::denied'; exit 1\n", {
    mode: 0o755,
  });
  const denied = await runAction(server, job);
  expect(denied).toMatchObject({ exitCode: 1, stderr: "" });
  expect(denied.stdout).toContain("::error title=roadmap::the card could not be pushed; the log says why\n");
  expect(denied.stdout).toContain("denied");
  expect(denied.outputs).toMatchObject({ total: "3", "card-changed": "true" });
  expect(commandsIn(denied.stdout)).toEqual([expect.stringContaining("::error title=roadmap::")]);
});

test.for([
  [
    "GH006: Protected branch update failed for refs/heads/main.",
    "; a rule of the branch rejects it: set push: false, ",
  ],
  [
    "GH013: Repository rule violations found for refs/heads/main.",
    "; a rule of the branch rejects it: set push: false, ",
  ],
  ["Permission to ada/plan.git denied to github-actions[bot].", "; the job needs `permissions: { contents: write }`\n"],
])("if a push is rejected (%s), the error says what to do", async ([said, todo]) => {
  const server = makeServer();
  const hook = `#!/bin/sh\necho 'error: ${said}' >&2; exit 1\n`;
  writeFileSync(join(server.bare, "hooks/pre-receive"), hook, { mode: 0o755 });
  const done = await runAction(server, { ...main, payload: { before: zeros }, inputs: { CARD: "card.svg" } });
  expect(done.exitCode).toBe(1);
  expect(done.stdout).toContain(`::error title=roadmap::the card could not be pushed${todo}`);
});

test("a card that cannot be pushed is refused: ignored, outside the repository, or without one", async () => {
  const server = makeServer({ "roadmap.md": topicRows, ".gitignore": "*.svg\n" });
  const run = (job: Partial<Job>) => runAction(server, { ...main, payload: { before: zeros }, ...job });
  const ignored = await run({ inputs: { CARD: "card.svg" } });
  expect(ignored).toMatchObject({ exitCode: 1, outputs: { total: "3", "card-changed": "false" } });
  expect(ignored.stdout).toContain(
    "::card.svg cannot be pushed: git ignores it; remove it from .gitignore, or set push",
  );
  const outside = await run({ inputs: { CARD: "../card.svg" } });
  expect(outside.stdout).toContain("::../card.svg cannot be pushed: git finds no repository for it");
  expect(outside.stdout).toMatch(/^fatal: .*outside repository/m);
  const prepare = (checkout: string) => rmSync(join(checkout, ".git"), { recursive: true });
  const without = await run({ inputs: { CARD: "card.png" }, prepare });
  expect(without).toMatchObject({ exitCode: 1, stderr: "" });
  expect(without.stdout).toContain("::card.png cannot be pushed: git finds no repository for it");
  const written = await run({ inputs: { CARD: "card.svg", PUSH: "false" } });
  expect(written).toMatchObject({ ...passed, outputs: { "card-changed": "true" } });
});

test("a pull request, a tag and push: false leave the repository alone", async () => {
  const server = makeServer({ "roadmap.md": topicRows });
  const { payload } = openPullRequest(server, () => server.commit("roadmap.md", started(topicRows)));
  server.git("tag", "v1");
  server.git("push", "--quiet", "origin", "v1");
  const refs = () => gitIn(server.bare)("for-each-ref");
  const before = refs();
  const inputs = { CARD: "card.svg" };
  for (const job of [
    { ...merge, payload },
    { ...main, ref: "refs/tags/v1", payload: { before: zeros } },
  ]) {
    const done = await runAction(server, { ...job, inputs });
    expect(done).toMatchObject({ ...passed, outputs: { "card-changed": "false" } });
  }
  const written = await runAction(server, {
    ...main,
    payload: { before: zeros },
    inputs: { ...inputs, PUSH: "false", SUMMARY: "false" },
  });
  expect(written).toMatchObject({ ...passed, summary: "", outputs: { "card-changed": "true" } });
  expect(readFileSync(join(written.checkout, "card.svg"), "utf8")).toMatch(/^<svg /);
  expect(refs()).toBe(before);
});

test.for([
  [{ FAIL_ON: "x%\n::add-mask::y" }, 'fail-on is "x%25%0A::add-mask::y"; use error, warning or never'],
  [{ PUSH: "yes" }, 'push is "yes"; use true or false'],
  [{ FILES: "a.md\nb.md", CARD: "a.svg" }, "card has 1 line for 2 roadmap files; use one line for each file"],
  [{ IGNORE: "NO_SUCH" }, 'unknown problem code "NO_SUCH"'],
  [{ VERSION: "1 && id" }, 'version is "1 && id"; use one like 1.2.3, or a tag like latest'],
  [{ CARD: "roadmap.md" }, "roadmap.md is the roadmap itself%0Achoose another file in the input `card`"],
  [{ CARD: "." }, "%0Achoose another file in the input `card`"],
  [{ CARD: "other.md" }, "by `roadmap export svg`%0Achoose another file in the input `card`"],
  [{ CARD: "roadmap.md/card.svg" }, "the folder for roadmap.md/card.svg cannot be created: "],
  [{ FILES: "roadmap.md\n./roadmap.md" }, "files has the file ./roadmap.md twice; name each once"],
  [{ FILES: "a.md\nb.md", CARD: "a.svg\ndocs/../a.svg" }, "card has the file docs/../a.svg twice; name each once"],
] as const)("the inputs %o are refused", async ([inputs, message]) => {
  const server = makeServer({ "roadmap.md": topicRows, "other.md": "# Other\n" });
  const done = await runAction(server, { ...main, payload: { before: zeros }, inputs });
  expect(done).toMatchObject({ exitCode: 1, stderr: "" });
  expect(commandsIn(done.stdout).at(-1)).toContain(`::error title=roadmap::`);
  expect(commandsIn(done.stdout).at(-1)).toContain(message);
  expect(gitIn(done.checkout)("status", "--porcelain")).toBe("");
});

test("a summary of a large change stays below GitHub's limit, and says what it omits", async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `| ${"<&>".repeat(9)} ${index} | Done |`);
  const text = (some: readonly string[]) => ["| Topic | Status |", "|---|---|", ...some, ""].join("\n");
  const server = makeServer({ "roadmap.md": text(rows.slice(0, 1)) });
  const before = server.head();
  server.commit("roadmap.md", text(rows));
  server.push();
  const done = await runAction(server, { ...main, payload: { before } });
  expect(done).toMatchObject(passed);
  expect(done.summary).toMatch(/\n… and [\d]+ more lines<\/code>/);
  expect(Buffer.byteLength(done.summary)).toBeLessThan(2 ** 20);
});

test("without a build, the action installs its own version, whatever registry the checkout names", async () => {
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const action = makeTempFolder();
  cpSync(join(project, "scripts/action"), join(action, "scripts/action"), { recursive: true });
  cpSync(join(project, "package.json"), join(action, "package.json"));
  const userSettings = join(action, "npmrc");
  writeFileSync(userSettings, `registry=${await startRegistry(version)}\nupdate-notifier=false\n`);
  const job = {
    ...main,
    payload: { before: zeros },
    action,
    env: { npm_config_userconfig: userSettings, npm_config_cache: join(action, "cache") },
    prepare: (checkout: string) => writeFileSync(join(checkout, ".npmrc"), "registry=http://127.0.0.1:1/\n"),
  };
  const server = makeServer({ "roadmap.md": topicRows });
  expect(await runAction(server, job)).toMatchObject({ ...passed, outputs: { total: "3" } });
  const missing = await runAction(server, { ...job, inputs: { VERSION: "99.0.0" } });
  expect(missing).toMatchObject({ exitCode: 1, stderr: "" });
  expect(commandsIn(missing.stdout)).toEqual(["::error title=roadmap::npm could not install roadmap-md@99.0.0"]);
});
