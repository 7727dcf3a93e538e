// Status signs: what is written into a check or percent column that serves as the status.

import { answerIn } from "../model/answer-words.js";
import { UserError } from "../model/errors.js";
import { plainText } from "../model/inline-text.js";
import { addColumnWay } from "../model/next.js";
import { readPercent } from "../model/percent.js";
import { cellText, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import type { Status } from "../model/status.js";
import { ways } from "../model/ways.js";
import { groupBy } from "../text/arrays.js";
import { memoizeWeakly } from "../text/memoize.js";
import { headersOf } from "./find-column.js";

interface SignRequest {
  readonly status: Status;
  /** Whether a blank cell may say "not started". */
  readonly mayBeBlank: boolean;
}

/**
 * The sign for a status: the most frequent one of the column, otherwise the counterpart of the other one (`[x]` of
 * `[ ]`, `Yes` of `No`), otherwise `✅` or `100%`.
 * @throws UserError if the column can only say done or not started
 */
export function statusSign(roadmap: Roadmap, topic: Topic, { status, mayBeBlank }: SignRequest): string {
  const { table } = topic;
  if (status !== "done" && status !== "not-started") throw cannotSay(roadmap, topic, status);
  if (table.statusForm === "percent") return percentSign(roadmap, topic, { status, mayBeBlank });
  const usual = usualCheck(roadmap, table, status);
  return usual !== undefined && (usual !== "" || mayBeBlank)
    ? usual
    : checkSign(usualCheck(roadmap, table, status === "done" ? "not-started" : "done"), { status, mayBeBlank });
}

function cannotSay(roadmap: Roadmap, { name, table }: Topic, status: Status): UserError {
  const header = headersOf(roadmap, table)[table.columns.get("status") ?? -1] ?? "";
  const what = table.statusForm === "percent" ? "contains percentages" : "says only whether a topic is done";
  return new UserError(
    "STATUS_NOT_WRITABLE",
    `"${name}" cannot be marked as ${status.replace("-", " ")}: the column "${header}" ${what}`,
    roadmap.settings.columns.has("status")
      ? ways`delete \`status\` below \`columns:\` in the front matter, then run ${addColumnWay(table, "Status")}`
      : addColumnWay(table, "Status"),
  );
}

// Percentages and shares.

/** `9/9` or `0/9` for a topic whose cell is `3/9`: its total is its own. */
function shareSign(text: string, status: Status): string | null {
  const [, slash, total] = /^\d+( ?\/ ?)(\d+)$/.exec(text) ?? [];
  return total === undefined ? null : `${status === "done" ? total : 0}${slash}${total}`;
}

/** As most cells of the column write it; otherwise in their form: `100 %` next to `40 %`, `100` next to `40`. */
function percentSign(roadmap: Roadmap, topic: Topic, { status, mayBeBlank }: SignRequest): string {
  const share = shareSign(plainText(cellText(roadmap, topic, "status")), status);
  if (share !== null) return share;
  const texts = percentTexts(topic.table, roadmap);
  const percent = status === "done" ? 100 : 0;
  const isUsual = (text: string) => (text === "" ? percent === 0 && mayBeBlank : readPercent(text) === percent);
  const usual = texts.find(isUsual);
  if (usual !== undefined) return usual;
  const [text = "%"] = texts.filter((other) => other !== "");
  return /^\d+$/.test(text) ? `${percent}` : /\d %/.test(text) ? `${percent} %` : `${percent}%`;
}

/** The texts of the column that are no shares, the most frequent first. */
function percentTexts(table: TopicTable, roadmap: Roadmap): string[] {
  return cellTextsOf(table, roadmap)
    .map(({ text }) => plainText(text))
    .filter((text) => text === "" || (readPercent(text) !== null && !text.includes("/")));
}

interface StatusCell {
  readonly text: string;
  readonly status: Status;
}

/** The different cells of a status column, the most frequent first. */
const cellTextsOf = memoizeWeakly((table: TopicTable, roadmap: Roadmap): StatusCell[] => {
  const topics = roadmap.topics.filter((topic) => topic.table === table);
  const cells = groupBy(topics, (topic) => cellText(roadmap, topic, "status"));
  return [...cells]
    .sort(([, some], [, others]) => others.length - some.length)
    .map(([text, [topic]]) => ({ text, status: text === "" ? "not-started" : (topic?.status ?? "not-started") }));
});

// Checks: signs that people use in pairs.

/** Done and open; of several with the same sign, the first counts. */
const pairs = [
  "[x]/[ ]|[X]/[ ]|☑/☐|☑️/☐|✓/✗|✔/✘|✅/❌|✅/⬜|✔️/❌|yes/no|y/n|true/false|sí/no|sim/não|oui/non|ja/nein|ja/nej|ja/nee",
  "tak/nie|да/нет|так/ні|evet/hayır|ya/tidak|có/không|是/否|はい/いいえ|예/아니오|نعم/لا|हाँ/नहीं",
].flatMap((line) => line.split("|").map((pair) => pair.split("/")));

/** Boxes that are empty until they are checked; next to any other sign, a blank cell is not checked. */
const boxes = ["[ ]", "☐"];

/** What most cells of that status contain, without remarks; undefined if no cell has that status. */
function usualCheck(roadmap: Roadmap, table: TopicTable, status: Status): string | undefined {
  const spelled = table.spelling.get(status);
  const isSign = (text: string) => text === "" || text === spelled || answerIn(text) !== "neither";
  return cellTextsOf(table, roadmap).find((cell) => cell.status === status && isSign(cell.text))?.text ?? spelled;
}

/** @param other what the column writes for the opposite */
function checkSign(other: string | undefined, { status, mayBeBlank }: SignRequest): string {
  const index = status === "done" ? 0 : 1;
  const known = plainText(other ?? "");
  const pair = pairs.find((signs) => signs[1 - index] === known.toLowerCase() || signs[1 - index] === known);
  const sign = pair?.[index] ?? (status === "done" ? "✅" : "⬜");
  if (status === "not-started" && mayBeBlank && !boxes.includes(sign)) return "";
  return inCaseOf(known, sign);
}

function inCaseOf(known: string, sign: string): string {
  if (known === "" || known === known.toLowerCase()) return sign;
  if (known.length > 1 && known === known.toUpperCase()) return sign.toUpperCase();
  return `${sign.charAt(0).toUpperCase()}${sign.slice(1)}`;
}
