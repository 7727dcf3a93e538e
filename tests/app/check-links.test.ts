// Checking links: pages, files and commits in proofs, each checked once, with real files and a real repository.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkLinks, limitConcurrency } from "../../src/app/check-links.js";
import { parseRoadmap } from "../../src/index.js";
import { makeTempFolder } from "../support/temp-folder.js";
import { startWebServer } from "../support/web-server.js";

const env = { PATH: process.env.PATH, ROADMAP_LINK_WAIT_MS: "2000" };

function roadmapWith(...proofs: string[]): string {
  return `| Topic | Status | Proof |\n|---|---|---|\n${proofs.map((proof, at) => `| T${at} | Done | ${proof} |\n`).join("")}`;
}

async function problemsOf(folder: string, text: string, access: "public" | "private" = "public") {
  const { roadmap } = parseRoadmap(text);
  const realPath = `${folder}/docs/roadmap.md`;
  const problems = await checkLinks({ roadmap, realPath, env, mayAskPrivate: access === "private" });
  return problems.map(({ code, span, message, hint }) => ({
    code,
    at: text.slice(span.start, span.end),
    message,
    hint,
  }));
}

function folderWithFiles(): string {
  const folder = makeTempFolder();
  mkdirSync(`${folder}/docs/notes`, { recursive: true });
  for (const name of ["README.md", "docs/roadmap.md", "docs/notes/http.md", "docs/a b.md"])
    writeFileSync(`${folder}/${name}`, "");
  return folder;
}

function git(folder: string, ...args: string[]): string {
  const identity = { GIT_AUTHOR_NAME: "T", GIT_AUTHOR_EMAIL: "t@example.org", GIT_CONFIG_NOSYSTEM: "1", HOME: folder };
  const committer = { GIT_COMMITTER_NAME: "T", GIT_COMMITTER_EMAIL: "t@example.org" };
  return execFileSync("git", args, {
    cwd: folder,
    env: { ...env, ...identity, ...committer },
    encoding: "utf8",
  }).trim();
}

test("each page is requested once, and one that does not answer is a problem at its link", async () => {
  const { origin, received } = await startWebServer({ "/ok": 200, "/busy": 429 });
  const text = roadmapWith(
    `${origin}/ok, [again](${origin}/ok#part)`,
    `${origin}/gone`,
    `${origin}/gone ${origin}/busy`,
    "no link",
    `${origin}/a\\|b`,
  );
  const problems = await problemsOf(makeTempFolder(), text, "private");
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ["LINK_DEAD", `${origin}/gone`],
    ["LINK_DEAD", `${origin}/gone`],
    ["LINK_UNCLEAR", `${origin}/busy`],
    ["LINK_DEAD", `${origin}/a\\|b`],
  ]);
  expect(problems[0]?.message).toBe(`${origin}/gone: the server returned 404`);
  expect(received.filter((line) => line === "HEAD /ok" || line === "HEAD /gone")).toHaveLength(2);
});

test("a page on a private network is not requested unless that is allowed", async () => {
  const { origin, received } = await startWebServer({ "/": 200 });
  expect(await problemsOf(makeTempFolder(), roadmapWith(`${origin}/`))).toMatchObject([
    {
      code: "LINK_PRIVATE",
      message: `${origin}/ points to 127.0.0.1, which is on a private network or this machine`,
    },
  ]);
  expect(received).toEqual([]);
});

test("files are found from the roadmap's folder, by exact name, and only inside the repository", async () => {
  const folder = folderWithFiles();
  git(folder, "init", "-q");
  const good = "[a](notes/http.md#x), [b](../README.md), [c](/docs/a%20b.md), [d](./notes/), [e](notes)";
  const bad = "[a](notes/none.md), [b](Notes/http.md), [c](../../etc/passwd), [d](../readme.md), [e](roadmap.md/x)";
  const problems = await problemsOf(folder, roadmapWith(good, bad));
  expect(problems.map(({ code, at, hint }) => [code, at, hint])).toEqual([
    ["LINK_FILE_MISSING", "notes/none.md", "correct the link; paths are relative to the roadmap's folder"],
    ["LINK_FILE_MISSING", "Notes/http.md", "use the exact case of the file name: notes"],
    ["LINK_FILE_MISSING", "../../etc/passwd", "link to a file in the repository, so that others can open it"],
    ["LINK_FILE_MISSING", "../readme.md", "use the exact case of the file name: README.md"],
    ["LINK_FILE_MISSING", "roadmap.md/x", "correct the link; paths are relative to the roadmap's folder"],
  ]);
});

