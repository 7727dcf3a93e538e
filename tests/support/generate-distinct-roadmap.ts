// Random roadmaps like those of real people: topics and tasks have unique names, and tasks are under phases.

import fc from "fast-check";

const columns = ["Phase", "Started", "Status", "Notes", "Proof"];
const texts = ["", "", "1", "2", "Done", "In Progress", "see `a\\|b`", "https://a.example", "*soon*"];

const rows = fc.array(fc.array(fc.constantFrom(...texts), { minLength: 5, maxLength: 5 }), { maxLength: 8 });
const phases = fc.array(
  fc.array(fc.record({ mark: fc.constantFrom(" ", "x", "/"), isBelow: fc.boolean() }), { maxLength: 4 }),
  {
    maxLength: 3,
  },
);

export function generateDistinctRoadmap(): fc.Arbitrary<string> {
  return fc
    .record({
      first: rows,
      second: fc.option(rows),
      phases,
      ending: fc.constantFrom("\n", "\n", "\r\n"),
      isEnded: fc.boolean(),
    })
    .map(({ first, second, phases: tasks, ending, isEnded }) => {
      const lines = [
        "# Plan",
        "",
        "An introduction.",
        "",
        ...table(first, "topic"),
        ...(second ? ["", "## More", "", ...table(second, "other")] : []),
        ...tasks.flatMap((phase, number) => ["", `## Phase ${number + 1}`, "", ...phaseLines(phase, number)]),
        "",
        "The end.",
      ];
      return lines.join(ending) + (isEnded ? ending : "");
    });
}

function table(cells: readonly (readonly string[])[], name: string): string[] {
  const draw = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  return [
    draw(["Topic", ...columns]),
    draw(["---", ...columns.map(() => "---")]),
    ...cells.map((row, number) => draw([`${name} ${number + 1}`, ...row])),
  ];
}

function phaseLines(tasks: readonly { mark: string; isBelow: boolean }[], phase: number): string[] {
  return tasks.map(
    ({ mark, isBelow }, number) => `${isBelow && number > 0 ? "  " : ""}- [${mark}] task ${phase}.${number}`,
  );
}
