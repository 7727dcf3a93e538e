// Layout: how a file is encoded on disk, apart from its content.

interface Layout {
  /** Of the first line; LF for a file of one line. Files with mixed line endings keep them line by line. */
  readonly lineEnding: "\n" | "\r\n" | "\r";
  readonly hasByteOrderMark: boolean;
  readonly hasFinalNewline: boolean;
}

export function layoutOf(text: string): Layout {
  const ending = /\r\n|\n|\r/.exec(text)?.[0];
  return {
    lineEnding: ending === "\r\n" || ending === "\r" ? ending : "\n",
    hasByteOrderMark: text.charCodeAt(0) === 0xfeff,
    hasFinalNewline: text.endsWith("\n") || text.endsWith("\r"),
  };
}
