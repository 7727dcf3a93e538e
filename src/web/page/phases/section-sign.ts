// Section sign: the icon of a phase, by how much of it is done.

import { itemSign } from "../parts/sign.js";
import type { PhaseSection } from "./sections.js";

const statuses = { finished: "done", partial: "in-progress", untouched: "not-started" } as const;

export function sectionSign({ kind, progress }: Pick<PhaseSection, "kind" | "progress">): ReturnType<typeof itemSign> {
  return itemSign(kind === "topics" ? "topic" : "task", statuses[progress]);
}
