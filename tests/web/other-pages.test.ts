// Pages of other servers and other names: whatever they try, they read nothing and change nothing.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { launchBrowser } from "../support/browser.js";
import { makePlace } from "../support/program.js";
import { browserTest, startServer } from "../support/web-page.js";

const halfway = readFileSync(join(import.meta.dirname, "../fixtures/in-progress.md"), "utf8");

/** A page that does all it can against the server, with the token too, as if it had been stolen. */
const attack = (origin: string, token: string) => `
  (async () => {
    const got = [];
    const note = (how, what) => got.push(how + ": " + what);
    const headers = { authorization: "Bearer ${token}", "content-type": "application/json", "if-match": '"x"' };
    const tries = {
      "GET": () => fetch("${origin}/api/roadmap"),
      "GET with the token": () => fetch("${origin}/api/roadmap", { headers }),
      "GET without CORS": () => fetch("${origin}/api/roadmap", { mode: "no-cors" }),
      "the shell": () => fetch("${origin}/"),
      "the script": () => fetch("${origin}/app.js"),
      "POST": () => fetch("${origin}/api/operations/start", { method: "POST", headers, body: '{"topic":"#20"}' }),
      "POST as text": () => fetch("${origin}/api/operations/start", { method: "POST", body: '{"topic":"#20"}', mode: "no-cors" }),
      "the stream": () => fetch("${origin}/api/events", { headers }),
    };
    for (const [how, run] of Object.entries(tries)) {
      try {
        const response = await run();
        // The stream never ends.
        const { value } = response.body ? await response.body.getReader().read() : {};
        note(how, response.type + " " + response.status + " " + (value?.length ?? 0));
      } catch (error) {
        note(how, error.name);
      }
    }
    const loads = (make) => new Promise((resolve) => {
      const element = make();
      element.onload = () => resolve("loaded");
      element.onerror = () => resolve("error");
      document.body.append(element);
    });
    note("script tag", await loads(() => Object.assign(document.createElement("script"), { src: "${origin}/app.js" })));
    note("style sheet", await loads(() => Object.assign(document.createElement("link"), { rel: "stylesheet", href: "${origin}/app.css" })));
    note("picture", await loads(() => Object.assign(new Image(), { src: "${origin}/api/roadmap" })));
    const frame = document.createElement("iframe");
    await new Promise((resolve) => { frame.onload = resolve; frame.src = "${origin}/#token=${token}"; document.body.append(frame); });
    try { note("frame", frame.contentDocument ? "read " + frame.contentDocument.body.textContent.length : "closed"); } catch (error) { note("frame", error.name); }
    await new Promise((resolve) => {
      const stream = new EventSource("${origin}/api/events");
      stream.onerror = () => { note("EventSource", "error"); stream.close(); resolve(); };
      stream.onopen = () => { note("EventSource", "open"); stream.close(); resolve(); };
    });
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: "${origin}/api/operations/start", enctype: "text/plain", target: "answer" });
    const answer = Object.assign(document.createElement("iframe"), { name: "answer" });
    document.body.append(answer, form);
    form.innerHTML = '<input name=\\'{"topic":"#20","a":"\\' value=\\'"}\\'>';
    await new Promise((resolve) => { answer.onload = resolve; form.submit(); });
    try { note("form", answer.contentDocument ? "read " + answer.contentDocument.body.textContent : "closed"); } catch (error) { note("form", error.name); }
    return got;
  })()`;

const nothing = [
  "GET: TypeError",
  "GET with the token: TypeError",
  "GET without CORS: TypeError",
  "the shell: TypeError",
  "the script: TypeError",
  "POST: TypeError",
  "POST as text: TypeError",
  "the stream: TypeError",
  "script tag: error",
  "style sheet: error",
  "picture: error",
  "frame: closed",
  "EventSource: error",
  "form: closed",
];

/** Another server, on a port of its own: an empty page at every address. */
async function otherServer(): Promise<number> {
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end("<body></body>"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

browserTest.each([
  ["on another port", "127.0.0.1"],
  ["under a name of its own", "evil.example"],
  ["at localhost", "localhost"],
])("a page %s gets nothing and changes nothing", async (_, host) => {
  const place = makePlace(halfway);
  const { url, port } = await startServer(place);
  const [, token = ""] = url.split("token=");
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`http://${host}:${await otherServer()}/`);
  expect(await page.evaluate(attack(`http://127.0.0.1:${port}`, token))).toEqual(nothing);
  expect(place.read()).toBe(halfway);
});

/** The page that an attacker served from this address before the name led here. */
async function attackFrom(origin: string, token: string): Promise<readonly string[]> {
  const page = await (await launch()).newPage();
  await page.route("**/attack", (route) => route.fulfill({ contentType: "text/html", body: "<body></body>" }));
  await page.goto(`${origin}/attack`);
  return page.evaluate(attack(origin, token));
}

browserTest("a name that was rebound to this machine gets nothing and changes nothing", async () => {
  const place = makePlace(halfway);
  const { url, port } = await startServer(place);
  const [, token = ""] = url.split("token=");
  // For the browser, this is the page's own server: no rule for other origins applies.
  const got = await attackFrom(`http://evil.example:${port}`, token);
  expect(got.filter((line) => /^(?:GET|POST|the)\b/.test(line) && !line.includes(" 421 "))).toEqual([]);
  expect(got).toEqual(expect.arrayContaining(["script tag: error", "style sheet: error", "EventSource: error"]));
  expect(place.read()).toBe(halfway);
});

browserTest("these attacks would work if the server did not refuse them", async () => {
  const { url, port } = await startServer(makePlace(halfway));
  const [, token = ""] = url.split("token=");
  const got = await attackFrom(`http://127.0.0.1:${port}`, token);
  expect(got).toContainEqual(expect.stringMatching(/^GET with the token: basic 200 \d{4,}/));
  expect(got).toEqual(expect.arrayContaining(["script tag: loaded", "style sheet: loaded"]));
});

/** Every name leads to this machine, as an attacker can arrange for names of their own. */
async function launch() {
  const browser = await launchBrowser(
    "--host-resolver-rules=MAP *.example 127.0.0.1",
    // Newer browsers refuse some of it before it reaches the server, which must not rely on that.
    "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests",
  );
  onTestFinished(() => browser.close());
  return browser;
}
