// The guard: bytes on a socket of the running server, and the status of its answer to each.

import { expect, test } from "vitest";
import { isBinary, makePlace, referenceText } from "../support/program.js";
import { parseAnswer, sendRaw } from "../support/raw-http.js";
import { startServer } from "../support/web-page.js";

/** What differs from a request that the page would send; null leaves a header out. */
interface Sent {
  readonly method?: string;
  readonly target?: string;
  readonly version?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly body?: string;
}

type Row = readonly [what: string, sent: Sent, status: number];

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const onEveryAnswer = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
};

/** PORT, TOKEN and HASH stand for those of the server and the file. */
function textOf({ method = "GET", target = "/api/roadmap", version = "1.1", headers = {}, body }: Sent): string {
  const all = {
    Host: "127.0.0.1:PORT",
    Authorization: "Bearer TOKEN",
    ...(body === undefined ? {} : { "Content-Length": `${Buffer.byteLength(body)}` }),
    Connection: "close",
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === null ? [] : `${name}: ${one}\r\n`)),
  );
  return `${method} ${target} HTTP/${version}\r\n${lines.join("")}\r\n${body ?? ""}`;
}

async function startWith(...args: string[]) {
  const place = makePlace(referenceText);
  const { url, port } = await startServer(place, ...args);
  const token = new URL(url).hash.replace("#token=", "");
  const { hash } = JSON.parse((await place.run("list", "--json")).stdout);
  const filled = (text: string) => text.replaceAll("PORT", `${port}`).replace("TOKEN", token).replace("HASH", hash);
  return { place, token, send: async (text: string) => parseAnswer(await sendRaw(port, filled(text))), port, filled };
}

/** Sends all of them to one server, on a file that none of them may change. */
async function expectStatuses(rows: readonly Row[], ...args: string[]): Promise<void> {
  const { place, send, token } = await startWith(...args);
  const found: (readonly [string, number])[] = [];
  for (const [what, sent] of rows) {
    const { status, headers, body } = await send(textOf(sent));
    found.push([what, status]);
    expect(headers, what).toMatchObject(onEveryAnswer);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(body).not.toContain(token);
    if (status >= 400) expect(JSON.parse(body), what).toMatchObject({ schemaVersion: 1, kind: "error" });
  }
  expect(found).toEqual(rows.map(([what, , status]) => [what, status]));
  expect(place.read()).toBe(referenceText);
}

const host = (value: string | readonly string[] | null): Sent => ({ target: "/", headers: { Host: value } });

test("only this machine's own names and port are answered, whoever asks", async () => {
  await expectStatuses([
    ["our address", host("127.0.0.1:PORT"), 200],
    ["localhost", host("localhost:PORT"), 200],
    ["no Host", host(null), 421],
    ["an empty Host", host(""), 421],
    ["a rebound name", host("rebound.example:PORT"), 421],
    ["a rebound name for the data", { headers: { Host: "rebound.example:PORT" } }, 421],
    ["a name that ends in localhost", host("evil.localhost:PORT"), 421],
    ["a name that begins with our address", host("127.0.0.1.evil.example:PORT"), 421],
    ["our address without the port", host("127.0.0.1"), 421],
    ["another port", host("127.0.0.1:1"), 421],
    ["the port with a zero before it", host("127.0.0.1:0PORT"), 421],
    ["another address of this machine", host("127.0.0.2:PORT"), 421],
    ["a shortened address", host("127.1:PORT"), 421],
    ["the address as a number", host("2130706433:PORT"), 421],
    ["the address in hexadecimal", host("0x7f.0.0.1:PORT"), 421],
    ["the address in octal", host("0177.0.0.1:PORT"), 421],
    ["the unspecified address", host("0.0.0.0:PORT"), 421],
    ["the address of IPv6", host("[::1]:PORT"), 421],
    ["our address within IPv6", host("[::ffff:127.0.0.1]:PORT"), 421],
    ["localhost with a dot", host("localhost.:PORT"), 421],
    ["localhost in capitals", host("LOCALHOST:PORT"), 421],
    ["a user name before it", host("me@127.0.0.1:PORT"), 421],
    ["two equal Hosts", host(["127.0.0.1:PORT", "127.0.0.1:PORT"]), 421],
    ["another Host after ours", host(["127.0.0.1:PORT", "evil.example"]), 421],
    ["HTTP/1.0 with our Host", { ...host("127.0.0.1:PORT"), version: "1.0" }, 200],
    ["HTTP/1.0 without a Host", { ...host(null), version: "1.0" }, 421],
    ["a forwarded Host does not count", { target: "/", headers: { "X-Forwarded-Host": "evil.example" } }, 200],
    [
      "a forwarded Host does not help",
      { target: "/", headers: { Host: "e.example", Forwarded: "host=127.0.0.1" } },
      421,
    ],
  ]);
});

