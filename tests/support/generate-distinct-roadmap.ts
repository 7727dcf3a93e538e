// Random roadmaps like those of real people: topics and tasks have unique names, and tasks are under phases.

import { fc } from "./fast-check.js";

interface Kind {
  readonly name: string;
  readonly status: string;
  /** What the status column contains, if that tells its kind. */
  readonly signs: readonly string[] | null;
}

const known: Kind = { name: "Topic", status: "Status", signs: null };
const inferred: readonly Kind[] = [
  { name: "Blah", status: "Status", signs: null },
  { name: "Blah", status: "Where it is", signs: ["Done", "In Progress", "", "Blocked", "Done", "Not Started"] },
  { name: "Blah", status: "Done?", signs: ["x", "", "x", "[x]", "[ ]", ""] },
  { name: "Blah", status: "Progress", signs: ["0%", "40%", "100%", "", "3/5", "5/5"] },
];

const texts = ["", "", "1", "2", "Done", "In Progress", "see `a\\|b`", "https://a.example", "*soon*"];

const rows = fc.array(fc.array(fc.constantFrom(...texts), { minLength: 5, maxLength: 5 }), { maxLength: 8 });
const phases = fc.array(
  fc.array(fc.record({ mark: fc.constantFrom(" ", "x", "/"), isBelow: fc.boolean() }), { maxLength: 4 }),
  {
    maxLength: 3,
  },
);

/** @param headers whether the headers alone tell what the columns of its tables are */
export function generateDistinctRoadmap(headers: "known" | "inferred" = "known"): fc.Arbitrary<string> {
  return fc
    .record({
      first: rows,
      second: fc.option(rows),
      kind: headers === "known" ? fc.constant(known) : fc.constantFrom(...inferred),
      phases,
      ending: fc.constantFrom("\n", "\n", "\r\n"),
      isEnded: fc.boolean(),
    })
    .map(({ first, second, kind, phases: tasks, ending, isEnded }) => {
      const lines = [
        "# Plan",
        "",
        "An introduction.",
        "",
        ...table(first, "topic", kind),
        ...(second ? ["", "## More", "", ...table(second, "other", kind)] : []),
        ...tasks.flatMap((phase, number) => ["", `## Phase ${number + 1}`, "", ...phaseLines(phase, number)]),
        "",
        "The end.",
      ];
      return lines.join(ending) + (isEnded ? ending : "");
    });
}

function table(cells: readonly (readonly string[])[], title: string, { name, status, signs }: Kind): string[] {
  const draw = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  const columns = [name, "Phase", "Started", status, "Notes", "Proof"];
  const rowOf = (row: readonly string[], number: number) =>
    row.map((text, column) => (column === 2 && signs ? (signs[(text.length + number) % signs.length] ?? "") : text));
  return [
    draw(columns),
    draw(columns.map(() => "---")),
    ...cells.map((row, number) => draw([`${title} ${number + 1}`, ...rowOf(row, number)])),
  ];
}

function phaseLines(tasks: readonly { mark: string; isBelow: boolean }[], phase: number): string[] {
  return tasks.map(
    ({ mark, isBelow }, number) => `${isBelow && number > 0 ? "  " : ""}- [${mark}] task ${phase}.${number}`,
  );
}
