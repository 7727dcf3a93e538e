import { defineConfig } from "vitest/config";

const slow = ["tests/cli/**/*.test.ts", "tests/faults/**/*.test.ts", "tests/properties/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "fast", include: ["tests/**/*.test.ts"], exclude: slow } },
      { test: { name: "whole", include: slow, testTimeout: 600_000, hookTimeout: 120_000 } },
    ],
  },
});
