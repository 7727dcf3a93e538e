// The network: a single file uses it, and only the check of links leads there; another listens on this machine.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "src");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

const using = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

function importOf(modules: string): RegExp {
  return new RegExp(`(?:from|import\\(|require\\(|getBuiltinModule\\()\\s*["'\`](?:node:)?(?:${modules})["'\`]`);
}

test("only the file that requests pages can open a connection, and the page one to its own server", () => {
  expect(using(importOf("http|https|http2|tls|dgram|dns|dns/promises|undici|inspector")).sort()).toEqual([
    "store/ask-page.ts",
    // Listens, and requests nothing.
    "web/server/serve.ts",
  ]);
  expect(using(/\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/).sort()).toEqual([
    // In the browser, where the policy of the page allows only its own server.
    "web/page/api/events.ts",
    "web/page/api/request.ts",
  ]);
  // Only parses addresses with node:net; makes no connections.
  expect(using(importOf("net")).sort()).toEqual(["store/ask-page.ts", "store/links.ts"]);
  expect(using(/\b(?:createConnection|net\.connect|new Socket)\b/)).toEqual([]);
});

test("only the link check requests pages", () => {
  expect(using(/from "[./]*(?:store\/)?ask-page\.js"|import\("[^"]*ask-page/)).toEqual(["app/check-links.ts"]);
});
