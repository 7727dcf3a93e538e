// Asking pages: what counts as an answer, what is sent, and which addresses are refused.

import { execFileSync } from "node:child_process";
import { lookup } from "node:dns/promises";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { askPage } from "../../src/store/ask-page.js";
import { isNeverRequested, isPrivateAddress } from "../../src/store/links.js";
import { canRun } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";
import { startRawServer, startWebServer } from "../support/web-server.js";

const hasOpenssl = await canRun("openssl", "version");

const ask = (url: string, timeoutMs = 5_000) => askPage({ url, timeoutMs, mayConnect: () => true });
const askPublic = (url: string) => askPage({ url, timeoutMs: 5_000, mayConnect: (one) => !isPrivateAddress(one) });

test("a status below 400 is alive, 404 and 410 are dead, and a login or a busy server is unclear", async () => {
  const statuses = { "/ok": 200, "/none": 204, "/gone": 410, "/login": 401, "/closed": 403, "/busy": 429, "/ill": 503 };
  const { origin } = await startWebServer(statuses);
  const kinds = await Promise.all([...Object.keys(statuses), "/missing"].map((path) => ask(origin + path)));
  expect(kinds).toEqual([
    { kind: "alive" },
    { kind: "alive" },
    { kind: "dead", reason: "the server returned 410" },
    { kind: "unclear", reason: "the server returned 401" },
    { kind: "unclear", reason: "the server returned 403" },
    { kind: "unclear", reason: "the server returned 429" },
    { kind: "unreachable", reason: "the server returned 503" },
    { kind: "dead", reason: "the server returned 404" },
  ]);
});

