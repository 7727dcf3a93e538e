// Entities: characters written by name or number, as CommonMark decodes them: `&mdash;`, `&#38;`, `&#x26;`.

import { lazy } from "../text/memoize.js";
import { entityTable } from "./entity-table.js";

/** CommonMark requires the semicolon. */
export const entityPattern = "&(?:#\\d{1,7}|#[xX][\\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\\d]*);";

const anyEntity = new RegExp(entityPattern, "g");

export function withoutEntities(text: string): string {
  return text.includes("&") ? text.replace(anyEntity, decodedEntity) : text;
}

/** The character of one entity; an unknown name stays as it is. */
export function decodedEntity(entity: string): string {
  const reference = entity.slice(1, -1);
  if (!reference.startsWith("#")) return commonEntities[reference] ?? characterNamed(reference) ?? entity;
  const isHex = /^#x/i.test(reference);
  return characterAt(Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}

const commonEntities: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00a0",
});

const characters = lazy((): ReadonlyMap<string, string> => {
  const lines = entityTable().trim().split(/\s/);
  const named = lines.flatMap((line) => {
    const [codes = "", ...names] = line.split(":");
    const character = String.fromCodePoint(...codes.split("+").map((code) => Number.parseInt(code, 36)));
    return names.map((name): [string, string] => [name, character]);
  });
  return new Map(named);
});

function characterNamed(name: string): string | undefined {
  return characters().get(name);
}

/** Control characters, lone surrogates and noncharacters are replaced, as in remark. */
function characterAt(code: number): string {
  const isControl = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160);
  const isNone = (code > 0xd7ff && code < 0xe000) || (code > 0xfdcf && code < 0xfdf0) || code > 0x10ffff;
  return isControl || isNone || (code & 0xfffe) === 0xfffe ? "\ufffd" : String.fromCodePoint(code);
}
