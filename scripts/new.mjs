// Copies a template that compiles, with its test: npm run new -- operation archive-topic, npm run new -- view week-lines.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [kind, name] = process.argv.slice(2);
const folders = { operation: "operations", view: "views" };
const folder = folders[kind];
if (!folder || !/^[a-z]+(-[a-z]+)+$/.test(name ?? "")) {
  console.error("npm run new -- operation archive-topic\nnpm run new -- view week-lines");
  process.exit(2);
}

const camel = name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const spoken = name.replaceAll("-", " ");
for (const [template, target] of [
  [`${kind}.ts.txt`, `src/${folder}/${name}.ts`],
  [`${kind}.test.ts.txt`, `tests/${folder}/${name}.test.ts`],
]) {
  if (existsSync(target)) {
    console.error(`${target} is there already`);
    process.exit(1);
  }
  const text = readFileSync(new URL(`templates/${template}`, import.meta.url), "utf8");
  const verb = name.split("-")[0];
  writeFileSync(
    target,
    text
      .replaceAll("NAME_CAMEL", camel)
      .replaceAll("NAME_KEBAB", name)
      .replaceAll("NAME_SPOKEN", spoken)
      .replaceAll("NAME_VERB", verb),
  );
  console.log(`wrote ${target}`);
}
if (kind === "operation")
  console.log(
    "now add it to src/operations/cell-operations.ts (cells and marks) or reshaping-list.ts, and to src/cli/commands/index.ts",
  );
