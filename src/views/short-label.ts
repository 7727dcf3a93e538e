// Short label: a heading without the emoji and keycaps before its words, where space is narrow.

/** Ranges, because the first use of Unicode properties takes 4 ms. */
const symbolsBefore =
  /^(?:(?:[\d#*]\ufe0f?\u20e3|[\u2190-\u2bff\u3030\u303d\u3297\u3299]|\ud83c[\udc00-\udfff]|[\ud83d\ud83e][\udc00-\udfff])[\ufe0f\u200d]*\s*)+/;

/** `Phase 1: Basics` for `🟢 Phase 1: Basics`; a label of symbols alone stays. */
export function shortLabel(label: string): string {
  return label.replace(symbolsBefore, "") || label;
}
