// Permissions: with any ACLs and modes of file and folder, no save gives another user more than before.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLock } from "../../src/store/lock/lock.js";
import { defaultMaxBytes, readRoadmapFile } from "../../src/store/read-file.js";
import { saveRoadmapFile } from "../../src/store/save/save-file.js";
import { fc } from "../support/fast-check.js";
import { makeTempFolder } from "../support/temp-folder.js";

const canSet = process.getuid?.() === 0 && spawnSync("setfacl", ["--version"]).status === 0;

const people = [
  { uid: 65534, gid: 65534 },
  { uid: 1234, gid: 4321 },
  { uid: 5555, gid: 4321 },
  { uid: 6666, gid: 6666 },
];

/** What each of them may do with the file. */
function rightsOf(path: string): string[] {
  const script = 'cat "$1" >/dev/null 2>&1 && printf r; { true >> "$1"; } 2>/dev/null && printf w; true';
  return people.map((person) => spawnSync("sh", ["-c", script, "sh", path], { ...person, encoding: "utf8" }).stdout);
}

const entry = fc
  .tuple(fc.constantFrom("u:65534", "u:1234", "g:65534", "g:4321", "g:"), fc.constantFrom("-", "r", "w", "rw"))
  .map(([name, right]) => `${name}:${right}`);
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom("acl", "folder"), entries: fc.array(entry, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant("mode"), mode: fc.constantFrom(0o600, 0o640, 0o644, 0o664, 0o606, 0o666) }),
);

test.skipIf(!canSet)("no save gives anyone more rights than before (skipped unless root with setfacl)", async () => {
  const [home, stateHome] = [makeTempFolder(), makeTempFolder()];
  chmodSync(home, 0o755);
  let places = 0;
  const steps = fc.array(step, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(0, 4321), async (done, group) => {
      const folder = join(home, String(places++));
      mkdirSync(folder);
      const path = join(folder, "roadmap.md");
      writeFileSync(path, "old\n", { mode: 0o644 });
      chownSync(path, 0, group);
      for (const [index, one] of done.entries()) {
        if ("mode" in one) chmodSync(path, one.mode);
        else {
          const entries = one.entries.map((text) => (one.kind === "folder" ? `d:${text}` : text));
          execFileSync("setfacl", ["-m", entries.join(","), one.kind === "folder" ? folder : path]);
        }
        const before = rightsOf(path);
        await withLock(
          path,
          (lock) => saveRoadmapFile(readRoadmapFile(path, { maxBytes: defaultMaxBytes }), `text ${index}\n`, lock),
          { env: { XDG_STATE_HOME: stateHome } },
        );
        const gained = rightsOf(path).map((now, person) =>
          [...now].filter((right) => !before[person]?.includes(right)),
        );
        expect(gained).toEqual(people.map(() => []));
      }
    }),
    { numRuns: 20 },
  );
});
