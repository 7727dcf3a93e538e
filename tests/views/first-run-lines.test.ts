// First run lines: no roadmap here, and where it was looked for.

import { expect, test } from "vitest";
import { NoRoadmapFound } from "../../src/model/no-roadmap.js";
import { firstRunLines } from "../../src/views/first-run-lines.js";
import { terminal } from "../support/canvases.js";

function shown(width: number, search: { upTo?: string | null; candidate?: string | null }): string {
  const error = new NoRoadmapFound({ upTo: null, candidate: null, ...search }, "no roadmap", "create one");
  return `\n${firstRunLines(error, terminal(width), "/home/dana").join("\n")}\n`;
}

test("at 80 columns, each of the ways to begin has what it does next to it", () => {
  expect(shown(80, { upTo: "/home/dana/code/bikes" })).toBe(`
No roadmap here yet.
Looked for roadmap.md, ROADMAP.md and docs/roadmap.md in this folder and its
parents up to ~/code/bikes.

  roadmap init                       start an empty one
  roadmap init --template backend    or frontend, devops, data; ready to use
  roadmap init --from topics.csv     from a spreadsheet
  roadmap -f PATH                    it is somewhere else
`);
  expect(shown(120, { upTo: "/home/danae/bikes" })).toContain(" its parents up to /home/danae/bikes.\n");
});

test("at 40 columns, what they do is below them", () => {
  expect(shown(40, {})).toBe(`
No roadmap here yet.
Looked for roadmap.md, ROADMAP.md and
docs/roadmap.md in this folder.

  roadmap init
    start an empty one
  roadmap init --template backend
    or frontend, devops, data; ready to
    use
  roadmap init --from topics.csv
    from a spreadsheet
  roadmap -f PATH
    it is somewhere else
`);
});

test("the only Markdown file of the folder is offered by name, quoted for the shell", () => {
  expect(shown(80, { candidate: "my plan.md" })).toMatch(/\n {2}roadmap -f 'my plan.md' +read that file\n$/);
});
