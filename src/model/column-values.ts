// Column values: whether the cells of a column have a value that a person types.

import { foldAccents, normalize } from "../text/normalize.js";
import { type DayKind, isDayKind } from "./columns.js";
import { possibleDays } from "./date-words.js";
import { type Day, dateReadings } from "./dates.js";
import { dependenciesOf } from "./dependencies.js";
import { isBlankCell, plainText } from "./inline-text.js";
import { type NamedColumn, namedCellText } from "./named-columns.js";
import { percentOf, readPercent } from "./percent.js";
import { isPhase } from "./phase.js";
import { isSamePriority } from "./priority.js";
import { isStatus, readStatus } from "./read-status.js";
import type { Roadmap, Topic } from "./roadmap.js";

/** A condition on the cells of a column; a blank value is met by blank cells. */
export interface Condition {
  readonly column: NamedColumn;
  readonly value: string;
}

type IsMet = (topic: Topic) => boolean;

/**
 * Whether a topic meets the condition: by the status, phase, day, priority, percentage or topic that the value means, or by its normalized
 * text.
 */
export function conditionTest(roadmap: Roadmap, { column, value }: Condition): IsMet {
  if (value.trim() === "") return (topic) => isBlank(roadmap, topic, column);
  const wanted = normalize(plainText(value));
  const hasValue = valueTest(roadmap, { column, value });
  return (topic) => hasValue(topic) || normalize(plainText(namedCellText(roadmap, topic, column))) === wanted;
}

function valueTest(roadmap: Roadmap, { column, value }: Condition): IsMet {
  const { kind } = column;
  if (kind === "topic") return ({ name }) => normalize(name) === normalize(value);
  if (kind === "priority") return (topic) => isSamePriority(namedCellText(roadmap, topic, column), value);
  if (kind === "percent") {
    const percent = readPercent(value.trim());
    return (topic) => percent !== null && percentOf(roadmap, topic) === percent;
  }
  if (kind === "depends-on") {
    const name = foldAccents(plainText(value));
    return (topic) => dependenciesOf(roadmap, topic).some(({ text }) => foldAccents(text) === name);
  }
  if (kind === "phase") return ({ phase }) => phase !== null && isPhase(phase, value);
  if (kind === "status") {
    const key = normalize(value);
    const status = isStatus(key) ? key : readStatus(value, roadmap.vocabulary);
    return (topic) => topic.status === status;
  }
  if (kind !== null && isDayKind(kind)) {
    const [day, another] = daysMeant(roadmap, kind, value);
    return (topic) => day !== undefined && another === undefined && topic[kind] === day;
  }
  return () => false;
}

function daysMeant({ today, settings }: Roadmap, kind: DayKind, value: string): readonly Day[] {
  if (today === null) return dateReadings(value).map(({ day }) => day);
  return possibleDays(value, { today, toward: kind === "due" ? "future" : "past", format: settings.dates });
}

function isBlank(roadmap: Roadmap, topic: Topic, column: NamedColumn): boolean {
  if (column.kind === "phase") return topic.phase === null;
  return isBlankCell(namedCellText(roadmap, topic, column));
}
