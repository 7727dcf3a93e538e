// Kinds: what `npm run new` can create, with the files of each kind and the lists that name them.

const severalWords = /^[a-z]+(?:-[a-z]+)+$/;
const generatePages = "npm run pages";

/**
 * By the word that is typed: what a name looks like, the places where it must be new (a file or folder, how it would
 * occur there, and the command if it would be one), the files to create as [template, path], the lines to insert as
 * [path, ...edits], and what to do next. The flag changes what is created. The files of `view` are created only if they
 * do not exist.
 */
export const kinds = {
  operation: {
    example: "archive-topic",
    pattern: severalWords,
    flag: "--structural",
    taken: ({ camel, verb }) => [exported(camel), ...commandNamed(verb)],
    files({ kebab }, isStructural) {
      return withTest(isStructural ? "structural-operation" : "operation", `operations/${kebab}`);
    },
    insertions({ camel, kebab, verb }, isStructural) {
      const group = isStructural ? "structural" : "cell";
      const entry = listed(`export const ${group}Operations = {`, `${verb}: ${camel},`);
      const input = isStructural ? '"text":"a","phase":"1"' : '"topic":"5"';
      return [
        [`src/operations/${group}-operations.ts`, imported(camel, `./${kebab}.js`), entry],
        ["tests/json/operation-schema.test.ts", listed("const understood = [", `'{"op":"${verb}",${input}}',`)],
      ];
    },
    next: generatePages,
  },
  view: {
    example: "week-lines",
    pattern: /^[a-z]+(?:-[a-z]+)*-lines$/,
    taken: ({ camel }) => [exported(camel)],
    files: ({ kebab }) => withTest("view", `views/${kebab}`),
    insertions: () => [],
    next: "npm run new -- command NAME, which shows the view NAME-lines",
  },
  rule: {
    example: "todo-cell",
    pattern: severalWords,
    taken: ({ camel, code }) => [
      exported(camel),
      ["src/rules", `code: "${code}"`],
      ["src/model/problem.ts", keyOf(code)],
    ],
    files: ({ kebab }) => [["rule.ts", `src/rules/${kebab}.ts`]],
    insertions({ camel, kebab, code }) {
      const found = `${code}: [[table("A | 1 | | | | TODO | "), "${code} TODO"]],`;
      const fixed = `${code}: [{ before: page("A | 1 | | | | | TODO"), after: page("A | 1 | | | | | ") }],`;
      return [
        ["src/rules/index.ts", imported(camel, `./${kebab}.js`), listed("export const rules:", `${camel},`)],
        ["tests/rules/rules.test.ts", listed("const examples:", found)],
        ["tests/rules/fixes.test.ts", listed("const examples:", fixed)],
      ];
    },
    next: `${generatePages} && npx vitest run tests/rules`,
  },
  column: {
    example: "priority",
    pattern: /^[a-z]+$/,
    flag: "--day",
    // In JSON its field has its name, and so has its option.
    taken: ({ kebab }) => [
      ...[` ${kebab},`, ` ${kebab}"`, `"${kebab}`].map((word) => ["src/model/column-words.ts", word]),
      ["src/model/columns.ts", keyOf(kebab)],
      ["src/json/envelopes/roadmap.ts", keyOf(kebab)],
      ["src/operations/add-topic.ts", keyOf(kebab)],
      ["src/operations/set-topic.ts", keyOf(kebab)],
    ],
    files: ({ kebab }) => [["column.test.ts", `tests/model/${kebab}-column.test.ts`]],
    insertions({ kebab }, isDay) {
      const [type, help] = isDay ? ["day", `the ${kebab} date`] : ["text", `the ${kebab}`];
      const declaration = `${kebab}: { type: "${type}", help: "${help}" },`;
      return [
        ["src/model/columns.ts", listed("export const knownColumns =", declaration)],
        ["src/model/column-words.ts", listed("export const englishWords:", `${kebab}: "${kebab}",`)],
      ];
    },
    next: generatePages,
  },
  command: {
    example: "week",
    pattern: /^[a-z]+(?:-[a-z]+)*$/,
    taken: ({ camel, kebab }) => [
      ...commandNamed(kebab),
      exported(`${camel}Command`),
      ["docs/json/README.md", `[${kebab}]`],
    ],
    files: ({ kebab }) => [
      ["command.ts", `src/cli/commands/${kebab}.ts`],
      ["command.test.ts", `tests/cli/${kebab}.test.ts`],
    ],
    view: ({ kebab }) => `${kebab}-lines`,
    insertions({ camel, kebab }) {
      const entry = `["${kebab}", async () => (await import("./${kebab}.js")).${camel}Command],`;
      const envelope = `"${kebab}": envelope("${kebab}", { ...viewed, topics: z.array(z.string()) }),`;
      return [
        ["src/cli/commands/index.ts", listed("  View: [", entry)],
        ["src/json/envelopes/roadmap.ts", listed("export const roadmapEnvelopes =", envelope)],
        ["docs/json/README.md", above("| [error]", envelopeRow(kebab))],
        ["tests/cli/json.test.ts", listed("const viewing:", `["${kebab}", ["${kebab}"]],`)],
      ];
    },
    next: generatePages,
  },
  export: {
    example: "tsv",
    pattern: /^[a-z][a-z0-9]*$/,
    taken: ({ camel, kebab }) => [exported(`${camel}Export`), ["src/views/exports", `name: "${kebab}"`]],
    files: ({ kebab }) => withTest("export", `views/exports/${kebab}-export`),
    insertions({ camel, kebab }) {
      const [name, entry] = [`${camel}Export`, listed("export const exportFormats:", `${camel}Export,`)];
      return [["src/views/exports/index.ts", imported(name, `./${kebab}-export.js`), entry]];
    },
    next: generatePages,
  },
};

