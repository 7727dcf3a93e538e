// A client of the page's server for tests: the requests that the page sends, and what it gets.

import { onTestFinished } from "vitest";
import type { Server } from "./web-page.js";

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the tests read what they expect in it.
  readonly data: any;
}

export interface WebClient {
  /** @param path after `/api/` */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Got>;
  /** @param ifMatch the hash of the file as it is now by default */
  post(path: string, input: unknown, ifMatch?: string): Promise<Got>;
  hash(): Promise<string>;
  /** Reads the stream of events until the test is over. */
  events(): Promise<EventReader>;
}

export interface EventReader {
  readonly status: number;
  /** What came next: the data of an event, or the text of a comment; null at the end of the stream. */
  // biome-ignore lint/suspicious/noExplicitAny: the tests read what they expect in it.
  next(): Promise<any>;
  close(): void;
}

export function webClient({ url, port }: Pick<Server, "url" | "port">): WebClient {
  const origin = `http://127.0.0.1:${port}`;
  const authorization = `Bearer ${url.slice(url.indexOf("=") + 1)}`;
  const get: WebClient["get"] = async (path, headers = {}) =>
    gotFrom(await fetch(`${origin}/api/${path}`, { headers: { authorization, ...headers } }));
  const hash = async () => (await get("roadmap")).data.hash;
  return {
    get,
    hash,
    async post(path, input, ifMatch) {
      const match = `"${ifMatch ?? (await hash())}"`;
      const headers = { authorization, origin, "content-type": "application/json", "if-match": match };
      return gotFrom(await fetch(`${origin}/api/${path}`, { method: "POST", headers, body: JSON.stringify(input) }));
    },
    async events() {
      const abort = new AbortController();
      onTestFinished(() => abort.abort());
      const response = await fetch(`${origin}/api/events`, { headers: { authorization }, signal: abort.signal });
      const next = readerOf(response);
      return { status: response.status, next, close: () => abort.abort() };
    },
  };
}

async function gotFrom(response: Response): Promise<Got> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, data: text === "" ? null : JSON.parse(text) };
}

function readerOf({ body }: Response): EventReader["next"] {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  return async () => {
    for (;;) {
      const [part, ...rest] = pending.split("\n\n");
      if (part !== undefined && rest.length > 0) {
        pending = rest.join("\n\n");
        const [, data] = /^data: (.*)$/m.exec(part) ?? [];
        return data === undefined ? part : JSON.parse(data);
      }
      const read = await reader?.read();
      if (!read || read.done) return null;
      pending += read.value;
    }
  };
}
