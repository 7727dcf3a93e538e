// Config lines: settings with their sources, at several widths.

import { expect, test } from "vitest";
import { configLines } from "../../src/views/config-lines.js";
import { terminal } from "../support/canvases.js";

const groups = [
  {
    title: "File",
    rows: [
      { name: "file", value: "roadmap.md", from: "the nearest one in this folder or its parents" },
      { name: "", value: "/home/dana/学习/roadmap.md", from: "resolved path" },
    ],
  },
  {
    title: "Your settings",
    rows: [
      { name: "icons", value: "as the locale allows", from: "default" },
      { name: "lock timeout", value: "10 s", from: "$ROADMAP_LOCK_WAIT_MS" },
    ],
  },
];

function shown(width: number): string {
  return configLines(groups, terminal(width)).join("\n");
}

test("in 120 columns, each setting is on one line with its source", () => {
  expect(shown(120)).toBe(`File
  file          roadmap.md  the nearest one in this folder or its parents
                /home/dana/学习/roadmap.md  resolved path

Your settings
  icons         as the locale allows  default
  lock timeout  10 s  $ROADMAP_LOCK_WAIT_MS`);
});

test("in 60 columns, a source that does not fit is below its value", () => {
  expect(shown(60)).toBe(`File
  file          roadmap.md
                the nearest one in this folder or its
                parents
                /home/dana/学习/roadmap.md  resolved path

Your settings
  icons         as the locale allows  default
  lock timeout  10 s  $ROADMAP_LOCK_WAIT_MS`);
});

test("in 40 columns, the name is above its value", () => {
  expect(shown(40)).toBe(`File
  file
    roadmap.md
    the nearest one in this folder or
    its parents
    /home/dana/学习/roadmap.md
    resolved path

Your settings
  icons
    as the locale allows  default
  lock timeout
    10 s  $ROADMAP_LOCK_WAIT_MS`);
});
