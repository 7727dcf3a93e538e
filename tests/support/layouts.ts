// The layouts that one Markdown text may have in a file.

/** The text with each line ending, with a byte order mark, and without its final newline. */
export function layoutsOf(text: string): string[] {
  const withLineFeeds = text.replace(/\r\n?/g, "\n");
  return [
    withLineFeeds,
    withLineFeeds.replaceAll("\n", "\r\n"),
    withLineFeeds.replaceAll("\n", "\r"),
    `\ufeff${withLineFeeds}`,
    withLineFeeds.replace(/\n$/, ""),
  ];
}
