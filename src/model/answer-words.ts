// Answer words: yes and no, as people write them in columns like "Done?", in many languages.

import { memoizeText } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";

const yes = [
  ...["yes", "y", "true", "x", "✓", "✔", "√", "○", "o", "v", "si", "sí", "sim", "oui", "ja", "jo", "tak", "ano", "da"],
  ...["да", "так", "evet", "ya", "có", "igen", "kyllä", "ναι", "כן", "نعم", "بله", "हाँ", "ใช่"],
  ...["是", "有", "对", "はい", "有り", "済", "예", "네"],
];

const no = [
  ...[
    "no",
    "n",
    "false",
    "✗",
    "✘",
    "×",
    "❌",
    "✖",
    "❎",
    "não",
    "nao",
    "non",
    "nein",
    "nej",
    "nei",
    "nee",
    "nie",
    "ne",
    "нет",
    "ні",
  ],
  ...["hayır", "tidak", "không", "nem", "ei", "όχι", "לא", "لا", "خیر", "नहीं", "ไม่"],
  ...["否", "没有", "無", "无", "いいえ", "未", "아니오", "아니요"],
];

const answers = new Map([...yes.map((word) => [word, "yes"] as const), ...no.map((word) => [word, "no"] as const)]);

type Answer = "yes" | "no" | "neither";

/** Whether a text is only a yes or a no. */
export const answerIn = memoizeText(
  (text): Answer => answers.get(normalize(text.replace(/(?:[.!]|\uFE0F)$/, ""))) ?? "neither",
);