const target = (text: string): Sent => ({ target: text });

test("only plain paths are read, before anything decodes or normalizes them", async () => {
  await expectStatuses([
    ["the page", target("/"), 200],
    ["the page with a query", target("/?x=1"), 200],
    ["the script", target("/app.js"), 200],
    ["the styles", target("/app.css"), 200],
    ["the data", target("/api/roadmap"), 200],
    ["a revision with a slash in its query", target("/api/roadmap?at=no%2Fsuch"), 409],
    ["absolute form", target("http://127.0.0.1:PORT/"), 400],
    ["absolute form of another host", target("http://evil.example/"), 400],
    ["asterisk form", { method: "OPTIONS", target: "*" }, 400],
    ["two slashes", target("//"), 400],
    ["two slashes before a host", target("//evil.example/"), 400],
    ["two slashes within", target("/api//roadmap"), 400],
    ["up", target("/../etc/passwd"), 400],
    ["up from a file of the page", target("/app.js/../api/roadmap"), 400],
    ["up within", target("/x/../api/roadmap"), 400],
    ["the same folder within", target("/./api/roadmap"), 400],
    ["an encoded slash", target("/api%2froadmap"), 400],
    ["an encoded slash in capitals", target("/api%2Froadmap"), 400],
    ["encoded dots", target("/%2e%2e/api/roadmap"), 400],
    ["an encoded letter", target("/%61pi/roadmap"), 400],
    ["a doubly encoded slash", target("/api%252froadmap"), 400],
    ["an encoded null", target("/api/roadmap%00"), 400],
    ["a backslash", target("/\\evil.example"), 400],
    ["a backslash up", target("/..\\api"), 400],
    ["a semicolon", target("/api;/roadmap"), 400],
    ["a fragment", target("/#token=x"), 400],
    ["capitals", target("/API/roadmap"), 404],
    ["a file of the build", target("/checked-merge.cjs"), 404],
    ["the shell by its name", target("/index.html"), 404],
    ["the roadmap by its name", target("/roadmap.md"), 404],
    ["a dot at the start", target("/.git/config"), 400],
    ["the API alone", target("/api"), 404],
    ["the API with a slash", target("/api/"), 404],
    ["an unknown path of the API", target("/api/secrets"), 404],
    ["a path below one of the API", target("/api/roadmap/x"), 404],
    ["a path with a slash at its end", target("/api/roadmap/"), 404],
    ["an object's own words", target("/api/constructor"), 404],
    ["a revision that is an option of git", target("/api/roadmap?at=--output=x"), 422],
    ["a revision that is a path", target("/api/roadmap?at=HEAD:README.md"), 422],
    ["an unknown query", target("/api/roadmap?file=/etc/passwd"), 422],
    ["a query twice", target("/api/log?limit=1&limit=2"), 422],
  ]);
});

const from = (headers: Sent["headers"]): Sent => ({ headers: { ...headers } });

test("other origins and sites are refused, also where they only read", async () => {
  await expectStatuses([
    ["our origin", from({ Origin: "http://127.0.0.1:PORT" }), 200],
    ["our other origin", from({ Origin: "http://localhost:PORT" }), 200],
    ["the null of a sandboxed frame or a file", from({ Origin: "null" }), 403],
    ["an empty origin", from({ Origin: "" }), 403],
    ["another port of this machine", from({ Origin: "http://127.0.0.1:1" }), 403],
    ["our origin without the port", from({ Origin: "http://127.0.0.1" }), 403],
    ["another scheme", from({ Origin: "https://127.0.0.1:PORT" }), 403],
    ["another address of this machine", from({ Origin: "http://127.0.0.2:PORT" }), 403],
    ["an address of the local network", from({ Origin: "http://192.168.1.2:PORT" }), 403],
    ["a name that begins like ours", from({ Origin: "http://localhost:PORT.evil.example" }), 403],
    ["an extension", from({ Origin: "chrome-extension://abcdefgh" }), 403],
    ["equal Host and Origin of a rebound name", from({ Host: "r.example", Origin: "http://r.example" }), 421],
    ["two origins", from({ Origin: ["http://127.0.0.1:PORT", "http://evil.example"] }), 403],
    ["the shell for another origin", { target: "/", headers: { Origin: "http://evil.example" } }, 403],
    ["typed into the address bar", from({ "Sec-Fetch-Site": "none" }), 200],
    ["our own page", from({ "Sec-Fetch-Site": "same-origin" }), 200],
    ["another site", from({ "Sec-Fetch-Site": "cross-site" }), 403],
    ["another port, the same site", from({ "Sec-Fetch-Site": "same-site" }), 403],
    ["a script tag of another site", { target: "/app.js", headers: { "Sec-Fetch-Site": "cross-site" } }, 403],
  ]);
});

