// Ask page: whether a web page responds; the only file of the program that uses the network.

import { type LookupAddress, lookup } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction, setDefaultAutoSelectFamilyAttemptTimeout } from "node:net";

interface PageQuestion {
  /** Absolute, http or https. */
  readonly url: string;
  /** For everything: all attempts and redirects together. */
  readonly timeoutMs: number;
  /** Whether an address may be connected to; checked for every address, including those of redirects. */
  readonly mayConnect: (address: string) => boolean;
}

export type PageAnswer =
  | { readonly kind: "alive" }
  /** The server says that the page does not exist. */
  | { readonly kind: "dead"; readonly reason: string }
  /** The server responds, but not whether the page exists. */
  | { readonly kind: "unclear"; readonly reason: string }
  | { readonly kind: "unreachable"; readonly reason: string }
  /** The connection was not allowed. */
  | { readonly kind: "forbidden"; readonly address: string };

const maxRedirects = 10;

// Every address of a name is tried; the default of 250 ms would give up a slow address for one that may not respond.
setDefaultAutoSelectFamilyAttemptTimeout(2_000);

/** Sends nothing personal: no cookies, no credentials, no referrer. Reads no content. */
export async function askPage(question: PageQuestion): Promise<PageAnswer> {
  const signal = AbortSignal.timeout(question.timeoutMs);
  try {
    return await follow(question, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "unreachable", reason: `no answer within ${question.timeoutMs / 1000} s` };
    if (error instanceof ForbiddenAddress) return { kind: "forbidden", address: error.message };
    return { kind: "unreachable", reason: reasonOf(error) };
  }
}

async function follow({ url: first, mayConnect }: PageQuestion, signal: AbortSignal): Promise<PageAnswer> {
  let url = new URL(first);
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const { status, location } = await askOnce(url, { signal, mayConnect });
    const isSentOn = status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url.href);
    if (!isSentOn) return answerOf(status);
    url = new URL(location, url);
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      return { kind: "unclear", reason: `it redirects to ${url.protocol}, which is not followed` };
    }
  }
  return { kind: "unreachable", reason: `it redirects more than ${maxRedirects} times` };
}

function answerOf(status: number): PageAnswer {
  if (status >= 200 && status < 400) return { kind: "alive" };
  const reason = `the server returned ${status}`;
  if (status === 404 || status === 410) return { kind: "dead", reason };
  return { kind: status >= 500 ? "unreachable" : "unclear", reason };
}

interface AskContext {
  readonly signal: AbortSignal;
  readonly mayConnect: PageQuestion["mayConnect"];
}

interface Head {
  readonly status: number;
  readonly location: string | undefined;
}

/** Many servers refuse HEAD or answer it wrongly, so a failure is confirmed with GET. */
async function askOnce(url: URL, asking: AskContext): Promise<Head> {
  try {
    const head = await send("HEAD", url, asking);
    if (head.status < 400 || head.status === 429) return head;
  } catch (error) {
    if (asking.signal.aborted || !isBroken(error)) throw error;
  }
  return send("GET", url, asking);
}

/** On an established connection: some servers drop connections that send HEAD. */
function isBroken(error: unknown): boolean {
  return /^(?:ECONNRESET|EPIPE|HPE_)/.test(codeOf(error) ?? "");
}

function send(method: "HEAD" | "GET", url: URL, { signal, mayConnect }: AskContext): Promise<Head> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A literal address is connected to without a lookup.
  if (isIP(host) !== 0 && !mayConnect(host)) throw new ForbiddenAddress(host);
  const requestPage = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = requestPage({
      method,
      hostname: host,
      port: url.port === "" ? undefined : Number(url.port),
      path: `${url.pathname}${url.search}`,
      headers: { "User-Agent": "roadmap-link-check", Accept: "*/*" },
      agent: false,
      signal,
      rejectUnauthorized: true,
      lookup: lookupAmong(mayConnect),
    });
    request.on("error", reject);
    // A server that switches protocols causes neither an error nor a response.
    request.on("close", () => reject(Object.assign(new Error("no response"), { code: "ECONNRESET" })));
    request.on("response", (response: IncomingMessage) => {
      const { statusCode = 0, headers } = response;
      // The body is not wanted, whatever its length.
      response.on("error", () => {});
      request.destroy();
      resolve({ status: statusCode, location: headers.location });
    });
    request.end();
  });
}

/** The message is the address. */
class ForbiddenAddress extends Error {}

/**
 * Checks the very address that is connected to. A name that changes its address between check and connection, or a
 * redirect to such a name, cannot bypass it.
 */
function lookupAmong(mayConnect: PageQuestion["mayConnect"]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, "");
      const allowed = addresses.filter(({ address }) => mayConnect(address));
      const [first] = allowed;
      if (!first) return callback(new ForbiddenAddress(addresses[0]?.address ?? hostname), "");
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOTFOUND", "host not found, or no network"],
  ["EAI_AGAIN", "temporary failure in host lookup"],
  ["ECONNREFUSED", "connection refused"],
  ["ECONNRESET", "connection reset"],
  ["EPIPE", "connection closed"],
  ["ENETUNREACH", "network unreachable"],
  ["EHOSTUNREACH", "host unreachable"],
  ["ETIMEDOUT", "connection timed out"],
]);

function reasonOf(error: unknown): string {
  const code = codeOf(error) ?? "";
  if (/CERT|TLS|SSL|SIGNATURE/.test(code)) return `untrusted certificate (${code})`;
  return reasons.get(code) ?? (code === "" ? String(error) : `no answer (${code})`);
}

/** If several addresses were tried, the code of the first. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : undefined;
}
