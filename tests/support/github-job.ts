// Jobs of GitHub for tests of the action: a server, what a job checks out of it, and the action with the variables that GitHub sets.

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished } from "vitest";
import { topicRows } from "./repository.js";
import { type RunResult, runProgram } from "./run-program.js";
import { makeTempFolder } from "./temp-folder.js";

export const project = join(import.meta.dirname, "../..");

/** A server with a branch `main`, on which the file is committed. */
export function makeServer(files: Readonly<Record<string, string | Uint8Array>> = { "roadmap.md": topicRows }) {
  const folder = makeTempFolder();
  const work = join(folder, "work");
  const bare = join(folder, "server.git");
  mkdirSync(work);
  const git = gitIn(work);
  const write = (name: string, text: string | Uint8Array) => writeFileSync(join(work, name), text);
  const commit = (name: string, text: string | Uint8Array) => {
    write(name, text);
    git("add", "--all");
    git("commit", "--quiet", `--message=${name}`);
    return git("rev-parse", "HEAD").trim();
  };
  git("init", "--quiet", "--initial-branch=main");
  for (const [name, text] of Object.entries(files)) commit(name, text);
  git("clone", "--quiet", "--bare", ".", bare);
  // As on GitHub, every commit can be fetched.
  gitIn(bare)("config", "uploadpack.allowAnySHA1InWant", "true");
  git("remote", "add", "origin", bare);
  const head = () => git("rev-parse", "HEAD").trim();
  return { folder, bare, git, commit, head, push: () => git("push", "--quiet", "--force", "origin", "--all") };
}

export function gitIn(cwd: string) {
  const who = { NAME: "Ada", EMAIL: "ada@example.org" };
  const identity = Object.entries(who).flatMap(([key, value]) =>
    ["AUTHOR", "COMMITTER"].map((role) => [`GIT_${role}_${key}`, value]),
  );
  const env = { ...process.env, ...Object.fromEntries(identity), GIT_CONFIG_GLOBAL: "/dev/null" };
  return (...args: string[]) => execFileSync("git", args, { cwd, env, encoding: "utf8" });
}

type Server = ReturnType<typeof makeServer>;

export interface Job {
  readonly event: "push" | "pull_request" | "schedule";
  readonly payload?: unknown;
  /** What is checked out: a branch, or the merge of a pull request. */
  readonly ref: string;
  /** 1 as by default, 0 for all. */
  readonly depth?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the action is; its program is built there. */
  readonly action?: string;
  /** A last step before the action. */
  readonly prepare?: (checkout: string) => void;
}

interface Done extends RunResult {
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly checkout: string;
}

/** Checks out like `actions/checkout`, then runs the script with the variables that GitHub sets. */
export async function runAction(
  server: Server,
  { event, payload = {}, ref, depth = 1, inputs = {}, env: added, action = project, prepare }: Job,
): Promise<Done> {
  const checkout = join(makeTempFolder(), "checkout");
  mkdirSync(checkout);
  const git = gitIn(checkout);
  const sha = gitIn(server.bare)("rev-parse", ref).trim();
  const local = ref.replace("refs/heads/", "refs/remotes/origin/").replace("refs/pull/", "refs/remotes/pull/");
  git("init", "--quiet", "--initial-branch=unused");
  git("remote", "add", "origin", pathToFileURL(server.bare).href);
  git("fetch", "--quiet", "--no-tags", ...(depth > 0 ? [`--depth=${depth}`] : []), "origin", `+${sha}:${local}`);
  const branch = /^refs\/heads\/(.*)/.exec(ref)?.[1];
  git("checkout", "--quiet", "--force", ...(branch ? ["-B", branch] : []), local);
  prepare?.(checkout);
  const at = (name: string) => join(checkout, "..", name);
  for (const name of ["summary", "output"]) writeFileSync(at(name), "");
  writeFileSync(at("event.json"), JSON.stringify(payload));
  const env = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: at("event.json"),
    GITHUB_OUTPUT: at("output"),
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    GITHUB_STEP_SUMMARY: at("summary"),
    GIT_CONFIG_GLOBAL: "/dev/null",
    ROADMAP_TODAY: "2026-11-30",
    RUNNER_TEMP: at("."),
    ...added,
  };
  const ran = await runProgram(
    { command: process.execPath, args: [join(action, "scripts/action/run.mjs")] },
    { cwd: checkout, env },
  );
  const outputs = Object.fromEntries(
    Array.from(readFileSync(at("output"), "utf8").matchAll(/^(.*?)=(.*)$/gm), ([, name, value]) => [name, value]),
  );
  return { ...ran, outputs, checkout, summary: readFileSync(at("summary"), "utf8") };
}

/** A pull request whose merge is what GitHub checks out; returns what its event says. */
export function openPullRequest(server: Server, change: () => void, file = "roadmap.md") {
  const { git, head, commit, push } = server;
  const forkedAt = head();
  git("checkout", "--quiet", "-b", "topic");
  change();
  const topic = head();
  git("checkout", "--quiet", "main");
  commit("other.txt", `later on main, next to ${file}`);
  const base = head();
  git("checkout", "--quiet", "--detach");
  git("merge", "--quiet", "--no-ff", "--message=merge", "topic");
  git("push", "--quiet", "origin", "HEAD:refs/pull/1/merge", "topic:refs/pull/1/head");
  git("checkout", "--quiet", "main");
  push();
  return { base, topic, forkedAt, payload: { pull_request: { base: { sha: base }, head: { sha: topic } } } };
}

/** The lines of a log that GitHub would obey. */
export function commandsIn(log: string): readonly string[] {
  const active = log.replace(/^::stop-commands::(\S+)\n[\s\S]*?\n::\1::$/gm, "");
  return active.split("\n").filter((line) => /^\s*::\w|##\[/.test(line));
}

/** A registry with one package, which is packed from this project. */
export async function startRegistry(version: string): Promise<string> {
  const folder = makeTempFolder();
  const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  const [name = ""] = execFileSync("npm", pack, { cwd: project, encoding: "utf8" }).split("\n");
  const server = createServer((request, response) => {
    const tarball = `http://${request.headers.host}/${name}`;
    const packument = {
      name: "roadmap-md",
      versions: { [version]: { name: "roadmap-md", version, dist: { tarball } } },
    };
    const isPackage = request.url === "/roadmap-md";
    response.end(isPackage ? JSON.stringify(packument) : readFileSync(join(folder, name)));
  });
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" ? `http://127.0.0.1:${address?.port}/` : expect.fail("no port");
}
