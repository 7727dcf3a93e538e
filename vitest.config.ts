import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { programTests } from "./tests/support/program-tests.js";

/** Faults of the system, one at a time. */
const faults = "tests/faults/**/*.test.ts";

/** These use the whole machine: they run one after the other, and nothing next to them. */
const crowds = "tests/faults/many-*.test.ts";

/** The web page: the built server, and Chromium where it is installed. */
const web = "tests/web/**/*.test.ts";

/** The page in the binary is the same, so only its server is tested there, and that it is drawn. */
const webOfBinary = "tests/web/{command,days,guard,page,server,web-url}.test.ts";

/** The package as it is published: packed, installed and used. */
const packages = "tests/package/**/*.test.ts";

const slow = [
  // The whole program; its modules are tested in folders below.
  "tests/cli/*.test.ts",
  "tests/properties/**/*.test.ts",
  // These go through the specifications and real files, or wait for other processes.
  "tests/store/lock/lock.test.ts",
  "tests/markdown/readers-agree.test.ts",
  "tests/views/fits-width.test.ts",
];

// The libraries as they are shipped: micromark's development build has assertions that some documents violate.
process.env.NODE_ENV = "production";

// Compiled code that the built program keeps: for all tests, and not in the home folder of the person who runs them.
process.env.XDG_CACHE_HOME = join(import.meta.dirname, "node_modules/.cache/roadmap-tests");

// Node 20 reads these certificates at every start, which takes it longer than the start itself.
delete process.env.NODE_EXTRA_CA_CERTS;

/** For busy machines; tests that measure processor time detect what is too slow. */
const patience = { testTimeout: 600_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    experimental: { fsModuleCache: true },
    projects: [
      // Pure functions and temporary files, so modules are shared: loading them again for each file takes twice the time.
      {
        test: {
          name: "fast",
          include: ["tests/**/*.test.ts"],
          exclude: [...slow, faults, web, packages],
          isolate: false,
          ...patience,
        },
      },
      { test: { name: "whole", include: slow, ...patience } },
      { test: { name: "web", include: [web], ...patience } },
      { test: { name: "package", include: [packages], ...patience } },
      { test: { name: "faults", include: [faults], exclude: [crowds], ...patience } },
      { test: { name: "crowds", include: [crowds], ...patience } },
      // The standalone binary, if ROADMAP_PROGRAM names it: scripts/binary/test.mjs.
      {
        test: {
          name: "binary",
          include: [...programTests().filter((file) => !file.startsWith("tests/web/")), webOfBinary],
          exclude: [crowds, packages],
          ...patience,
        },
      },
      // What is read only in part is read in full too, and compared. An object for each, because vitest empties it.
    ].map((project) => ({ define: { ROADMAP_IS_CHECKED: "true" }, ...project })),
  },
});
