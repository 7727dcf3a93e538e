// Merge conflicts: around as few lines as possible, with everything else merged on both sides.

import { describe, expect, test } from "vitest";
import { mergeTexts, tryMerge } from "../../support/merge-texts.js";

const head = "# Plan\n\n| Topic | Phase | Started | Status | Notes |\n| --- | --- | --- | --- | --- |\n";
const http = "| HTTP | 1 | | | read |\n";
const rest = "| REST | 1 | | | |\n";
const sql = "| SQL | 2 | | | |\n";
const tail = "\n## Phase 1: Basics\n- [ ] read the RFC\n- [ ] write a parser\n";
const base = head + http + rest + sql + tail;

const doneHttp = "| HTTP | 1 | | Done | read |\n";
const grpc = "| gRPC | 3 | | | |\n";

const kafka = "| Kafka Basics | 1 | 2026-01-01 | | books |\n";

function phases(heading: string, ...topics: readonly string[]): string {
  return `# Plan\n\n${heading}\n\n| Topic | Status |\n| --- | --- |\n${topics.map((topic) => `| ${topic} | |\n`).join("")}`;
}

interface Contested {
  readonly name: string;
  readonly base?: string;
  readonly ours: string;
  readonly theirs: string;
  /** With markers; in the other order the sides are swapped. */
  readonly merged: string;
}

function conflict(ours: string, common: string, theirs: string): string {
  return `<<<<<<< ours\n${ours}||||||| base\n${common}=======\n${theirs}>>>>>>> theirs\n`;
}

