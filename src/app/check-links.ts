// Check links: whether the targets of proof links exist: pages on the web, files and commits in the repository.

import { homeOfRemote, type Link, linkTargets, withoutCredentials } from "../model/link-target.js";
import type { Problem } from "../model/problem.js";
import { cellOf, type Roadmap } from "../model/roadmap.js";
import { askPage, type PageAnswer } from "../store/ask-page.js";
import { stopwatch } from "../store/clock.js";
import { findRepository, isBelowRepository, type Repository } from "../store/git/repository.js";
import { knownCommits, remoteAddresses } from "../store/git/versions.js";
import { findLinkedFile, isNeverRequested, isPrivateAddress } from "../store/links.js";
import type { Environment } from "../store/paths.js";
import { groupBy } from "../text/arrays.js";
import { type Span, textAt } from "../text/edit.js";
import type { WorkProgress } from "./history/compare.js";

interface LinkCheck {
  readonly roadmap: Roadmap;
  /** Of the roadmap. */
  readonly realPath: string;
  /** Its `ROADMAP_LINK_WAIT_MS` limits the time per page; 10 s by default. */
  readonly env: Environment;
  /** Whether pages in private networks and on this machine may be requested. */
  readonly mayAskPrivate: boolean;
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
}

interface PlacedLink extends Link {
  readonly span: Span;
}

/** The problem with a link; null if there is none. */
type Finding = Pick<Problem, "code" | "message" | "hint"> | null;

const maxConcurrent = 8;
const maxPerHost = 2;
const defaultWaitMs = 10_000;

/**
 * The problems of the links in proof cells, in file order. Each page is requested once; nothing else uses the network.
 */
export async function checkLinks(check: LinkCheck): Promise<Problem[]> {
  const links = linksOf(check.roadmap);
  const repository = isBelowRepository(check.realPath) ? findRepository(check.realPath, check.env) : null;
  const commits = commitsHere(links, repository);
  const pages = new Map<PlacedLink, string>();
  for (const link of links) {
    const url = pageOf(link, commits);
    if (url !== null) pages.set(link, url);
  }
  const answers = await checkPages([...new Set(pages.values())], check);
  return links.flatMap((link) => {
    const finding = findingOf(link, { check, repository, commits, answer: answers.get(pages.get(link) ?? "") });
    return finding ? [{ ...finding, span: link.span }] : [];
  });
}

function linksOf({ text, topics }: Roadmap): PlacedLink[] {
  return topics.flatMap((topic) => {
    const cell = cellOf(topic, "proof");
    if (!cell || cell.start === cell.end) return [];
    const raw = textAt(text, cell);
    return linkTargets(raw).map((link) => {
      const at = raw.indexOf(link.text);
      // A link with an escaped pipe is written differently from how it reads.
      const start = cell.start + Math.max(0, at);
      return { ...link, span: at < 0 ? cell : { start, end: start + link.text.length } };
    });
  });
}

interface Commits {
  /** Where this repository is published: `host/owner/name`. */
  readonly homes: ReadonlySet<string | null>;
  readonly known: ReadonlySet<string>;
}

/** Commits in this repository are looked up locally, because its pages may be private. */
function commitsHere(links: readonly PlacedLink[], repository: Repository | null): Commits {
  const isCommit = links.some(({ target }) => target.kind === "commit");
  if (!repository || !isCommit) return { homes: new Set(), known: new Set() };
  const homes = new Set<string | null>([null, ...remoteAddresses(repository).map(homeOfRemote)]);
  const ids = links.flatMap(({ target }) => (target.kind === "commit" && homes.has(target.home) ? [target.id] : []));
  return { homes, known: knownCommits(repository, [...new Set(ids)]) };
}

/** The page to request; null for a link that can be checked locally. */
function pageOf({ target }: Link, { homes }: Commits): string | null {
  if (target.kind === "page") return target.url;
  return target.kind === "commit" && !homes.has(target.home) ? target.url : null;
}

