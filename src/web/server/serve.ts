// Serve: the socket of `roadmap web`, its limits, and the token without which it answers nothing about the file.

import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import process from "node:process";
import type { Duplex } from "node:stream";
import { setFlagsFromString } from "node:v8";
import type { OpenRequest } from "../../app/open-roadmap.js";
import { openSession } from "../../app/session.js";
import { webPage } from "../../app/shipped-text.js";
import { refusalAnswer } from "./answers.js";
import { streamsOf } from "./events.js";
import { type Gate, refusalOf } from "./guard.js";
import type { listenerOf } from "./routes.js";

interface WebRequest {
  readonly request: OpenRequest;
  /** 0 for any that is free. */
  readonly port: number;
  readonly isReadOnly: boolean;
}

interface WebServer {
  /** With the token. */
  readonly url: string;
  readonly port: number;
  /** Resolves when the user or the system has ended it. */
  readonly ended: Promise<void>;
}

/** Other machines cannot reach it. */
const host = "127.0.0.1";

const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  /** The guard refuses a request without a Host. */
  requireHostHeader: false,
};

/** For connections that are still open when the server ends. */
const endingMs = 500;

const headers = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/**
 * V8 lets garbage grow to a multiple of what is in use, which a program that runs all day need not keep. In a large
 * file, collecting it so often would take more time than everything else.
 */
const smallHeap = { flags: ["--semi-space-growth-factor=1", "--heap-growing-percent=20"], maxLength: 500_000 };

/**
 * @throws UserError if no roadmap is found
 * @throws the error of the system if the port cannot be used
 */
export async function serveWeb({ request, port, isReadOnly }: WebRequest): Promise<WebServer> {
  const session = await openSession(request);
  const token = randomBytes(32).toString("base64url");
  const server = createServer(limits);
  const page = webPage();
  const gate: Gate = {
    port: await listen(server, port),
    isReadOnly,
    isPageFile: (path) => page.has(path),
    isOurToken: (given) => isSame(given, token),
  };
  const streams = streamsOf(session);
  const route = routing({ session, streams, isReadOnly, page, host });
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    const { method = "", url: target = "", rawHeaders } = incoming;
    const refusal = refusalOf({ method, target, headers: rawHeaders }, gate);
    if (!refusal) return void route(incoming, outgoing);
    const { status, body, headers: own } = refusalAnswer(refusal);
    outgoing.writeHead(status, { ...own, "Content-Length": Buffer.byteLength(body) }).end(body);
  };
  server.on("request", answer).on("checkExpectation", answer).on("clientError", refuseBroken);
  const ended = untilSignal().then(() => {
    streams.close();
    session.close();
    // A stream that has ended leaves its connection open for the next request.
    setInterval(() => server.closeIdleConnections(), 20).unref();
    setTimeout(() => server.closeAllConnections(), endingMs).unref();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://${host}:${gate.port}/#token=${token}`, port: gate.port, ended };
}

type Listener = ReturnType<typeof listenerOf>;

/** Loads the routes with the first request, so that the URL is printed sooner. */
function routing(served: Parameters<typeof listenerOf>[0]) {
  let listener: Promise<Listener> | undefined;
  return async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    listener ??= loadListener(served);
    await (await listener)(incoming, outgoing);
  };
}

async function loadListener(served: Parameters<typeof listenerOf>[0]): Promise<Listener> {
  const { listenerOf } = await import("./routes.js");
  const { opened } = await served.session.state();
  // Not before: the starter keeps the compiled code of this program while it waits, and only that of the usual flags.
  if (opened && opened.file.text.length <= smallHeap.maxLength)
    for (const flag of smallHeap.flags) setFlagsFromString(flag);
  return listenerOf(served);
}

/** Resolves with the port it listens on. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off("error", reject);
      const bound = server.address();
      if (bound !== null && typeof bound === "object" && bound.address === host) return resolve(bound.port);
      server.close();
      reject(new Error(`not listening on ${host}`));
    });
  });
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What is not HTTP, or takes too long, is no request for the guard: Node answers it, but without our headers. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const { status, message } = brokenBy[error.code ?? ""] ?? { status: 400, message: "this is not a request of HTTP" };
  const { body, headers: own } = refusalAnswer({ status, message, hint: "reload the page" });
  const all = { ...headers, ...own, "Content-Length": Buffer.byteLength(body), Connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
}

const brokenBy: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: "the request took too long" },
  HPE_HEADER_OVERFLOW: { status: 431, message: "the headers are too large" },
};
