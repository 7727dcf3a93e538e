// Quoting for YAML: strings as they are written into front matter.

import { jsonText } from "./visible.js";

/** In double quotes; characters that YAML refuses, or a terminal would not show, are escaped. */
export function quoteForYaml(text: string): string {
  return jsonText(text);
}

/** `["A", "B: C"]`; a single text without brackets. */
export function yamlList(texts: readonly string[]): string {
  const values = texts.map(quoteForYaml).join(", ");
  return texts.length === 1 ? values : `[${values}]`;
}

/** Words that some YAML readers take for a boolean or null. */
const otherValue = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Without quotes where every YAML reader takes it for this text, also inside brackets. */
export function plainYaml(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N}\p{M}_/()+-]*(?: [\p{L}\p{N}\p{M}_/()+-]+)*$/u.test(text);
  return isPlain && !otherValue.test(text) ? text : quoteForYaml(text);
}
