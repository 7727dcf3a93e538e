// Help topic names: what `help` can be asked about beside commands, in the order help shows.

export const helpTopicNames = [
  "file",
  "names",
  "status",
  "dates",
  "front-matter",
  "problems",
  "exit-codes",
  "environment",
] as const;

export type HelpTopicName = (typeof helpTopicNames)[number];

/** The topic that these words name: `front matter` is `front-matter`. */
export function helpTopicOf(words: readonly string[]): HelpTopicName | undefined {
  return helpTopicNames.find((name) => name === words.join("-"));
}
