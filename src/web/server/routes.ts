// Routes: what answers each request that the guard lets through.

import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Session } from "../../app/session.js";
import type { Envelope } from "../../json/envelopes/index.js";
import { operationSchema } from "../../json/operation-schema.js";
import { operations } from "../../operations/index.js";
import { answerOf, errorAnswer, type HttpAnswer, jsonAnswer, refusalAnswer } from "./answers.js";
import { answerCommit, answerOperation, answerReversal, type ChangeRequested } from "./changes.js";
import type { Streams } from "./events.js";
import type { Refusal } from "./guard.js";
import { readQuery } from "./query.js";
import { readBody } from "./read-body.js";
import { servedViews } from "./views.js";

interface Served {
  readonly session: Session;
  readonly streams: Streams;
  readonly isReadOnly: boolean;
  readonly host: string;
  /** By path. */
  readonly page: ReadonlyMap<string, string>;
}

function pageType(path: string): string {
  const type = path.endsWith(".js") ? "javascript" : path.endsWith(".css") ? "css" : "html";
  return `text/${type}; charset=utf-8`;
}

/** Answers the requests of Node's server. */
export function listenerOf(served: Served): ReturnType<typeof getRequestListener> {
  return getRequestListener(routesOf(served).fetch, { overrideGlobalObjects: false, hostname: served.host });
}

function routesOf(served: Served): Hono {
  const routes = new Hono();
  for (const [path, body] of served.page) {
    const headers = { "Content-Type": pageType(path) };
    routes.get(path, () => responseOf({ status: 200, headers, body }));
  }
  addReading(routes, served);
  addChanging(routes, served);
  for (const { path } of [...routes.routes]) routes.all(path, ({ req }) => refused(wrongMethod(req.method)));
  routes.notFound(({ req }) => refused(unknownPath(req.path)));
  routes.onError((error) => responseOf(errorAnswer(error)));
  return routes;
}

function addReading(routes: Hono, { session, isReadOnly, streams }: Served): void {
  for (const [name, view] of Object.entries(servedViews)) {
    routes.get(`/api/${name}`, async ({ req }) => {
      const query = readQuery(new URL(req.url).searchParams);
      const envelope = await view({ session, isReadOnly, query });
      const etag = etagOf(envelope);
      if (etag !== undefined && req.header("if-none-match") === etag) return new Response(null, { status: 304 });
      return responseOf(answerOf(envelope, etag === undefined ? {} : { ETag: etag }));
    });
  }
  routes.get("/api/operations", () => responseOf(operationsAnswer()));
  routes.get("/api/events", () => {
    const stream = streams.open();
    return stream ? new Response(stream, { headers: { "Content-Type": "text/event-stream" } }) : refused(tooMany);
  });
}

/** None while the file cannot be read, because the answer then says more than its last readable state. */
function etagOf(envelope: Envelope): string | undefined {
  return envelope.kind === "page" && envelope.hash !== null && !envelope.trouble ? `"${envelope.hash}"` : undefined;
}

function operationsAnswer(): HttpAnswer {
  const schemas = Object.entries(operations).map(([op, operation]) => [op, operationSchema(operation)]);
  return jsonAnswer(200, JSON.stringify(Object.fromEntries(schemas)));
}

function addChanging(routes: Hono, { session }: Served): void {
  const post = (path: string, change: (change: ChangeRequested) => Promise<Envelope>) => {
    routes.post(path, async ({ req }) => {
      const query = readQuery(new URL(req.url).searchParams);
      const body = await readBody(req.raw);
      if (typeof body !== "string") return refused(body);
      const ifMatch = (req.header("if-match") ?? "").replace(/^"(.*)"$/, "$1");
      return responseOf(answerOf(await change({ session, query, body, ifMatch })));
    });
  };
  for (const [op, operation] of Object.entries(operations))
    post(`/api/operations/${op}`, (change) => answerOperation(operation, change));
  post("/api/undo", (change) => answerReversal("undo", change));
  post("/api/redo", (change) => answerReversal("redo", change));
  post("/api/commit", answerCommit);
}

// Refusals.

const tooMany = { status: 429, message: "too many pages are open", hint: "close some of them" };

function unknownPath(path: string): Refusal {
  return { status: 404, message: `no such path: ${path}`, hint: "reload the page" };
}

function wrongMethod(method: string): Refusal {
  return { status: 405, message: `this path does not take ${method}`, hint: "reload the page" };
}

function refused(refusal: Refusal): Response {
  return responseOf(refusalAnswer(refusal));
}

function responseOf({ status, headers, body }: HttpAnswer): Response {
  return new Response(body, { status, headers });
}
