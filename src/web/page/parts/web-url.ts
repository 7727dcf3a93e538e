// Web URLs: which links lead to web pages, and how they are written in few words.

/** Null for anything but http and https. */
export function webUrl(link: string): URL | null {
  const text = /^www\./i.test(link) ? `http://${link}` : link;
  return /^https?:/i.test(text) && URL.canParse(text) ? new URL(text) : null;
}

const forges = /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$/;

const numberedPage = /^(?:pull|pulls|issues|merge_requests|pull-requests|discussions)\/(\d+)/;

/** `bikes-api #41` and `chat` for a pull request and a repository on a forge, `example.org/proof/17` for other pages. */
export function shortUrl({ hostname, pathname, search }: URL): string {
  const host = hostname.replace(/^www\./, "");
  const [, repository, page = ""] = /^\/[^/]+\/([^/]+)(?:\/-)?\/?(.*)/.exec(pathname) ?? [];
  if (!repository || !forges.test(host)) return decoded(`${host}${pathname}${search}`).replace(/\/$/, "");
  const [, number] = numberedPage.exec(page) ?? [];
  return decoded(number === undefined ? repository : `${repository} #${number}`);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