test("outside a repository, relative files are found, and links from the top are not", async () => {
  const folder = folderWithFiles();
  const problems = await problemsOf(
    folder,
    roadmapWith("[a](notes/http.md) [b](../README.md)", "[c](/x.md) [d](../y)"),
  );
  expect(problems.map(({ at }) => at)).toEqual(["/x.md", "../y"]);
});

test("commits of this repository are looked up locally, without a request", async () => {
  const folder = folderWithFiles();
  git(folder, "init", "-q");
  git(folder, "commit", "-q", "--allow-empty", "-m", "first 1a");
  git(folder, "remote", "add", "origin", "git@127.0.0.1:me/http.git");
  const id = git(folder, "rev-parse", "HEAD");
  const tree = git(folder, "rev-parse", "HEAD^{tree}");
  const none = "1a".repeat(20);
  const short = id.slice(0, 12);
  const known = /\d/.test(short) && /[a-f]/.test(short) ? short : id;
  const page = (commit: string) => `https://127.0.0.1/me/http/commit/${commit}`;
  const problems = await problemsOf(folder, roadmapWith(`${id} ${known} ${page(id)}`, `${none} ${page(none)}`, tree));
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ["COMMIT_UNKNOWN", page(none)],
    ["COMMIT_UNKNOWN", none],
    ["COMMIT_UNKNOWN", tree],
  ]);
  expect(await problemsOf(folder, roadmapWith(`https://127.0.0.1/you/http/commit/${id}`))).toMatchObject([
    { code: "LINK_PRIVATE" },
  ]);
});

test("outside a repository, a bare commit id is not checked", async () => {
  expect(await problemsOf(makeTempFolder(), roadmapWith("1a".repeat(20)))).toEqual([]);
});

test("at most eight requests run at once, two per host, and all are made", async () => {
  const hosts = ["a", "a", "a", "a", "a", "b", "b", "b", "c", "d", "e", "f", "g", "h"];
  const items = hosts.map((host, at) => `${host}${at}`);
  const running: string[] = [];
  const done: string[] = [];
  let [most, mostOfHost] = [0, 0];
  await limitConcurrency(items, { limit: 8, limitPerGroup: 2, groupOf: (item) => item.charAt(0) }, async (item) => {
    running.push(item);
    most = Math.max(most, running.length);
    mostOfHost = Math.max(mostOfHost, running.filter((one) => one[0] === item[0]).length);
    await new Promise(setImmediate);
    running.splice(running.indexOf(item), 1);
    done.push(item);
  });
  expect([most, mostOfHost]).toEqual([8, 2]);
  expect(done.sort()).toEqual(items.sort());
});

test("even with private pages allowed, link-local and metadata addresses are not requested", async () => {
  const problems = await problemsOf(
    makeTempFolder(),
    roadmapWith("http://169.254.169.254/latest/", "http://[fd00:ec2::254]/", "http://me:secret@0xa9fea9fe/"),
    "private",
  );
  const message = (link: string, address: string) =>
    `${link} points to ${address}, which is link-local or gives out credentials of a cloud`;
  expect(problems.map(({ code, message: said }) => [code, said])).toEqual([
    ["LINK_PRIVATE", message("http://169.254.169.254/latest/", "169.254.169.254")],
    ["LINK_PRIVATE", message("http://[fd00:ec2::254]/", "fd00:ec2::254")],
    ["LINK_PRIVATE", message("http://***@0xa9fea9fe/", "169.254.169.254")],
  ]);
  expect(problems[0]?.hint).not.toContain("--allow-private");
});
