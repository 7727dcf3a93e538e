// Serve: the socket of `roadmap web`, its limits, and the token without which it answers nothing about the file.

import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import process from "node:process";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { OpenRequest } from "../../app/open-roadmap.js";
import { webPage } from "../../app/shipped-text.js";
import { refusalAnswer } from "./answers.js";
import { eventStreams } from "./events.js";
import { type Gate, refusalOf } from "./guard.js";
import { routesOf } from "./routes.js";

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

/** @throws the error of the system if the port cannot be used */
export async function serveWeb({ request, port, isReadOnly }: WebRequest): Promise<WebServer> {
  const token = randomBytes(32).toString("base64url");
  const streams = eventStreams();
  const server = createServer(limits);
  const gate: Gate = { port: await listen(server, port), isReadOnly, isOurToken: (given) => isSame(given, token) };
  const routes = routesOf({ request, streams, page: webPage() });
  const route = getRequestListener(routes.fetch, { overrideGlobalObjects: false, hostname: host });
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    const { method = "", url: target = "", rawHeaders } = incoming;
    const refusal = refusalOf({ method, target, headers: rawHeaders }, gate);
    if (!refusal) return void route(incoming, outgoing);
    const { status, body, headers: own } = refusalAnswer(refusal);
    outgoing.writeHead(status, own).end(body);
  };
  server.on("request", answer).on("checkExpectation", answer).on("clientError", refuseBroken);
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      streams.close();
      server.close(() => resolve());
      setTimeout(() => server.closeAllConnections(), endingMs).unref();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  });
  return { url: `http://${host}:${gate.port}/#token=${token}`, port: gate.port, ended };
}

/** The port it listens on. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string" || address.address !== host)
        reject(new Error("not listening on the loopback interface"));
      else resolve(address.port);
    });
  });
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What is not HTTP, or takes too long. */
function refuseBroken(_: Error, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
}
