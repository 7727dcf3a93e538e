// Help topic names: the topics of `help` other than commands, in the order of help.

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

/** The topic with this name: `front matter` is `front-matter`. */
export function helpTopicOf(words: readonly string[]): HelpTopicName | undefined {
  return helpTopicNames.find((name) => name === words.join("-"));
}
