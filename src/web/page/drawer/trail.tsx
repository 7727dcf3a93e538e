// Trail: what happened to the topic or task: what is not committed yet, its commits and the changes in the journal.

import { useEffect, useState } from "preact/hooks";
import { differenceSentence } from "../../../views/difference-sentence.js";
import { type Answer, type Data, get } from "../api/request.js";
import { dayWords } from "../parts/days.js";
import { Icon } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import type { Item } from "../state/items.js";
import { commitsSeen } from "../state/late.js";
import { commandAddress, programOn } from "./command.js";
import type { Opened } from "./opened.js";

const maxCommits = 20;

export function Trail({ opened }: { readonly opened: Opened }) {
  const { data, item } = opened;
  const stamp = `${data.hash} ${commitsSeen.value}`;
  const commits = `log?topic=${commandAddress(item)}&limit=${maxCommits}`;
  const log = useAnswer<"log">(data.inRepository ? commits : null, stamp);
  const journal = useAnswer<"journal">("journal", stamp);
  if ((data.inRepository && !log) || !journal) return null;
  const ofLog = log?.kind === "log" && log.subject?.name === item.data.name ? log : null;
  const marks = marksOf(item, { log: ofLog, journal: journal.kind === "journal" ? journal : null });
  if (marks.length === 0) return null;
  return (
    <section>
      <h3>History</h3>
      <ul class="trail">
        {marks.map(({ key, day, look, text, code }) => (
          <li key={key}>
            {day === null ? <span class="soft">now</span> : <time dateTime={day}>{dayWords(day, data.today)}</time>}
            <Icon name={look.icon} look={look.look} />
            <span dir="auto">{text}</span>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {ofLog && ofLog.leftOut > 0 && (
        <p class="soft sm">
          <code>
            {programOn(data)} log {commandAddress(item)}
          </code>{" "}
          shows {ofLog.leftOut} more.
        </p>
      )}
    </section>
  );
}

/**
 * The last answer about the same path, until there is one about the newer state.
 * @param path null for nothing
 */
function useAnswer<Wanted extends "log" | "journal">(path: string | null, stamp: string): Answer<Wanted> | null {
  const [known, setKnown] = useState<{ readonly path: string; readonly answer: Answer<Wanted> } | null>(null);
  useEffect(() => {
    if (path === null) return undefined;
    let isWanted = true;
    void get<Wanted>(path).then((answer) => isWanted && setKnown({ path, answer }));
    return () => {
      isWanted = false;
    };
  }, [path, stamp]);
  return known?.path === path ? known.answer : null;
}

interface Mark {
  readonly key: string;
  /** Null for what is not committed yet. */
  readonly day: string | null;
  readonly look: Pick<ReturnType<typeof itemSign>, "icon" | "look">;
  readonly text: string;
  /** The commit, or where else it is recorded. */
  readonly code: string;
}

interface Sources {
  readonly log: Data<"log"> | null;
  readonly journal: Data<"journal"> | null;
}

type Difference = NonNullable<Data<"log">["uncommitted"]>["differences"][number];

/** Newest first. */
function marksOf(item: Item, { log, journal }: Sources): Mark[] {
  const pending = log?.uncommitted?.differences ?? [];
  const commits = (log?.entries ?? []).flatMap(({ commit, day, change }) =>
    (change?.differences ?? []).map((difference, index) => ({ commit, day, difference, index })),
  );
  const known = [...pending, ...commits.map(({ difference }) => difference)];
  const recorded = (journal?.changes ?? []).flatMap(({ id, summary, at, state, changed }): Mark[] => {
    const own = changed.filter(({ name }) => name === item.data.name);
    if (state !== "done" || own.length === 0 || known.some((difference) => says(difference, own))) return [];
    const [day = null, time = ""] = local.format(Date.parse(at)).split(" ");
    return [{ key: id, day, look: edited, text: capital(summary), code: time }];
  });
  const committed = commits.map(({ commit, day, difference, index }): Mark => {
    const text = capital(differenceSentence(difference, day, "→"));
    return { key: `${commit} ${index}`, day, look: lookOf(item, difference), text, code: commit.slice(0, 7) };
  });
  const dated = [...recorded, ...committed].sort((one, other) => (other.day ?? "").localeCompare(one.day ?? ""));
  return [...pending.map((difference, index) => pendingMark(item, difference, index)), ...dated];
}

function pendingMark(item: Item, difference: Difference, index: number): Mark {
  const text = capital(differenceSentence(difference, null, "→"));
  return { key: `pending ${index}`, day: null, look: lookOf(item, difference), text, code: "not committed" };
}

const edited = { icon: "edit", look: "soft" } as const;

function lookOf({ type }: Item, { status: { from, to } }: Difference): Mark["look"] {
  return to === null || from === to ? edited : itemSign(type, to);
}

/** Whether a commit has all of these changes: then they are the same ones. */
function says({ fields }: Difference, changed: Data<"journal">["changes"][number]["changed"]): boolean {
  return changed.every(({ column, from, to }) =>
    fields.some((field) => field.field === column && field.from === from && field.to === to),
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A time in UTC where the user is: `2026-11-30 14:02`. */
const local = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short" });
