// Link targets: what a link in a proof cell refers to: a web page, a file next to the roadmap, a commit.

import { linkMeant, writtenLinks } from "./inline-text.js";

type LinkTarget =
  /** The URL to request: without the fragment, which is never sent to a server. */
  | { readonly kind: "page"; readonly url: string }
  /** Relative to the folder of the roadmap, or with a leading `/` to the top of the repository. */
  | { readonly kind: "file"; readonly path: string }
  /** `home` is the repository in the link, as `host/owner/name` in lower case; null for that of the roadmap. */
  | { readonly kind: "commit"; readonly id: string; readonly home: string | null; readonly url: string | null };

export interface Link {
  /** As written in the cell. */
  readonly text: string;
  readonly target: LinkTarget;
}

/** Hexadecimal digits including at least one decimal digit: `effaced` is a word. */
const commitId = /(?<![\w/.#@:-])(?=[a-f]*\d)[0-9a-f]{7,40}(?![\w/.@:-])/g;

/** The links in a cell that can be checked: mail addresses and fragments of the roadmap itself are skipped. */
export function linkTargets(raw: string): Link[] {
  const links = writtenLinks(raw);
  const linked = links.flatMap((text) => {
    const target = targetOf(linkMeant(text));
    return target ? [{ text, target }] : [];
  });
  const rest = links.reduce((left, link) => left.replaceAll(link, " "), raw);
  // Digits alone are usually another number, such as an issue, unless there are 40.
  const ids = (rest.match(commitId) ?? []).filter((id) => id.length === 40 || /[a-f]/.test(id));
  return [
    ...linked,
    ...ids.map((id) => ({ text: id, target: { kind: "commit" as const, id, home: null, url: null } })),
  ];
}

function targetOf(text: string): LinkTarget | null {
  if (/^(?:www\.|https?:)/i.test(text)) return pageOf(text);
  // Any other scheme, and `//host`, which file viewers do not follow.
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(text)) return null;
  const path = decoded(text.replace(/[?#].*$/s, ""));
  return path === "" ? null : { kind: "file", path };
}

/** The URL of a link to a web page, without credentials, which are never sent; null for any other link. */
export function pageUrl(link: string): string | null {
  const text = /^www\./i.test(link) ? `http://${link}` : link;
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  url.username = "";
  url.password = "";
  return url.href;
}

function pageOf(text: string): LinkTarget | null {
  const page = pageUrl(text);
  if (page === null) return null;
  const url = new URL(page);
  url.hash = "";
  const [, home, id] = /^(\/[^/]+\/[^/]+?)(?:\/-)?\/commits?\/([0-9a-f]{7,40})\/?$/.exec(url.pathname) ?? [];
  if (home === undefined || id === undefined) return { kind: "page", url: url.href };
  return { kind: "commit", id, home: `${url.host}${home}`.toLowerCase(), url: url.href };
}

/** Also matches URLs that lack a slash or the colon. Bounded lengths keep it linear. */
const credentials = /(?<=\b(?:[a-z][a-z\d+.-]{0,20}:\/\/|(?:https?|ftp)[:;]?\/{0,2}))[^\s/?#<>|]{1,500}@/gi;

/** The text with `***` in place of the user name and password in its URLs: messages end up in logs. */
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

/** A git remote as `host/owner/name`, in any of its notations; null for a path on this machine. */
export function homeOfRemote(remote: string): string | null {
  const [, host, path] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(remote) ??
    /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/.exec(remote) ??
    [];
  if (host === undefined || path === undefined) return null;
  return `${host}/${path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "")}`.toLowerCase();
}
