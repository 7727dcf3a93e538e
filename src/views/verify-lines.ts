// Verify lines: the commits whose messages do not match their changes.

import type { HistoryEntry } from "../model/history/history.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { headLine, unreadableLines } from "./log-lines.js";
import type { Canvas } from "./paint.js";
import { wrapText } from "./wrap.js";

interface VerifyView {
  readonly checked: number;
  readonly silent: number;
  readonly mismatches: readonly {
    readonly entry: HistoryEntry;
    readonly said: readonly string[];
    readonly done: readonly string[];
  }[];
  readonly unreadable: readonly HistoryEntry[];
}

const mostClaims = 20;

export function verifyLines({ checked, silent, mismatches, unreadable }: VerifyView, canvas: Canvas): string[] {
  const { paint, width } = canvas;
  const say = (words: string, claims: readonly string[]) => {
    const shown = claims.slice(0, mostClaims).map((claim) => `${words} ${visible(claim)}`);
    const more = claims.length - shown.length;
    return [...shown, ...(more > 0 ? [`${words} ${more} more`] : [])].flatMap((line) =>
      wrapText(line, width, { first: 2, rest: 4 }),
    );
  };
  const found = mismatches.flatMap(({ entry, said, done }) => [
    headLine(entry, canvas),
    ...say("message:", said),
    ...say("commit:", done),
  ]);
  const quiet = silent === 0 ? "" : `; ${silent} without roadmap trailers`;
  const count = `${counted(checked, "commit")} checked`;
  const wrong = mismatches.length;
  const verdict =
    wrong === 0
      ? `${paint.good("✓")} ${count}: ${checked === 1 ? "it matches its message" : "all match their messages"}${quiet}`
      : `${paint.bad("✗")} ${count}: ${wrong} ${wrong === 1 ? "does not match its message" : "do not match their messages"}${quiet}`;
  return [
    ...found,
    ...(found.length > 0 ? [""] : []),
    ...wrapText(verdict, width, { first: 0, rest: 2 }),
    ...unreadableLines(unreadable, canvas),
  ];
}
