// Plain title: what a picture or a page of a roadmap is called.

import { plainText } from "../../model/cell-text.js";
import type { Roadmap } from "../../model/roadmap.js";

export function plainTitle({ title }: Roadmap): string {
  return plainText(title ?? "") || "Roadmap";
}
