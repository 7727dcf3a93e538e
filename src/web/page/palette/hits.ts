// Hits: what the palette offers for a few words, each with the command that does the same.

import type { PageData } from "../../../json/envelopes/page.js";
import { foldAccents, wordsOf } from "../../../text/normalize.js";
import { moveEntries } from "../board/moves.js";
import { programOn } from "../drawer/command.js";
import type { IconName } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import { itemAddress } from "../state/items.js";
import { goTo, route } from "../state/route.js";
import { pageHits } from "./page-hits.js";
import { allItems, type Found, searchItems } from "./search.js";

export interface Hit {
  readonly label: string;
  readonly icon: IconName;
  readonly look: string;
  /** What the icon says. */
  readonly sign?: string;
  /** What to type in a terminal; null if there is nothing. */
  readonly command: string | null;
  does(): unknown;
}

interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

const mostFound = 7;

/** Without words: what is in progress, and all that acts on the whole page. */
export function hitGroups(data: PageData, query: string): readonly HitGroup[] {
  const { verb, found } = findItems(data, query);
  const [best, ...rest] = found.filter(({ excerpt }) => excerpt === null).slice(0, mostFound);
  const others = found.filter(({ excerpt }) => excerpt !== null).slice(0, mostFound);
  const words = wordsOf(foldAccents(query));
  const open = (one: Found) => openHit(data, one);
  const isMeant = ({ label }: Hit) => words.every((word) => foldAccents(label).includes(word));
  return [
    { title: "Topics and tasks", hits: [...(best ? actHits(data, best, verb) : []), ...rest.map(open)] },
    { title: "In other cells", hits: others.map(open) },
    { title: "Go to and do", hits: pageHits(data).filter(isMeant) },
  ].filter(({ hits }) => hits.length > 0);
}

/** The first word may say what to do: `finish http`. */
function findItems(data: PageData, query: string): { readonly verb: string; readonly found: readonly Found[] } {
  if (query.trim() === "") return { verb: "", found: allItems(data).filter(isInProgress) };
  const found = searchItems(data, query);
  const [, verb = "", rest = ""] = /^\s*(\S+)\s+(.*)$/.exec(query) ?? [];
  return found.length > 0 || rest === ""
    ? { verb: "", found }
    : { verb: foldAccents(verb), found: searchItems(data, rest) };
}

function isInProgress({ item }: Found): boolean {
  return item.data.status === "in-progress";
}

/**
 * What can be done with the one that is most likely meant: what the words say, or the first act, then opening it, then
 * the rest.
 */
function actHits(data: PageData, found: Found, verb: string): readonly Hit[] {
  if (data.readOnly) return [openHit(data, found)];
  const { item } = found;
  const [first, ...rest] = moveEntries(data, item).flatMap(({ label, does }): Hit[] =>
    typeof does !== "function"
      ? []
      : [
          {
            ...openHit(data, found),
            label: `${label} ${item.data.name}`,
            command: `${programOn(data)} ${label.toLowerCase()} ${addressOf(found)}`,
            does,
          },
        ],
  );
  const all = [...(first ? [first] : []), openHit(data, found), ...rest];
  const isMeant = ({ label }: Hit) => verb !== "" && foldAccents(label).startsWith(verb);
  return [...all.filter(isMeant), ...all.filter((hit) => !isMeant(hit))];
}

function openHit(data: PageData, found: Found): Hit {
  const { item, excerpt } = found;
  const { icon, look, label } = itemSign(item.type, item.data.status);
  const { name, number } = item.data;
  return {
    label: excerpt === null ? `Open ${name}` : `${name}, “${excerpt}”`,
    icon,
    look,
    sign: label,
    command: `${programOn(data)} show ${addressOf(found)}`,
    does: () => goTo(route.value.view, { type: item.type, number }),
  };
}

/** A number alone is that of a topic. */
function addressOf({ item: { type, data } }: Found): string {
  return itemAddress({ type, number: data.number }).replace("#", "");
}