const contested: readonly Contested[] = [
  {
    name: "the same cell, with the other cells of the row merged on both sides",
    ours: `${head}| HTTP | 1 | | Done | read |\n${rest}${sql}${tail}`,
    theirs: `${head}| HTTP | 1 | 2026-01-02 | Blocked | read |\n${rest}${sql}${grpc}${tail}`,
    merged:
      head +
      conflict(
        "| HTTP | 1 | 2026-01-02 | Done | read |\n",
        "| HTTP | 1 | 2026-01-02 | | read |\n",
        "| HTTP | 1 | 2026-01-02 | Blocked | read |\n",
      ) +
      rest +
      sql +
      grpc +
      tail,
  },
  {
    name: "a row deleted and changed",
    ours: head + rest + sql + tail,
    theirs: head + doneHttp + rest + sql + tail,
    merged: head + conflict("", http, doneHttp) + rest + sql + tail,
  },
  {
    name: "a row that both added with different cells",
    ours: `${head}${http}${rest}${sql}| gRPC | 3 | | Done | |\n${tail}`,
    theirs: `${head}${http}${rest}${sql}| gRPC | 3 | | Blocked | |\n${tail}`,
    merged: head + http + rest + sql + conflict("| gRPC | 3 | | Done | |\n", "", "| gRPC | 3 | | Blocked | |\n") + tail,
  },
  {
    name: "a topic that both renamed",
    ours: base.replace("| HTTP |", "| HTTP/1 |"),
    theirs: base.replace("| HTTP |", "| HTTP/2 |"),
    merged: head + conflict(http.replace("HTTP", "HTTP/1"), http, http.replace("HTTP", "HTTP/2")) + rest + sql + tail,
  },
  {
    name: "a topic changed, and replaced by another one in its place with the same phase",
    ours: head + http + grpc.replace("3", "1") + sql + tail,
    theirs: `${head}${http}| REST | 1 | | Done | |\n${sql}${tail}`,
    merged: `${head}${http}${grpc.replace("3", "1")}${conflict("", rest, "| REST | 1 | | Done | |\n")}${sql}${tail}`,
  },
  {
    name: "a topic changed, and replaced by another one with a word of its name",
    base: base.replace(rest, kafka),
    ours: base.replace(rest, kafka.replace("Kafka", "Redis")),
    theirs: base.replace(rest, kafka.replace("| | books", "| Done | books")),
    merged: base.replace(
      rest,
      conflict(kafka.replace("Kafka", "Redis"), kafka, kafka.replace("| | books", "| Done | books")),
    ),
  },
  {
    name: "a topic changed, and renamed where only one cell shows that it is the same",
    ours: base.replace("| HTTP |", "| HTTP in depth |"),
    theirs: head + doneHttp + rest + sql + tail,
    merged: head + conflict(http.replace("HTTP", "HTTP in depth"), http, doneHttp) + rest + sql + tail,
  },
  {
    name: "a topic deleted, and reworded next to a new one",
    ours: base.replace(rest, ""),
    theirs: base.replace(rest, grpc + rest.replace("REST", "REST in depth")),
    merged: head + http + grpc + conflict("", rest, rest.replace("REST", "REST in depth")) + sql + tail,
  },
  {
    name: "a task checked, and replaced by one with a word of its name",
    base: base.replace("write a parser", "Learn Kafka"),
    ours: base.replace("write a parser", "Learn Redis"),
    theirs: base.replace("[ ] write a parser", "[x] Learn Kafka"),
    merged: base.replace(
      "- [ ] write a parser\n",
      conflict("- [ ] Learn Redis\n", "- [ ] Learn Kafka\n", "- [x] Learn Kafka\n"),
    ),
  },
  {
    name: "a note added under a task, and the task replaced by one with a word of its name",
    base: base.replace("write a parser", "Learn Kafka"),
    ours: base.replace("write a parser", "Learn Redis"),
    theirs: base.replace("write a parser", "Learn Kafka\n  see the manual"),
    merged: base.replace(
      "- [ ] write a parser\n",
      conflict("- [ ] Learn Redis\n", "- [ ] Learn Kafka\n", "- [ ] Learn Kafka\n  see the manual\n"),
    ),
  },
  {
    name: "a misspelled task corrected together with the one below it, and checked",
    base: base.replace("read the RFC", "read the manaul"),
    ours: base.replace("read the RFC", "read the manual").replace("write a parser", "write a scanner"),
    theirs: base.replace("[ ] read the RFC", "[x] read the manaul"),
    merged: base
      .replace(
        "- [ ] read the RFC\n",
        conflict("- [ ] read the manual\n", "- [ ] read the manaul\n", "- [x] read the manaul\n"),
      )
      .replace("write a parser", "write a scanner"),
  },
  {
    name: "a phase replaced by another one, and a topic added to it",
    base: phases("## Phase 2", "SQL"),
    ours: phases("## Phase 5", "Kafka"),
    theirs: phases("## Phase 2", "SQL", "Postgres"),
    merged: `# Plan\n\n${conflict(
      phases("## Phase 5", "Kafka").slice(8),
      phases("## Phase 2", "SQL").slice(8),
      phases("## Phase 2", "SQL", "Postgres").slice(8),
    )}`,
  },
  {
    name: "a phase deleted, one added after it, and a topic added to the first",
    base: phases("## Phase 2", "SQL") + phases("## Phase 3", "Go").slice(7),
    ours: phases("## Phase 3", "Go") + phases("## Phase 5", "Kafka").slice(7),
    theirs: phases("## Phase 2", "SQL", "Postgres") + phases("## Phase 3", "Go").slice(7),
    merged: `# Plan\n\n${conflict(
      "",
      `${phases("## Phase 2", "SQL").slice(8)}\n`,
      `${phases("## Phase 2", "SQL", "Postgres").slice(8)}\n`,
    )}${phases("## Phase 3", "Go").slice(8)}${phases("## Phase 5", "Kafka").slice(7)}`,
  },
  {
    name: "one number given to two phases that both added",
    base: phases("## Phase 1", "Go"),
    ours: phases("## Phase 1", "Go") + phases("## Phase 2: Data", "SQL").slice(7),
    theirs: phases("## Phase 1", "Go") + phases("## Phase 2: Web", "HTTP").slice(7),
    merged: `${phases("## Phase 1", "Go")}\n${conflict(
      phases("## Phase 2: Data", "SQL").slice(8),
      "",
      phases("## Phase 2: Web", "HTTP").slice(8),
    )}`,
  },
  {
    name: "a task checked, and replaced by another one in its place",
    ours: base.replace("write a parser", "draw a picture"),
    theirs: base.replace("[ ] write", "[x] write"),
    merged: base.replace(
      "- [ ] write a parser\n",
      `- [ ] draw a picture\n${conflict("", "- [ ] write a parser\n", "- [x] write a parser\n")}`,
    ),
  },
  {
    name: "one topic of a name deleted and the other one changed, against a change of the first",
    base: `${head}| Go | 1 | | | a |\n| Go | 2 | | | b |\n${tail}`,
    ours: `${head}| Go | 2 | | Done | b |\n${tail}`,
    theirs: `${head}| Go | 1 | 2026-01-02 | | a |\n| Go | 2 | | | b |\n${tail}`,
    merged: `${head}| Go | 2 | | Done | b |\n${conflict("", "| Go | 1 | | | a |\n", "| Go | 1 | 2026-01-02 | | a |\n")}${tail}`,
  },
  {
    name: "lines that both changed, into which one side moved a task: the task stays",
    base: `${base}\nnote\n`,
    ours: `${base}\nour note\n`,
    theirs: `${base.replace("- [ ] read the RFC\n", "")}\ntheir note\n- [ ] read the RFC\n`,
    merged: `${base}\n${conflict("our note\n", "note\n", "their note\n")}`,
  },
  {
    name: "a table deleted and changed",
    base: `${base}\n## More\n\n${head.slice(8)}| Go | 1 | | | |\n`,
    ours: `${base}\n## More\n\nnothing\n`,
    theirs: `${base}\n## More\n\n${head.slice(8)}| Go | 1 | | Done | |\n`,
    merged: `${base}\n## More\n\n${conflict("nothing\n", `${head.slice(8)}| Go | 1 | | | |\n`, `${head.slice(8)}| Go | 1 | | Done | |\n`)}`,
  },
  {
    name: "a column that both renamed",
    ours: base.replace("| Notes |", "| Remarks |"),
    theirs: base.replace("| Notes |", "| Comments |"),
    merged: base.replace(
      "| Topic | Phase | Started | Status | Notes |\n",
      conflict(
        "| Topic | Phase | Started | Status | Remarks |\n",
        "| Topic | Phase | Started | Status | Notes |\n",
        "| Topic | Phase | Started | Status | Comments |\n",
      ),
    ),
  },
  {
    name: "a column deleted and written into: the table with it and without it",
    base: "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | | x |\n| B | | |\n\ntext\n",
    ours: "| Topic | Status |\n| --- | --- |\n| A | Done |\n| B | |\n\ntext\n",
    theirs: "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | | y |\n| B | | |\n| C | | |\n\ntext\n",
    merged: `${conflict(
      "| Topic | Status |\n| --- | --- |\n| A | Done |\n| B | |\n| C | |\n",
      "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | | x |\n| B | | |\n",
      "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | Done | y |\n| B | | |\n| C | | |\n",
    )}\ntext\n`,
  },
  {
    name: "a column deleted and filled in a new row",
    base: "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | | x |\n",
    ours: "| Topic | Status |\n| --- | --- |\n| A | |\n",
    theirs: "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | | x |\n| B | | new |\n",
    merged: conflict(
      "| Topic | Status |\n| --- | --- |\n| A | |\n| B | |\n",
      "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | | x |\n",
      "| Topic | Status | Notes |\n| --- | --- | --- |\n| A | | x |\n| B | | new |\n",
    ),
  },
  {
    name: "a task reworded by both, checked by one",
    ours: base.replace("[ ] read the RFC", "[x] read the RFCs"),
    theirs: base.replace("read the RFC", "read RFC 9110"),
    merged: base.replace(
      "- [ ] read the RFC\n",
      conflict("- [x] read the RFCs\n", "- [ ] read the RFC\n", "- [ ] read RFC 9110\n"),
    ),
  },
  {
    name: "a task with two marks",
    ours: base.replace("[ ] read", "[x] read"),
    theirs: base.replace("[ ] read", "[-] read"),
    merged: base.replace(
      "- [ ] read the RFC\n",
      conflict("- [x] read the RFC\n", "- [ ] read the RFC\n", "- [-] read the RFC\n"),
    ),
  },
  {
    name: "a task deleted and checked",
    ours: base.replace("- [ ] read the RFC\n", ""),
    theirs: base.replace("[ ] read", "[x] read"),
    merged: base.replace("- [ ] read the RFC\n", conflict("", "- [ ] read the RFC\n", "- [x] read the RFC\n")),
  },
  {
    name: "a task deleted, and a task added under it",
    ours: base.replace("- [ ] write a parser\n", ""),
    theirs: base.replace("write a parser\n", "write a parser\n  - [ ] handle errors\n"),
    merged: base.replace(
      "- [ ] write a parser\n",
      conflict("", "- [ ] write a parser\n", "- [ ] write a parser\n  - [ ] handle errors\n"),
    ),
  },
  {
    name: "a task replaced by another one, and a task added under it",
    base: `${base}- [ ] test\n`,
    ours: `${base.replace("write a parser", "use a library")}- [ ] test\n`,
    theirs: `${base}  - [ ] handle errors\n- [ ] test\n`,
    merged: `${base.replace(
      "- [ ] write a parser\n",
      conflict("- [ ] use a library\n", "- [ ] write a parser\n", "- [ ] write a parser\n  - [ ] handle errors\n"),
    )}- [ ] test\n`,
  },
  {
    name: "a task deleted with its tasks, and another one added under it",
    base: `${base}  - [ ] scan\n- [ ] test\n`,
    ours: `${base.replace("- [ ] write a parser\n", "")}- [ ] test\n`,
    theirs: `${base}  - [ ] scan\n  - [ ] handle errors\n- [ ] test\n`,
    merged: `${base.replace(
      "- [ ] write a parser\n",
      conflict(
        "",
        "- [ ] write a parser\n  - [ ] scan\n",
        "- [ ] write a parser\n  - [ ] scan\n  - [ ] handle errors\n",
      ),
    )}- [ ] test\n`,
  },
  {
    name: "a task deleted with its subtasks, and one of them checked: the task is restored with it",
    base: `${base}  - [ ] scan\n- [ ] test\n`,
    ours: `${base.replace("- [ ] write a parser\n", "")}- [ ] test\n`,
    theirs: `${base}  - [x] scan\n- [ ] test\n`,
    merged: `${base.replace(
      "- [ ] write a parser\n",
      conflict("", "- [ ] write a parser\n  - [ ] scan\n", "- [ ] write a parser\n  - [x] scan\n"),
    )}- [ ] test\n`,
  },
  {
    name: "a task under another one replaced, and a task added under it",
    base: `${base}  - [ ] scan\n  - [ ] test\n`,
    ours: `${base}  - [ ] use a library\n  - [ ] test\n`,
    theirs: `${base}  - [ ] scan\n    - [ ] handle errors\n  - [ ] test\n`,
    merged: `${base}${conflict(
      "  - [ ] use a library\n",
      "  - [ ] scan\n",
      "  - [ ] scan\n    - [ ] handle errors\n",
    )}  - [ ] test\n`,
  },
  {
    name: "a task moved with a task added under it, and deleted",
    base: `${base}- [ ] test\n`,
    ours: `${base.replace("- [ ] write a parser\n", "")}- [ ] test\n`,
    theirs: `${base.replace("- [ ] write a parser\n", "")}- [ ] test\n- [ ] write a parser\n  - [ ] handle errors\n`,
    merged: `${base.replace("- [ ] write a parser\n", "")}- [ ] test\n${conflict("", "", "- [ ] write a parser\n  - [ ] handle errors\n")}`,
  },
  {
    name: "a section deleted, and a task in it checked",
    ours: head + http + rest + sql,
    theirs: base.replace("[ ] read", "[x] read"),
    merged: head + http + rest + sql + conflict("", tail, tail.replace("[ ] read", "[x] read")),
  },
  {
    name: "a line that both changed",
    ours: base.replace("# Plan", "# Our plan"),
    theirs: base.replace("# Plan", "# Their plan").replace(http, doneHttp),
    merged: base.replace("# Plan\n", conflict("# Our plan\n", "# Plan\n", "# Their plan\n")).replace(http, doneHttp),
  },
  {
    name: "lines that both added in one place, without what both begin with",
    ours: `${base}\n## Ours\n`,
    theirs: `${base}\n## Theirs\n`,
    merged: `${base}\n${conflict("## Ours\n", "", "## Theirs\n")}`,
  },
  {
    name: "a topic of a repeated name deleted on one side and changed on the other",
    base: `${head}| Go | 1 | | | |\n| Go | 1 | | | |\n${tail}`,
    ours: `${head}| Go | 1 | | | |\n${tail}`,
    theirs: `${head}| Go | 1 | | | |\n| Go | 1 | | Done | |\n${tail}`,
    merged: `${head}| Go | 1 | | | |\n${conflict("", "| Go | 1 | | | |\n", "| Go | 1 | | Done | |\n")}${tail}`,
  },
];

