// Routes: what each address of the server answers.

import { Hono } from "hono";
import { type OpenRequest, openRoadmap } from "../../app/open-roadmap.js";
import { operationSchema } from "../../json/operation-schema.js";
import { roadmapJson } from "../../json/roadmap.js";
import { operations } from "../../operations/index.js";
import { errorAnswer, type HttpAnswer, jsonAnswer, refusalAnswer } from "./answers.js";
import type { eventStreams } from "./events.js";
import { pageFiles } from "./guard.js";

/** What the routes answer from. */
interface Served {
  readonly request: OpenRequest;
  readonly streams: ReturnType<typeof eventStreams>;
  /** By path. */
  readonly page: Readonly<Record<(typeof pageFiles)[number], string>>;
}

const pageTypes = {
  "/": "text/html; charset=utf-8",
  "/app.js": "text/javascript; charset=utf-8",
  "/app.css": "text/css; charset=utf-8",
} as const;

export function routesOf(served: Served): Hono {
  const routes = new Hono();
  const get = (path: string, answer: () => Promise<HttpAnswer> | HttpAnswer) => {
    routes.get(path, async () => {
      const { status, headers, body } = await answer();
      return new Response(body, { status, headers });
    });
  };
  for (const path of pageFiles)
    get(path, () => ({ status: 200, headers: { "Content-Type": pageTypes[path] }, body: served.page[path] }));
  get("/api/roadmap", async () => jsonAnswer(200, roadmapJson(await openRoadmap(served.request))));
  get("/api/operations", () => jsonAnswer(200, JSON.stringify(Object.values(operations).map(operationSchema))));
  routes.notFound(({ req }) => {
    const refusal = { status: 404, message: `no such path: ${req.path}`, hint: "see docs/how-to/use-the-web-page.md" };
    return responseOf(refusalAnswer(refusal));
  });
  routes.onError((error) => responseOf(errorAnswer(error)));
  return routes;
}

function responseOf({ status, headers, body }: HttpAnswer): Response {
  return new Response(body, { status, headers });
}
