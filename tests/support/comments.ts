// Comments: the comments of a source file, line by line.

export interface CommentLine {
  readonly line: number;
  readonly text: string;
}

/** Without code in backticks and names of parameters, which are not prose. */
export function commentLines(source: string): CommentLine[] {
  return source.split("\n").flatMap((text, index) => {
    const [, own, trailing] = /^\s*(?:\/\/|\/\*\*?|\*(?!\/))(?: (.*))?$|[^:"'`\s]\s+\/\/ (.*)$/.exec(text) ?? [];
    const prose = (own ?? trailing ?? "").replace(/`[^`]*`|@param \w+/g, "X").replace(/ *\*\/$/, "");
    return prose === "" ? [] : [{ line: index + 1, text: prose }];
  });
}
