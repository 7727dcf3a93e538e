// Phase in both: a phase that a heading and Phase cells name, which a renaming must not part.

import { exitCodes, UserError } from "../model/errors.js";
import { type Headed, headed, headingAbove, lineOf, trackOf } from "../model/outline.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { beforeName, isOneName } from "../model/shown-phases.js";
import { fold } from "../text/fold.js";

/** What cells of one table say, and the topics that they are of. */
interface PhaseInCells {
  readonly label: string;
  readonly topics: readonly Topic[];
}

/** The heading that is the same phase as cells: the only one of that name over their table or beside it. */
export function headingOfCells(roadmap: Roadmap, cells: PhaseInCells): Headed | null {
  const [only, another] = headingsNamed(roadmap, cells.label, cells.topics[0]);
  return only && !another ? only : null;
}

function headingsNamed(roadmap: Roadmap, label: string, topic: Topic | undefined): Headed[] {
  if (!topic) return [];
  const above = headingAbove(roadmap, topic.table.table.span.start);
  const track = topic.phase?.track?.heading.start;
  const isNear = (one: Headed) => one === above || trackOf(roadmap, one)?.heading.span.start === track;
  return headed(roadmap).filter((one) => isOneName({ label, name: null }, one.label) && isNear(one));
}

interface Names {
  readonly heading: string;
  readonly cells: string;
}

/** What both say afterwards: cells that say `1` of `Phase 1: Basics` go on with the number alone. */
export function namesAfter(heading: string, cells: string, to: string): Names {
  const title = /^\d+$/.test(to) ? renumbered(heading, to) : to;
  const short = beforeName(title);
  const number = /\d+/.exec(short)?.[0] ?? "";
  const isShort = fold(heading) !== fold(cells);
  const candidates = [...(isShort && /^\d+$/.test(cells) ? [number] : []), ...(isShort ? [short] : []), to, title];
  const isFit = (label: string) => label !== "" && isOneName({ label, name: null }, title);
  return { heading: title, cells: candidates.find(isFit) ?? title };
}

/** A number alone leaves the heading its name. */
function renumbered(heading: string, number: string): string {
  return /\d/.test(heading) ? heading.replace(/\d+/, number) : `Phase ${number}`;
}

/** @throws UserError where another heading has the name already, so that nobody could tell which one the cells mean */
export function refuseOtherHeading(roadmap: Roadmap, heading: Headed, cells: PhaseInCells): void {
  const other = headingsNamed(roadmap, cells.label, cells.topics[0]).find((one) => one !== heading);
  if (!other) return;
  throw new UserError({
    code: "ALREADY_THERE",
    message: `another phase is already named "${other.label}" (line ${lineOf(roadmap, other.heading.span.start)})`,
    hint: "choose another name",
    exitCode: exitCodes.failed,
  });
}