async function checkPages(urls: readonly string[], check: LinkCheck): Promise<Map<string, PageAnswer>> {
  const { env, mayAskPrivate, onProgress } = check;
  const elapsedMs = stopwatch();
  const answers = new Map<string, PageAnswer>();
  const chosenMs = Number(env.ROADMAP_LINK_WAIT_MS);
  const timeoutMs = Number.isInteger(chosenMs) && chosenMs > 0 ? chosenMs : defaultWaitMs;
  const mayConnect = (address: string) => !(mayAskPrivate ? isNeverRequested(address) : isPrivateAddress(address));
  const limits = { limit: maxConcurrent, limitPerGroup: maxPerHost, groupOf: (url: string) => new URL(url).host };
  await limitConcurrency(urls, limits, async (url) => {
    answers.set(url, await askPage({ url, timeoutMs, mayConnect }));
    onProgress?.({ done: answers.size, total: urls.length, elapsedMs: elapsedMs() });
  });
  return answers;
}

interface Found {
  readonly check: LinkCheck;
  readonly repository: Repository | null;
  readonly commits: Commits;
  readonly answer: PageAnswer | undefined;
}

function findingOf({ text, target }: PlacedLink, { check, repository, commits, answer }: Found): Finding {
  if (answer) return pageFinding(text, answer);
  if (target.kind === "file") return fileFinding(target.path, { realPath: check.realPath, repository });
  const isUnknown = target.kind === "commit" && commits.homes.has(target.home) && !commits.known.has(target.id);
  if (!isUnknown) return null;
  return {
    code: "COMMIT_UNKNOWN",
    message: `commit ${target.id} not found in this repository`,
    hint: "run `git fetch --all` to get commits that others have pushed; if the commit was rebased, link to its replacement",
  };
}

const pageFindings = {
  dead: { code: "LINK_DEAD", hint: "correct the link, or use the page's new URL" },
  unclear: { code: "LINK_UNCLEAR", hint: "open it in a browser: the server may require a login or limit requests" },
  unreachable: { code: "LINK_UNREACHABLE", hint: "try again later; if it keeps failing, link to a permanent copy" },
} as const;

function pageFinding(text: string, answer: PageAnswer): Finding {
  if (answer.kind === "alive") return null;
  const link = withoutCredentials(text);
  if (answer.kind !== "forbidden") return { ...pageFindings[answer.kind], message: `${link}: ${answer.reason}` };
  const code = "LINK_PRIVATE" as const;
  if (isNeverRequested(answer.address)) {
    return {
      code,
      message: `${link} points to ${answer.address}, which is link-local or gives out credentials of a cloud`,
      hint: "roadmap never requests such a URL: link to a page that others can open",
    };
  }
  return {
    code,
    message: `${link} points to ${answer.address}, which is on a private network or this machine`,
    hint: "others cannot open it; run `roadmap doctor --links --allow-private` to check it anyway",
  };
}

function fileFinding(path: string, { realPath, repository }: { realPath: string; repository: Repository | null }) {
  const found = findLinkedFile(path, { realPath, top: repository?.cwd ?? null });
  if (found === "there") return null;
  const code = "LINK_FILE_MISSING" as const;
  if (found === "outside") {
    return {
      code,
      message: `${path} is outside the repository`,
      hint: "link to a file in the repository, so that others can open it",
    };
  }
  if (found === "missing") {
    return {
      code,
      message: `file not found: ${path}`,
      hint: "correct the link; paths are relative to the roadmap's folder",
    };
  }
  return { code, message: `file not found: ${path}`, hint: `use the exact case of the file name: ${found.otherCase}` };
}

interface ConcurrencyLimits<Key> {
  /** The maximum number of jobs at the same time. */
  readonly limit: number;
  /** The maximum number of jobs of one group. */
  readonly limitPerGroup: number;
  readonly groupOf: (key: Key) => string;
}

/** Runs the work for every key, with limits on concurrent jobs, in all and per group. */
export async function limitConcurrency<Key extends string>(
  keys: readonly Key[],
  { limit, limitPerGroup, groupOf }: ConcurrencyLimits<Key>,
  work: (key: Key) => Promise<void>,
): Promise<void> {
  const lanes = [...groupBy(keys, groupOf).values()].flatMap((queue) =>
    Array.from({ length: limitPerGroup }, () => queue),
  );
  const run = async () => {
    for (let queue = lanes.shift(); queue; queue = lanes.shift())
      for (let key = queue.shift(); key !== undefined; key = queue.shift()) await work(key);
  };
  await Promise.all(Array.from({ length: limit }, run));
}