test("GET decides if HEAD is refused or answered wrongly, and a busy server gets no second request", async () => {
  const only = (status: number) => (request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(request.method === "GET" ? 200 : status).end();
  const resets = (request: IncomingMessage, response: ServerResponse) =>
    request.method === "GET" ? response.writeHead(200).end() : request.socket.destroy();
  const server = await startWebServer({
    "/405": only(405),
    "/501": only(501),
    "/403": only(403),
    "/404": only(404),
    "/reset": resets,
    "/busy": 429,
  });
  for (const path of ["/405", "/501", "/403", "/404", "/reset"])
    expect(await ask(server.origin + path), path).toEqual({ kind: "alive" });
  await ask(`${server.origin}/busy`);
  expect(server.received.filter((line) => line.endsWith("/busy"))).toEqual(["HEAD /busy"]);
});

test("absolute and relative redirects are followed, up to a limit", async () => {
  const to = (location: string) => (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(302, { location }).end();
  const { origin, received } = await startWebServer({
    "/a/first": to("../second?x=1"),
    "/second?x=1": to("/third"),
    "/third": 200,
    "/loop": to("/loop"),
    "/lost": to("/nowhere"),
    "/mail": to("mailto:me@example.org"),
    "/none": 304,
    "/odd": to("http://["),
  });
  expect(await ask(`${origin}/a/first`)).toEqual({ kind: "alive" });
  expect(await ask(`${origin}/lost`)).toMatchObject({ kind: "dead" });
  expect(await ask(`${origin}/loop`)).toEqual({ kind: "unreachable", reason: "it redirects more than 10 times" });
  expect(received.filter((line) => line === "HEAD /loop")).toHaveLength(11);
  expect(await ask(`${origin}/mail`)).toEqual({
    kind: "unclear",
    reason: "it redirects to mailto:, which is not followed",
  });
  expect(await ask(`${origin}/none`)).toEqual({ kind: "alive" });
  expect(await ask(`${origin}/odd`)).toEqual({ kind: "alive" });
});

test("nothing personal is sent: no password, no cookie, no referrer", async () => {
  const seen: IncomingMessage[] = [];
  const { port } = await startWebServer({
    "/set": (request, response) => {
      seen.push(request);
      response.writeHead(302, { location: "/next", "set-cookie": "a=b" }).end();
    },
    "/next": (request, response) => {
      seen.push(request);
      response.writeHead(200).end();
    },
  });
  expect(await ask(`http://me:secret@127.0.0.1:${port}/set`)).toEqual({ kind: "alive" });
  expect(seen.map(({ headers }) => Object.keys(headers).sort())).toEqual([
    ["accept", "connection", "host", "user-agent"],
    ["accept", "connection", "host", "user-agent"],
  ]);
});

test("the content is not read, whatever its length: the connection is closed", async () => {
  let sent = 0;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { origin } = await startWebServer({
    "/huge": (request, response) => {
      if (request.method === "HEAD") return response.writeHead(405).end();
      response.writeHead(200);
      const chunk = Buffer.alloc(1 << 16);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", more);
      response.on("close", end);
      return more();
    },
  });
  expect(await ask(`${origin}/huge`, 100_000)).toEqual({ kind: "alive" });
  await ended;
  expect(sent).toBeLessThan(64 << 20);
});

test("a server that never answers, drips, resets or does not speak HTTP is unreachable, in time", async () => {
  const silent = await startRawServer(() => {});
  const dripping = await startRawServer((socket) => {
    socket.write("HTTP/1.1 200 OK\r\nx: ");
    const timer = setInterval(() => socket.write("y"), 10);
    socket.on("close", () => clearInterval(timer));
  });
  const resetting = await startRawServer((socket) => socket.resetAndDestroy());
  const babbling = await startRawServer((socket) => socket.end("SSH-2.0-OpenSSH\r\n"));
  const swelling = await startRawServer((socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(1 << 20)}\r\n\r\n`));
  const switching = await startRawServer((socket) =>
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"),
  );
  const slow = { kind: "unreachable", reason: "no answer within 0.1 s" };
  expect(await ask(silent.origin, 100)).toEqual(slow);
  expect(await ask(dripping.origin, 100)).toEqual(slow);
  expect(await ask(resetting.origin)).toEqual({ kind: "unreachable", reason: "connection reset" });
  expect(await ask(switching.origin)).toEqual({ kind: "unreachable", reason: "connection reset" });
  expect(await ask(babbling.origin)).toMatchObject({ kind: "unreachable" });
  expect(await ask(swelling.origin)).toMatchObject({ kind: "unreachable" });
  expect(await ask(`https://127.0.0.1:${babbling.port}/`)).toMatchObject({ kind: "unreachable" });
  expect(await ask("http://127.0.0.1:1/")).toEqual({ kind: "unreachable", reason: "connection refused" });
});

test.skipIf(!hasOpenssl)("an untrusted certificate makes a page unreachable (skipped without openssl)", async () => {
  const folder = makeTempFolder();
  const [key, cert] = [`${folder}/key.pem`, `${folder}/cert.pem`];
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  execFileSync("openssl", [...args, "-keyout", key, "-out", cert], { stdio: "ignore" });
  const { port, received } = await startWebServer({ "/": 200 }, { key: readFileSync(key), cert: readFileSync(cert) });
  expect(await ask(`https://127.0.0.1:${port}/`)).toEqual({
    kind: "unreachable",
    reason: "untrusted certificate (DEPTH_ZERO_SELF_SIGNED_CERT)",
  });
  expect(received).toEqual([]);
});

test("private addresses are not connected to, however they are written", async () => {
  const { port, received } = await startWebServer({ "/": 200 });
  for (const host of ["127.0.0.1", "localhost", "0", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "127.1"])
    expect(await askPublic(`http://${host}:${port}/`), host).toMatchObject({ kind: "forbidden" });
  expect(received).toEqual([]);
  expect(await askPublic(`http://localhost:${port}/`)).toMatchObject({ address: expect.stringMatching(/^(127|::1)/) });
});

test("a redirect to a forbidden address is not followed, by number or by name", async () => {
  const inner = await startWebServer({ "/": 200 });
  const to = (host: string) => (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(301, { location: `http://${host}:${inner.port}/` }).end();
  const outer = await startWebServer({ "/number": to("127.0.0.2"), "/name": to("localhost"), "/six": to("[::1]") });
  const mayConnect = (address: string) => address === "127.0.0.1";
  const answers = ["/number", "/six"].map((path) =>
    askPage({ url: outer.origin + path, timeoutMs: 5_000, mayConnect }),
  );
  expect(await Promise.all(answers)).toEqual([
    { kind: "forbidden", address: "127.0.0.2" },
    { kind: "forbidden", address: "::1" },
  ]);
  let isOuter = true;
  const once = (address: string) => {
    const may = isOuter && address === "127.0.0.1";
    isOuter = false;
    return may;
  };
  // The first address checked is the outer server's; the second one is that of the name.
  expect(await askPage({ url: `${outer.origin}/name`, timeoutMs: 5_000, mayConnect: once })).toMatchObject({
    kind: "forbidden",
  });
  expect(inner.received).toEqual([]);
});

test.each([
  ["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.255.255.254", "169.254.169.254", "172.31.0.1", "192.168.1.1"],
  [
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
  ],
  ["2002:7f00:1::", "2001:0:1::", "fc00::1", "fd12::1", "fe80::1%eth0", "ff02::1", "not an address", ""],
])("%s and similar addresses are private", (...addresses) => {
  expect(addresses.filter((address) => !isPrivateAddress(address))).toEqual([]);
});

test("public addresses are not private, even at the edges of private networks", () => {
  const open = [
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "223.255.255.255",
  ];
  const six = ["2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "64:ff9b::808:808", "fbff::1"];
  expect([...open, ...six].filter(isPrivateAddress)).toEqual([]);
});

test.each([
  ["169.254.0.0", "169.254.169.254", "169.254.255.255", "100.100.100.200", "168.63.129.16", "192.0.0.192"],
  ["::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "::169.254.169.254", "64:ff9b::a9fe:a9fe", "64:ff9b::169.254.169.254"],
  [
    "64:ff9b:1::a9fe:a9fe",
    "2002:a9fe:a9fe::",
    "2002:a9fe:a9fe:0:1::1",
    "2001:0:5::5601:5601",
    "::ffff:100.100.100.200",
  ],
  ["fe80::1", "fe80::1%eth0", "febf:ffff::1", "fd00:ec2::254", "FD00:0EC2:0:0:0:0:0:0254", "fd20:ce::254"],
])("%s and similar addresses are private and never requested", (...addresses) => {
  expect(addresses.filter((address) => !isNeverRequested(address) || !isPrivateAddress(address))).toEqual([]);
});

test("other private addresses can be allowed", () => {
  const open = ["127.0.0.1", "::1", "10.0.0.1", "192.168.1.1", "169.253.255.255", "169.255.0.0", "100.100.100.201"];
  const six = ["fec0::1", "fe7f::1", "fd00:ec2::253", "2002:a00:1::", "64:ff9b::a00:1", "::ffff:127.0.0.1"];
  expect([...open, ...six].filter(isNeverRequested)).toEqual([]);
});

test("even with private pages allowed, a redirect to a link-local or metadata address is not followed", async () => {
  const hosts = [
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "169.254.43518",
    "169.254.169.254.",
    "[::ffff:169.254.169.254]",
    "[64:ff9b::a9fe:a9fe]",
    "[2002:a9fe:a9fe::1]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "100.100.100.200",
  ];
  const { origin } = await startWebServer(
    Object.fromEntries(
      hosts.map((host) => [
        `/${host}`,
        (_: IncomingMessage, response: ServerResponse) =>
          response.writeHead(307, { location: `http://${host}/latest/meta-data/` }).end(),
      ]),
    ),
  );
  const mayConnect = (address: string) => !isNeverRequested(address);
  // Nothing is waited for, so a limit could only cut off a redirect on a busy machine.
  const timeoutMs = 60_000;
  for (const host of hosts) {
    for (const url of [`http://${host}/latest`, `${origin}/${host}`])
      expect(await askPage({ url, timeoutMs, mayConnect }), url).toMatchObject({ kind: "forbidden" });
  }
});

const hasIpv6 = Object.values(networkInterfaces()).some((some) => some?.some(({ address }) => address === "::1"));

test.skipIf(!hasIpv6)("a page at an IPv6 address is requested with its host in brackets", async () => {
  const hosts: (string | undefined)[] = [];
  const { origin, port } = await startWebServer(
    {
      "/": (request, response) => {
        hosts.push(request.headers.host);
        response.writeHead(200).end();
      },
    },
    { host: "::1" },
  );
  expect(await ask(`${origin}/`)).toEqual({ kind: "alive" });
  expect(hosts).toEqual([`[::1]:${port}`]);
});

const hasTwoAddresses = (await lookup("localhost", { all: true })).length > 1;

test.skipIf(!hasTwoAddresses)(
  "each address of a host is tried: an address where nothing listens does not hide the next",
  async () => {
    for (const host of ["127.0.0.1", "::1"]) {
      const { port } = await startWebServer({ "/": 200 }, { host });
      expect(await ask(`http://localhost:${port}/`), host).toEqual({ kind: "alive" });
    }
  },
);