const withToken = (value: string | readonly string[] | null): Sent => ({ headers: { Authorization: value } });

test("nothing about the file is told without the token, which comes in one header alone", async () => {
  await expectStatuses([
    ["the token", withToken("Bearer TOKEN"), 200],
    ["no token", withToken(null), 401],
    ["an empty token", withToken("Bearer "), 401],
    ["a wrong token", withToken(`Bearer ${"A".repeat(43)}`), 401],
    ["the token and more", withToken("Bearer TOKENx"), 401],
    ["the token without its scheme", withToken("TOKEN"), 401],
    ["another scheme", withToken("Basic TOKEN"), 401],
    ["two tokens", withToken(["Bearer TOKEN", "Bearer x"]), 401],
    ["the token in the query", { target: "/api/roadmap?token=TOKEN", headers: { Authorization: null } }, 401],
    ["the token in a cookie", { headers: { Authorization: null, Cookie: "token=TOKEN" } }, 401],
    ["events without it", { target: "/api/events", headers: { Authorization: null } }, 401],
    ["operations without it", { target: "/api/operations", headers: { Authorization: null } }, 401],
    ["an unknown path without it", { target: "/api/secrets", headers: { Authorization: null } }, 401],
    ["an unknown path beside the API", { target: "/favicon.ico", headers: { Authorization: null } }, 401],
    ["the shell, which has no data", { target: "/", headers: { Authorization: null } }, 200],
  ]);
});

const writing = {
  Origin: "http://127.0.0.1:PORT",
  "Content-Type": "application/json",
  "If-Match": '"HASH"',
};

function write({ headers = {}, ...sent }: Sent): Sent {
  const target = "/api/operations/start?dryRun=1";
  return { method: "POST", target, body: '{"topic":"5"}', headers: { ...writing, ...headers }, ...sent };
}

const writes: readonly Row[] = [
  ["a change that is only shown", write({}), 200],
  ["with a charset", write({ headers: { "Content-Type": "application/json; charset=utf-8" } }), 200],
  ["another charset", write({ headers: { "Content-Type": "application/json; charset=utf-16" } }), 415],
  ["no type", write({ headers: { "Content-Type": null } }), 415],
  ["the type of a form", write({ headers: { "Content-Type": "application/x-www-form-urlencoded" } }), 415],
  ["the type that needs no preflight", write({ headers: { "Content-Type": "text/plain" } }), 415],
  ["a type that only contains ours", write({ headers: { "Content-Type": "text/plain; application/json" } }), 415],
  ["two types", write({ headers: { "Content-Type": ["application/json", "text/plain"] } }), 415],
  ["no Origin", write({ headers: { Origin: null } }), 403],
  ["another Origin", write({ headers: { Origin: "http://evil.example" } }), 403],
  ["no If-Match", write({ headers: { "If-Match": null } }), 428],
  ["any version", write({ headers: { "If-Match": "*" } }), 422],
  ["two versions", write({ headers: { "If-Match": ['"HASH"', '"x"'] } }), 428],
  ["another version", write({ headers: { "If-Match": `"${"0".repeat(64)}"` } }), 412],
  ["no token", write({ headers: { Authorization: null } }), 401],
  ["no JSON", write({ body: "topic=5" }), 422],
  ["a list", write({ body: "[]" }), 422],
  ["an empty body", write({ body: "" }), 422],
  ["a key twice", write({ body: '{"topic":"5","topic":"6"}' }), 422],
  ["an unknown field", write({ body: '{"topic":"5","path":"/etc"}' }), 422],
  ["an unknown operation", write({ target: "/api/operations/erase" }), 404],
  ["an object's own words", write({ target: "/api/operations/constructor" }), 404],
  ["dryRun that is not 1 or 0", write({ target: "/api/operations/start?dryRun=true" }), 422],
  ["64 KiB and one", write({ body: " ".repeat(64 * 1024 + 1) }), 413],
  ["undo of nothing said", write({ target: "/api/undo", body: "{}" }), 422],
  ["undo of less than one", write({ target: "/api/undo", body: '{"count":0}' }), 422],
  ["undo of both", write({ target: "/api/undo", body: '{"count":1,"change":"x"}' }), 422],
  ["a message that is no text", write({ target: "/api/commit", body: '{"message":1}' }), 422],
  ["a GET of an operation", { target: "/api/operations/start" }, 405],
  ["a POST to the data", write({ target: "/api/roadmap" }), 405],
  ["a POST to the page", write({ target: "/" }), 405],
];

test("a change needs everything that a form or a page of another origin cannot send", async () => {
  await expectStatuses(writes);
});

