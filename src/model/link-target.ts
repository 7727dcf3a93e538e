// Link target: what a link in a proof cell leads to: a page on the web, a file beside the roadmap, a commit.

import { linksIn } from "./cell-text.js";

type LinkTarget =
  /** As it is asked for: without the fragment, which no server sees. */
  | { readonly kind: "page"; readonly url: string }
  /** From the folder of the roadmap, or with a `/` in front from the top of the repository. */
  | { readonly kind: "file"; readonly path: string }
  /** `home` is the repository it is said to be in, `host/owner/name` in lower case; null for this one. */
  | { readonly kind: "commit"; readonly id: string; readonly home: string | null; readonly url: string | null };

export interface Link {
  /** As the cell has it. */
  readonly text: string;
  readonly target: LinkTarget;
}

/** Hexadecimal digits with a figure among them: `effaced` is a word. */
const commitId = /(?<![\w/.#@:-])(?=[a-f]*\d)[0-9a-f]{7,40}(?![\w/.@:-])/g;

/** The links of a cell that can be looked after: neither mail addresses nor places in the roadmap itself. */
export function linkTargets(raw: string): Link[] {
  const links = linksIn(raw);
  const found = links.flatMap((text) => {
    const target = targetOf(text);
    return target ? [{ text, target }] : [];
  });
  const rest = links.reduce((left, link) => left.replaceAll(link, " "), raw);
  // Digits alone are the number of something else, unless there are as many as a whole id has.
  const ids = (rest.match(commitId) ?? []).filter((id) => id.length === 40 || /[a-f]/.test(id));
  return [...found, ...ids.map((id) => ({ text: id, target: { kind: "commit" as const, id, home: null, url: null } }))];
}

function targetOf(text: string): LinkTarget | null {
  if (/^www\./i.test(text)) return pageOf(`http://${text}`);
  if (/^https?:/i.test(text)) return pageOf(text);
  // Any other scheme, and `//host`, which no file viewer follows.
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(text)) return null;
  const path = decoded(text.replace(/[?#].*$/s, ""));
  return path === "" ? null : { kind: "file", path };
}

function pageOf(text: string): LinkTarget | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = "";
  // Nobody's password is sent anywhere.
  url.username = "";
  url.password = "";
  const [, home, id] = /^(\/[^/]+\/[^/]+?)(?:\/-)?\/commits?\/([0-9a-f]{7,40})\/?$/.exec(url.pathname) ?? [];
  if (home === undefined || id === undefined) return { kind: "page", url: url.href };
  return { kind: "commit", id, home: `${url.host}${home}`.toLowerCase(), url: url.href };
}

/** Also of a URL that is missing a slash or its colon. Lengths are limited, so that no text takes long. */
const credentials = /(?<=\b(?:[a-z][a-z\d+.-]{0,20}:\/\/|(?:https?|ftp)[:;]?\/{0,2}))[^\s/?#<>|]{1,500}@/gi;

/** The text with `***` for the name and the password in its URLs: for messages, which end up in logs. */
export function withoutCredentials(text: string): string {
  return text.replace(credentials, "***@");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A remote of git's as `host/owner/name`, whichever way it is written; null for a path on this machine. */
export function homeOfRemote(remote: string): string | null {
  const [, host, path] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(remote) ??
    /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/.exec(remote) ??
    [];
  if (host === undefined || path === undefined) return null;
  return `${host}/${path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "")}`.toLowerCase();
}
