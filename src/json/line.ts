// JSON line: prints an envelope, with the version of its schema.

import { jsonText } from "../text/visible.js";
import type { Envelope } from "./envelopes/index.js";

export function jsonLine(data: Envelope): string {
  return [...jsonPieces(data)].join("");
}

/** Elements of a list that become text together: about 100 KB of topics. */
const elementsAtOnce = 256;

/** The same in pieces, because the text of a large file takes more memory and time as one. */
export function* jsonPieces(data: Envelope): Generator<string> {
  let before = "{";
  for (const [name, value] of Object.entries({ schemaVersion: 1, ...data })) {
    if (value === undefined) continue;
    const start = `${before}${jsonText(name)}:`;
    if (Array.isArray(value) && value.length > elementsAtOnce) yield* listPieces(value, start);
    else yield start + jsonText(value);
    before = ",";
  }
  yield "}\n";
}

function* listPieces(list: readonly unknown[], start: string): Generator<string> {
  for (let at = 0; at < list.length; at += elementsAtOnce) {
    const elements = jsonText(list.slice(at, at + elementsAtOnce)).slice(1, -1);
    yield `${at === 0 ? `${start}[` : ","}${elements}`;
  }
  yield "]";
}
