// Status words: what people write for the five statuses, in many languages, and the signs that mean one of them.

import { foldAccents, wordsOf } from "../text/normalize.js";
import { type Status, statuses } from "./status.js";

/**
 * The words of one language, separated by commas. `~` is replaced by each of the endings (number and gender). A star
 * marks a thin word: it is a status in a status column, but proves nothing elsewhere, and cannot be negated (`not
 * passed`).
 */
export type StatusWords = readonly [
  endings: string,
  notStarted: string,
  inProgress: string,
  done: string,
  blocked: string,
  skipped: string,
];

/** Most files use no other language. */
export const english: StatusWords = [
  "",
  "not started,not yet started,not begun,unstarted,to do,todo,pending,planned,upcoming,*open,backlog,*new,queued,not done,incomplete,not yet,not attempted,unattempted,untouched,unsolved,unread,unwatched,to be done,to be started,want to read,yet to start,to start,to learn,to study,to read,to watch,scheduled,*future,*next,next up,coming soon,*someday,*later",
  "in progress,started,ongoing,on going,doing,wip,work in progress,*active,*current,underway,in work,learning,studying,progressing,inprogress,in prog,begun,working on it,partial,partially,partly,half done,halfway,*reading,currently reading,*watching,practicing,practising,*preparing,in preparation,developing,in development,under development,*building,implementing,in review,under review,*testing,resumed,continuing,*now,currently",
  "done,complete,completed,finished,closed,learned,learnt,*passed,shipped,merged,*finish,all done,*passing,*pass,*live,earned,solved,resolved,fixed,implemented,released,deployed,delivered,published,achieved,accomplished,mastered,certified,graduated,covered,studied,*read,watched,*ok,*okay,corrected,*verified,*validated,*approved,*tested",
  "blocked,stuck,on hold,paused,waiting,*hold,onhold,on pause,deferred,postponed,suspended,stalled,parked,halted",
  "skipped,skip,cancelled,canceled,dropped,wont do,won't do,abandoned,not needed,wont fix,wontfix,won't fix,will not do,not required,no longer needed,not applicable,obsolete,discarded,ignored,out of scope,descoped,omitted,did not finish",
];

const lettersFolded: ReadonlyMap<string, string> = new Map(
  ["ıi", "łl", "øo", "đd", "أا", "إا", "آا", "ىي", "یي", "کك"].map(([letter = "", folded = ""]) => [letter, folded]),
);

/** Words as they are compared: without case, accents, punctuation, and variants of one letter (`ı`, `ł`, `أ`). */
export function statusKey(text: string): string {
  if (/^[\w -]*$/.test(text)) return wordsOf(text).join(" ");
  const folded = foldAccents(text).replace(
    /[ıłøđأإآىیک\u064b-\u0652\u0640]/g,
    (letter) => lettersFolded.get(letter) ?? "",
  );
  return wordsOf(folded).join(" ");
}

/** What a word means, and whether it is a thin one. */
export interface WordMeaning {
  readonly status: Status;
  readonly isThin: boolean;
}

/** The words of a language with all their endings, as they are spelled. */
export function wordsIn([endings, ...lists]: StatusWords): [word: string, meaning: WordMeaning][] {
  return lists.flatMap((list, index) =>
    list.split(",").flatMap((entry): [string, WordMeaning][] => {
      const meaning = { status: statuses[index] ?? "not-started", isThin: entry.startsWith("*") };
      const word = entry.replace("*", "");
      return (word.includes("~") ? endings.split(",") : [""]).map((ending) => [word.replace("~", ending), meaning]);
    }),
  );
}

/** Emoji and symbols that have the same meaning in every file seen; all others need a word next to them. */
export const statusEmoji: Readonly<Record<Status, readonly string[]>> = {
  "not-started": ["⬜", "☐", "🔲", "◻", "⬛", "□", ":black_square_button:", ":white_large_square:", "[ ]"],
  "in-progress": ["🔄", "🚧", "🏃", ":arrows_counterclockwise:", ":construction:", "[/]"],
  done: ["✅", "☑", "✔", "✓", "🏁", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", "[x]"],
  blocked: ["⛔", "🚫", "🛑", "⏸", ":no_entry:", ":stop_sign:", ":pause_button:", "[!]"],
  skipped: ["⏭", "⏩", ":fast_forward:", "[-]"],
};