function withTest(template, path) {
  return [
    [`${template}.ts`, `src/${path}.ts`],
    [`${template}.test.ts`, `tests/${path}.test.ts`],
  ];
}

/** A row of the table of envelopes, as wide as the others. */
function envelopeRow(kebab) {
  const link = `[${kebab}](${kebab}.schema.json)`.padEnd(36);
  return `| ${link} | ${`\`${kebab}\``.padEnd(98 - link.length)} |`;
}

// Taken names: how a name that is in use occurs.

function exported(name) {
  return ["src", new RegExp(`^export (?:async )?(?:const|function\\*?|class|interface|type) ${name}\\b`, "m")];
}

/** Two-word commands keep others from having their first word. */
function commandNamed(name) {
  return ["src/operations", "src/cli/commands"].map((folder) => [folder, new RegExp(`\\bname: "${name}[ "]`), name]);
}

function keyOf(name) {
  return new RegExp(`^ +${name}[:,]`, "m");
}

// Edits: functions from lines to lines; null if a file does not have the place that is looked for.

/** Anywhere among the imports: they are sorted afterwards. */
function imported(name, from) {
  return (lines) => inserted(lines, lines.findIndex(isImport), `import { ${name} } from "${from}";`);
}

function isImport(line) {
  return line.startsWith("import ");
}

/** At the end of the list that begins with these words. */
function listed(beginning, line) {
  return (lines) => {
    const start = lines.findIndex((one) => one.startsWith(beginning));
    const [indent] = /^ */.exec(beginning);
    const end = lines.findIndex((one, index) => index > start && new RegExp(`^${indent}[\\]}]`).test(one));
    return start < 0 ? null : inserted(lines, end, line);
  };
}

function above(beginning, line) {
  return (lines) =>
    inserted(
      lines,
      lines.findIndex((one) => one.startsWith(beginning)),
      line,
    );
}

function inserted(lines, index, line) {
  return index < 0 ? null : lines.toSpliced(index, 0, line);
}
