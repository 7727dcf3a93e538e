// Guard: whether a request may be answered at all, decided on its raw form before anything else looks at it.

interface RawRequest {
  readonly method: string;
  /** As in the request line. */
  readonly target: string;
  /** Names and values in turn, as they were sent. */
  readonly headers: readonly string[];
}

/** What the guard compares a request with. */
export interface Gate {
  readonly port: number;
  readonly isReadOnly: boolean;
  /** The files of the page are the only answers that need no token, because there is nothing of the roadmap in them. */
  isPageFile(path: string): boolean;
  /** Takes the same time for every wrong token. */
  isOurToken(given: string): boolean;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly hint: string;
}

interface Checked extends Gate {
  readonly method: string;
  readonly target: string;
  /** The values of a header, by its name in lower case. */
  all(name: string): readonly string[];
}

/**
 * In this order, and for every path alike: a page of another origin learns nothing from how it is refused.
 */
const checks: readonly ((request: Checked) => Refusal | null)[] = [
  otherHost,
  oddTarget,
  otherOrigin,
  otherSite,
  otherMethod,
  withoutToken,
  unsafeWrite,
];

/** Null for a request that may be answered. */
export function refusalOf({ method, target, headers }: RawRequest, gate: Gate): Refusal | null {
  const all = (name: string) =>
    headers.flatMap((word, index) => (index % 2 === 1 && headers[index - 1]?.toLowerCase() === name ? [word] : []));
  const request = { ...gate, method, target, all };
  for (const check of checks) {
    const refusal = check(request);
    if (refusal) return refusal;
  }
  return null;
}

const openAgain = "open the URL that `roadmap web` printed";

/** A browser omits the port of HTTP. */
function hosts(port: number): string[] {
  const suffix = port === 80 ? "" : `:${port}`;
  return [`127.0.0.1${suffix}`, `localhost${suffix}`];
}

/** Any name can be made to lead to this machine (DNS rebinding); which name the page was asked for cannot be forged. */
function otherHost({ port, all }: Checked): Refusal | null {
  const [host = "", another] = all("host");
  if (another === undefined && hosts(port).includes(host)) return null;
  return { status: 421, message: `this server answers only as ${hosts(port)[0]}`, hint: openAgain };
}

/** A server that decodes or normalizes a path after checking it can be led around the check. */
function oddTarget({ target }: Checked): Refusal | null {
  const path = pathOf(target);
  if (/^\/[\w./-]*$/.test(path) && !/\/[./]|\.\./.test(path) && !target.includes("#")) return null;
  return { status: 400, message: "the page never requests such a path", hint: openAgain };
}

function pathOf(target: string): string {
  return target.split("?", 1)[0] ?? "";
}

function origins(port: number): string[] {
  return hosts(port).map((host) => `http://${host}`);
}

/** Compared with our own list: under DNS rebinding, the Origin and the Host of a request are equal. */
function otherOrigin({ port, all }: Checked): Refusal | null {
  const sent = all("origin");
  if (sent.length < 2 && sent.every((origin) => origins(port).includes(origin))) return null;
  return { status: 403, message: "another page sent this request", hint: openAgain };
}

function otherSite({ all }: Checked): Refusal | null {
  if (all("sec-fetch-site").every((site) => site === "same-origin" || site === "none")) return null;
  return { status: 403, message: "another site sent this request", hint: openAgain };
}

function otherMethod({ method }: Checked): Refusal | null {
  if (method === "GET" || method === "POST") return null;
  return { status: 405, message: `this server has no ${method}`, hint: "use GET or POST" };
}

function withoutToken({ target, all, isOurToken, isPageFile }: Checked): Refusal | null {
  if (isPageFile(pathOf(target))) return null;
  const [sent = "", another] = all("authorization");
  const [, token] = /^Bearer ([\w-]+)$/.exec(sent) ?? [];
  if (another === undefined && token !== undefined && isOurToken(token)) return null;
  return { status: 401, message: "this request has no token, or an old one", hint: openAgain };
}

/** A form of another page can send none of these. */
function unsafeWrite({ method, target, all, isReadOnly, isPageFile }: Checked): Refusal | null {
  if (method !== "POST") return null;
  if (isPageFile(pathOf(target)))
    return { status: 405, message: `${pathOf(target)} cannot be changed`, hint: "use GET" };
  if (all("origin").length === 0) return { status: 403, message: "this request has no Origin", hint: "send it" };
  if (isReadOnly)
    return { status: 403, message: "this page is read-only", hint: "run `roadmap web` without --read-only" };
  const [type = "", another] = all("content-type");
  if (another !== undefined || !/^application\/json *(?:; *charset="?utf-8"? *)?$/i.test(type))
    return { status: 415, message: "the body is not JSON", hint: "send application/json" };
  if (all("if-match").length === 1) return null;
  const hint = "send the ETag of /api/roadmap as If-Match";
  return { status: 428, message: "the change has no If-Match, so it may be for another version of the file", hint };
}
