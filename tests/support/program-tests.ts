// Which test files run the program, directly or through a helper: these test the standalone binary too.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const tests = join(import.meta.dirname, "..");
const program = join(tests, "support/program.ts");

/** The test files, relative to the project. */
export function programTests(): string[] {
  return readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && runsProgram(join(tests, name)))
    .map((name) => `tests/${name}`)
    .sort();
}

function runsProgram(file: string): boolean {
  return importsOf(file).some(({ names, path }) =>
    // The other names of program.ts are texts.
    path === program ? /\b(?:makePlace|\w*[pP]rogram\w*|preloading)\b/.test(names) : runsProgram(path),
  );
}

/** What a file imports from other files of the tests; not their types. */
function importsOf(file: string) {
  return [...readFileSync(file, "utf8").matchAll(/^import (?!type )([^;]*?) from "(\.[^"]+)\.js";/gm)]
    .map(([, names = "", from = ""]) => ({ names, path: join(dirname(file), `${from}.ts`) }))
    .filter(({ path }) => path.startsWith(tests) && existsSync(path));
}
