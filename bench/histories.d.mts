/** A repository in that folder with this many versions of the text; returns the path of its roadmap. */
export function makeHistory(cwd: string, text: string, count: number): string;
