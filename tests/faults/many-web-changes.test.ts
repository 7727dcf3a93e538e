// A page that is open all day: the memory of its server does not grow with the changes made.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";
import { webClient } from "../support/web-client.js";
import { startServer } from "../support/web-page.js";

const [changes, mostMiB] = [800, 120];

test.skipIf(process.platform !== "linux")("after 800 changes, the server takes at most 120 MiB", async () => {
  const server = await startServer(makePlace(referenceText));
  const { get, post, hash } = webClient(server);
  let now = await hash();
  for (let change = 0; change < changes; change++) {
    const { data } = await post(`operations/${change % 2 === 0 ? "uncheck" : "check"}`, { task: "t1" }, now);
    expect(data.saved).toBe("renamed");
    now = data.hash;
    // As the page does after each change.
    await get("roadmap");
  }
  const [, kiB] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.process.pid}/status`, "utf8")) ?? [];
  expect(Number(kiB) / 1024).toBeLessThanOrEqual(mostMiB);
});
