// Markup: escapes text for SVG and HTML: it cannot end or open an element, or change the text direction.

import { withoutSteering } from "../../text/visible.js";

/** For the content of elements and for quoted attributes. Characters that XML forbids are spelled out or replaced. */
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