describe("leaves a conflict", () => {
  test.each(contested)("$name", ({ base: common = base, ours, theirs, merged }) => {
    expect(mergeTexts(common, ours, theirs).text).toBe(merged);
    const [straight, turned] = [mergeTexts(common, ours, theirs), mergeTexts(common, theirs, ours)];
    // Ours comes first, so only the order of lines may differ.
    expect(sorted(turned.forTheirs)).toEqual(sorted(straight.forOurs));
    expect(sorted(turned.forOurs)).toEqual(sorted(straight.forTheirs));
    expect(turned.conflicts).toBe(straight.conflicts);
  });
});

function sorted(text: string): string[] {
  return text.split("\n").sort();
}

describe("rows that both append, where one side begins a section with a row of one cell", () => {
  const texts = (...sides: readonly [string, string]) => {
    const [ours, theirs] = sides.map((rows) => head + http + rows + tail);
    return { base: head + http + tail, ours: ours ?? "", theirs: theirs ?? "" };
  };
  const [expert, novice] = ["| **Expert** |\n", "| **Novice** |\n"];

  test.each([
    ["a row against a section", expert + rest, sql],
    ["a row against a row and a section", grpc + expert + rest, sql],
    ["a section against a section", expert + rest, novice + sql],
    ["a row in a section that both begin, against another section", expert + rest + novice + grpc, expert + sql],
  ])("are left to git, which reports a conflict: %s", (...[, ours, theirs]) => {
    for (const versions of [texts(ours, theirs), texts(theirs, ours)])
      expect(tryMerge(versions).checked).toBe("it cannot be merged without doubt");
  });

  test("are merged in a section that both begin, and in an existing one", () => {
    const both = texts(expert + rest, expert + sql);
    expect(mergeTexts(both.base, both.ours, both.theirs).text).toBe(head + http + expert + rest + sql + tail);
    const known = { ...texts(expert + rest + sql, expert + rest + grpc), base: head + http + expert + rest + tail };
    expect(mergeTexts(known.base, known.ours, known.theirs).text).toBe(head + http + expert + rest + sql + grpc + tail);
  });

  test("a section begun far from a row that the other side adds merges cleanly", () => {
    const base = head + http + rest + sql + tail;
    const [ours, theirs] = [head + http + rest + expert + sql + tail, head + http + grpc + rest + sql + tail];
    const merged = head + http + grpc + rest + expert + sql + tail;
    expect(mergeTexts(base, ours, theirs).text).toBe(merged);
    expect(mergeTexts(base, theirs, ours).text).toBe(merged);
  });
});

test("a blank column replaced by another one does not get what the other side wrote into it", () => {
  const blank = base.replace("read |", " |");
  const [ours, theirs] = [
    blank.replace("| Notes |", "| Owner |"),
    blank.replace("| HTTP | 1 | | |  |", "| HTTP | 1 | | | seen |"),
  ];
  const merged = mergeTexts(blank, ours, theirs);
  expect(merged.conflicts).toBe(1);
  expect(merged.forOurs).toBe(ours);
  expect(merged.forTheirs).toContain("| Topic | Phase | Started | Status | Owner | Notes |\n");
  expect(merged.forTheirs).toContain("| HTTP | 1 | | |  | seen |\n");
});
