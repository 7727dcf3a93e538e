// Markup: text as SVG and HTML may hold it: nothing in it can end an element, open one, or steer what is shown.

import { withoutSteering } from "../../text/visible.js";

/** For the content of elements and for attributes between quotes. Characters that XML forbids are spelt out or replaced. */
export function markup(text: string): string {
  return withoutSteering(text.toWellFormed()).replace(/[&<>"'\ufffe\uffff]/g, (sign) => spelling[sign] ?? "\ufffd");
}

const spelling: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
