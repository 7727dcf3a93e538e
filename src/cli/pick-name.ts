// Pick name: the topic or task that a command is about, if none is named: a person chooses, a script gets the candidates.

import { openRoadmap } from "../app/open-roadmap.js";
import { addressOf, nameToType, numberToType } from "../model/address.js";
import { UserError } from "../model/errors.js";
import { listOf, NameMissing } from "../model/find.js";
import { kindOf } from "../model/names.js";
import { phaseTitle, type Roadmap } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import type { CommandDeclaration, Invocation } from "./command.js";
import { requestAt } from "./view-outcome.js";

/**
 * The call with a name; unchanged if it has one, or needs none.
 * @throws NameMissing if no one can be asked, UserError if the user cancels
 */
export async function withName(declaration: CommandDeclaration, invocation: Invocation): Promise<Invocation> {
  const { words, mayAsk, request } = invocation;
  const { name } = declaration;
  const kinds = kindsIn(declaration);
  if (kinds.length === 0 || words.length > 0) return invocation;
  const { roadmap, file } = await openRoadmap(requestAt(invocation));
  const things = thingsFor(declaration, roadmap);
  const [first] = things;
  const what = kinds.join(" or ");
  const missing = `${name}: no ${what} given`;
  const list = listOf(kinds[0] ?? "topic");
  if (!first) throw new UserError("USAGE", missing, ways`${list} shows all names`);
  const example = `\`roadmap ${name} ${nameToType(roadmap, first)}\` or \`roadmap ${name} ${numberToType(roadmap, first)}\``;
  if (!mayAsk)
    throw new NameMissing(missing, `${example}; numbers need no #, which starts a comment in a shell`, {
      roadmap,
      things,
    });
  const { searchCandidate } = await import("./choose-candidate.js");
  const chosen = await searchCandidate({
    question: `Which ${what} to ${name}?`,
    options: things.map((thing) => {
      const address = addressOf(roadmap, thing);
      const hint = thing.phase ? phaseTitle(thing.phase) : "";
      return { value: address, label: `${address}  ${thing.name}`, hint };
    }),
  });
  if (chosen === null)
    throw new UserError("CANCELED", `canceled: no ${what} was chosen`, ways`${list} shows all names and numbers`);
  return { ...invocation, words: [chosen], request: { ...request, ifMatch: request.ifMatch ?? file.hash } };
}

/** What the argument of a command names; empty if it does not have to name anything. */
function kindsIn({ argument }: CommandDeclaration): readonly ("topic" | "task")[] {
  const [, kind] = /^<(topic|task)\.\.\.>$/.exec(argument?.name ?? "") ?? [];
  if (kind === undefined) return [];
  return (["topic", "task"] as const).filter((one) => argument?.names?.includes(one) ?? one === kind);
}

/** Everything that the command can act on: what is in progress, then the rest, in file order. */
function thingsFor(declaration: CommandDeclaration, { topics, tasks }: Roadmap) {
  const kinds = kindsIn(declaration);
  const statuses = declaration.argument?.statuses;
  const things = [...topics, ...tasks].filter(
    (thing) => kinds.includes(kindOf(thing)) && (statuses?.includes(thing.status) ?? true),
  );
  const isStarted = ({ status }: (typeof things)[number]) => status === "in-progress";
  return [...things.filter(isStarted), ...things.filter((thing) => !isStarted(thing))];
}
