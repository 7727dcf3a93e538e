// Creates files that compile, with their test, and lists them where they must be listed: npm run new -- KIND NAME

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kinds } from "./templates/kinds.mjs";

const root = join(import.meta.dirname, "..");
const at = (path) => join(root, path);
const read = (path) => readFileSync(at(path), "utf8");

/** Nothing is written unless all of it can be. */
class Refusal extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

try {
  const { kind, name, isFlagged } = parse(process.argv.slice(2));
  const texts = textsOf(kind, { ...wordsOf(name), value: isFlagged ? "2026-12-01" : "example text" }, isFlagged);
  const isNew = new Map([...texts.keys()].map((path) => [path, !existsSync(at(path))]));
  save(texts);
  for (const [path] of texts) console.log(`${isNew.get(path) ? "created" : "changed"} ${path}`);
  console.log(`next: ${kind.next}`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

function parse([word = "", name, ...flags]) {
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : null;
  if (!kind || name === undefined || flags.some((flag) => flag !== kind.flag)) throw new Refusal(usage(), 2);
  if (!kind.pattern.test(name))
    throw new Refusal(`"${name}" cannot be the name of this ${word}; use a name like ${kind.example}`, 2);
  return { kind, name, isFlagged: flags.length > 0 };
}

function usage() {
  const rows = Object.entries(kinds).map(
    ([word, { example, flag }]) => `  npm run new -- ${word} ${example}${flag ? ` [${flag}]` : ""}`,
  );
  return `usage:\n${rows.join("\n")}`;
}

/** What takes the place of `NAME_KEBAB`, `NAME_CAMEL` and so on in a template. */
function wordsOf(name) {
  const upper = name.toUpperCase();
  return {
    kebab: name,
    camel: name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
    spoken: name.replaceAll("-", " "),
    verb: name.split("-")[0],
    code: upper.replaceAll("-", "_"),
    header: upper.charAt(0) + name.slice(1),
    upper: upper,
  };
}

/** The new text of each file, by its path. */
function textsOf(kind, words, isFlagged) {
  const files = kind.files(words, isFlagged);
  const existing = files.find(([, path]) => existsSync(at(path)));
  if (existing) throw new Refusal(`${existing[1]} already exists; choose another name`, 1);
  for (const [place, use, command] of kind.taken(words)) {
    const user = filesIn(place).find((path) => occurs(use, read(path)));
    if (user === undefined) continue;
    const taken =
      command === undefined ? `"${words.kebab}" is already in use in` : `"${command}" is already a command, in`;
    const part = command === undefined || command === words.kebab ? "name" : "first word";
    throw new Refusal(`${taken} ${user}; choose another ${part}`, 1);
  }
  const created = files.map(([template, path]) => [path, filled(template, words)]);
  const changed = kind.insertions(words, isFlagged).map(([path, ...edits]) => [path, edited(path, edits)]);
  const view = kind.view?.(words);
  const isViewMissing = view !== undefined && !existsSync(at(`src/views/${view}.ts`));
  const viewTexts = isViewMissing ? textsOf(kinds.view, wordsOf(view), false) : [];
  return new Map([...created, ...viewTexts, ...changed]);
}

function filesIn(place) {
  if (!statSync(at(place)).isDirectory()) return [place];
  const names = readdirSync(at(place), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => `${place}/${name}`);
}

function occurs(use, text) {
  return typeof use === "string" ? text.includes(use) : use.test(text);
}

function filled(template, words) {
  const text = read(`scripts/templates/${template}.txt`);
  return Object.entries(words).reduce(
    (filled, [key, word]) => filled.replaceAll(`NAME_${key.toUpperCase()}`, word),
    text,
  );
}

function edited(path, edits) {
  const lines = edits.reduce((before, edit) => before && edit(before), read(path).split("\n"));
  if (!lines) throw new Refusal(`${path} has changed; adapt scripts/templates/kinds.mjs to it`, 1);
  return lines.join("\n");
}

/** Either all files are written, and formatted as the linter wants them, or none. */
function save(texts) {
  const before = new Map([...texts.keys()].map((path) => [path, existsSync(at(path)) ? readFileSync(at(path)) : null]));
  try {
    for (const [path, text] of texts) writeFileSync(at(path), text);
    const sources = [...texts.keys()].filter((path) => path.endsWith(".ts"));
    const biome = at("node_modules/@biomejs/biome/bin/biome");
    execFileSync(process.execPath, [biome, "check", "--write", ...sources], { cwd: root, stdio: "pipe" });
  } catch (error) {
    for (const [path, bytes] of before) {
      if (bytes === null) rmSync(at(path), { force: true });
      else writeFileSync(at(path), bytes);
    }
    throw new Refusal(`nothing was written: ${error.stderr || error.message}`, 1);
  }
}