test("with --read-only, the server itself refuses every change", async () => {
  await expectStatuses(
    [
      ["a change that is only shown", write({}), 403],
      ["a change", write({ target: "/api/operations/start" }), 403],
      ["undo", write({ target: "/api/undo", body: '{"count":1}' }), 403],
      ["a commit", write({ target: "/api/commit", body: "{}" }), 403],
      ["the data", {}, 200],
    ],
    "--read-only",
  );
});

test("every method but GET and POST is refused, also the one that asks for permission", async () => {
  const methods = ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get"];
  const preflight = { Origin: "http://127.0.0.1:PORT", "Access-Control-Request-Method": "POST" };
  const { send, place } = await startWith();
  for (const method of methods.slice(0, -1)) {
    const { status, headers } = await send(textOf({ method, headers: preflight }));
    expect([method, status, headers.allow]).toEqual([method, 405, "GET, POST"]);
  }
  expect((await send(textOf({ method: "get" }))).status).toBe(400);
  expect(place.read()).toBe(referenceText);
});

const broken: readonly (readonly [what: string, request: string, status: number])[] = [
  ["no HTTP", "hello\r\n\r\n", 400],
  ["HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
  ["TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", 400],
  // Node takes it for a request without a Host.
  ["HTTP/0.9", "GET /\r\n\r\n", isBinary ? 400 : 421],
  ["a folded header", textOf({ target: "/" }).replace("Connection", " x\r\nConnection"), 400],
  ["a space before the colon", textOf({ target: "/" }).replace("Host:", "Host :"), 400],
  ["a null in a header", textOf({ target: "/", headers: { "X-A": "a\u0000b" } }), 400],
  ["too large headers", textOf({ target: "/", headers: { "X-A": "a".repeat(20_000) } }), 431],
  ["two lengths", textOf(write({ headers: { "Content-Length": ["13", "14"] } })), 400],
  ["a length and chunks", textOf(write({ headers: { "Transfer-Encoding": "chunked" } })), 400],
  ["an unknown encoding", textOf(write({ headers: { "Content-Length": null, "Transfer-Encoding": "gzip" } })), 400],
];

test("what is no request of HTTP gets an answer with the same headers, and the server goes on", async () => {
  const { send, place } = await startWith();
  for (const [what, request, expected] of broken) {
    const { status, headers, body } = await send(request);
    expect([what, status]).toEqual([what, expected]);
    expect(headers, what).toMatchObject(onEveryAnswer);
    expect(JSON.parse(body)).toMatchObject({ kind: "error", code: "REQUEST_REFUSED" });
  }
  expect((await send(textOf({}))).status).toBe(200);
  expect(place.read()).toBe(referenceText);
});

const chunked = { ...writing, "Content-Length": null, "Transfer-Encoding": "chunked" };

test("a body in chunks is read up to 64 KiB", async () => {
  const { send, place } = await startWith();
  const inChunks = (body: string) => send(textOf({ ...write({ headers: chunked }), body }));
  expect((await inChunks('6\r\n{"topi\r\n7\r\nc":"5"}\r\n0\r\n\r\n')).status).toBe(200);
  expect((await inChunks('6\r\n{"topi\r\n9\r\nc":"5"}\r\n0\r\n\r\n')).status).toBe(400);
  const large = `${"4000\r\n"}${" ".repeat(0x4000)}\r\n`.repeat(5);
  expect((await inChunks(`${large}0\r\n\r\n`)).status).toBe(413);
  expect(place.read()).toBe(referenceText);
});

test("a body that is not UTF-8 is refused, and nothing in it is replaced", async () => {
  const { port, filled } = await startWith();
  const text = filled(textOf(write({ body: '{"topic":"caf\u00e9"}', headers: { "Content-Length": "16" } })));
  expect(parseAnswer(await sendRaw(port, Buffer.from(text, "latin1"))).status).toBe(415);
});

test("each of two requests sent at once is judged by itself", async () => {
  const { port, filled } = await startWith();
  const keep = { Connection: "keep-alive" };
  const first = textOf({ target: "/", headers: keep });
  const second = textOf({ headers: { Authorization: null } });
  const answers = await sendRaw(port, filled(first + second));
  expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(["200", "401"]);
});

test("headers that take more than five seconds, and a body of more than ten, are cut off", async () => {
  const { port, filled, place } = await startWith();
  const started = performance.now();
  const half = sendRaw(port, filled("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n"));
  const slow = sendRaw(port, filled(textOf(write({ headers: { "Content-Length": "100" } }))));
  expect(parseAnswer(await half).status).toBe(408);
  expect(performance.now() - started).toBeGreaterThan(4500);
  expect(parseAnswer(await slow).status).toBe(408);
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(place.read()).toBe(referenceText);
});
