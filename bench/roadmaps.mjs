// Roadmaps: texts of any size for measuring.

const statuses = ["Done", "In Progress", "Not Started", ""];

/** A table with nine columns in twelve phases; every fourth topic is done. About 130 bytes per row. */
export function topicsRoadmap(count, daysOf = () => ["2026-01-15", "2026-02-15"]) {
  const lines = [
    "# Generated roadmap",
    "",
    "| Topic | Phase # | Date Started | Date Finished | Comments | Status | Resources | Deliverables | Proof of Work Link |",
    "|---|---|---|---|---|---|---|---|---|",
  ];
  for (let number = 1; number <= count; number++) {
    const kind = number % 4;
    const [started, finished] = daysOf(number);
    const cells = [
      `Skill ${number} of area ${(number * 7919) % count}`,
      1 + Math.floor((number * 12) / (count + 1)),
      kind < 2 ? started : "",
      kind === 0 ? finished : "",
      `see note ${number}`,
      statuses[kind],
      `[book](https://example.org/${number})`,
      "a program",
      kind === 0 ? `https://example.org/p/${number}` : "",
    ];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  return `${lines.join("\n")}\n`;
}

/** The same, with topics done in each of the last two hundred weeks, for forecasts and charts. */
export function datedRoadmap(count) {
  const last = Date.UTC(2026, 10, 22);
  const day = (daysAgo) => new Date(last - daysAgo * 86_400_000).toISOString().slice(0, 10);
  return topicsRoadmap(count, (number) => [day((number % 1_400) + 14), day(number % 1_400)]);
}

/** Tasks under phase headings, a hundred each; every third is checked. */
export function tasksRoadmap(count) {
  const lines = ["# Generated tasks"];
  for (let number = 1; number <= count; number++) {
    if (number % 100 === 1) lines.push("", `## Phase ${1 + Math.floor(number / 100)}`, "");
    lines.push(`- [${number % 3 === 0 ? "x" : " "}] build part ${number} of the whole`);
  }
  return `${lines.join("\n")}\n`;
}

/** Three versions of such a table: each side has changed every tenth row, one the notes, one the cells next to them. */
export function mergeVersions(count) {
  const base = topicsRoadmap(count);
  const changed = (from, to) => {
    let row = 0;
    return base.replaceAll(from, (text) => (row++ % 10 === 0 ? to : text));
  };
  return { base, ours: changed("see note", "our note"), theirs: changed("a program", "a larger program") };
}
