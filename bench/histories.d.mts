/** A repository in that folder with so many versions of the text; gives the path of its roadmap. */
export function makeHistory(cwd: string, text: string, count: number): string;
