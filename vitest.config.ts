import { defineConfig } from "vitest/config";

/** A fault at each call of a program, one program after the other. */
const faults = "tests/faults/**/*.test.ts";

/** These fill the machine by themselves: they run one after the other, and nothing beside them. */
const crowds = "tests/faults/many-*.test.ts";

const slow = [
  "tests/cli/**/*.test.ts",
  "tests/properties/**/*.test.ts",
  // These go through the specifications and real files, or wait for other processes.
  "tests/store/lock/lock.test.ts",
  "tests/markdown/readers-agree.test.ts",
  "tests/views/fits-width.test.ts",
];

// The libraries as they are shipped: micromark's development build asserts things that its documents do not keep.
process.env.NODE_ENV = "production";

/** For machines that are busy: what takes too long by itself is told by tests that measure its processor time. */
const patience = { testTimeout: 600_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    experimental: { fsModuleCache: true },
    projects: [
      // Pure functions and files of their own: loading everything anew for each file would take twice the time.
      {
        test: {
          name: "fast",
          include: ["tests/**/*.test.ts"],
          exclude: [...slow, faults],
          isolate: false,
          ...patience,
        },
      },
      { test: { name: "whole", include: slow, ...patience } },
      { test: { name: "faults", include: [faults], exclude: [crowds], ...patience } },
      { test: { name: "crowds", include: [crowds], ...patience } },
    ],
  },
});
