// JSON line: prints an envelope, with the version of its schema.

import { jsonText } from "../text/visible.js";
import type { Envelope } from "./envelopes/index.js";

export function jsonLine(data: Envelope): string {
  return [...jsonPieces(data)].join("");
}

const pieceLength = 65_536;

/** The same in pieces, because the text of a large file takes more memory and time as one. */
export function* jsonPieces(data: Envelope): Generator<string> {
  let piece = "";
  for (const part of partsOf({ schemaVersion: 1, ...data })) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** Elements of a list that become text together. */
const elementsAtOnce = 128;

function* partsOf(data: object): Generator<string> {
  let before = "{";
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue;
    yield `${before}${jsonText(name)}:`;
    before = ",";
    if (Array.isArray(value)) yield* listParts(value);
    else yield jsonText(value);
  }
  yield "}\n";
}

function* listParts(list: readonly unknown[]): Generator<string> {
  for (let at = 0; at < list.length; at += elementsAtOnce)
    yield `${at === 0 ? "[" : ","}${jsonText(list.slice(at, at + elementsAtOnce)).slice(1, -1)}`;
  yield list.length === 0 ? "[]" : "]";
}
