// Plain title: the title of a picture or page of a roadmap.

import { plainText } from "../../model/inline-text.js";
import type { Roadmap } from "../../model/roadmap.js";

export function plainTitle({ title }: Roadmap): string {
  return plainText(title ?? "") || "Roadmap";
}
