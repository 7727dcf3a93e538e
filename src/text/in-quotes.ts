// Quoted texts: what a file says, as it is repeated in a message.

import { fitInColumns } from "./width.js";

/** A message is read in one line, and a cell can have thousands of characters. */
const mostColumns = 60;

/** The text in quotation marks, cut if it is long. */
export function inQuotes(text: string): string {
  return `"${fitInColumns(text, mostColumns)}"`;
}
