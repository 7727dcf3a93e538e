// Card: a topic or task on the board and under Now.

import { useEffect, useRef } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import { finishing } from "../drawer/ask-finish.js";
import { Icon } from "../parts/icon.js";
import { Menu, type MenuEntry } from "../parts/menu.js";
import { shortened } from "../parts/shortened.js";
import { itemSign } from "../parts/sign.js";
import { pending } from "../state/changes.js";
import { goTo, hrefOf, route } from "../state/route.js";
import { CardFacts, goalOf } from "./card-facts.js";
import type { BoardItem } from "./columns.js";
import { dragged, useDrag } from "./drag.js";
import { cardAddress } from "./focus.js";
import { moveEntries, phaseEntries, sentToPhase } from "./moves.js";

interface CardProps {
  readonly data: PageData;
  readonly item: BoardItem;
  /** Whether its phase is shown, because nothing around it does. */
  readonly hasPhase: boolean;
}

export function Card({ data, item, hasPhase }: CardProps) {
  const card = useRef<HTMLElement>(null);
  const canChange = !data.readOnly;
  useDrag(card, item, canChange);
  const { type, data: shown } = item;
  const { number, status } = shown;
  const { view } = route.value;
  const { icon, look, label } = itemSign(type, status);
  const address = cardAddress(item);
  const name = shortened(shown.name) || "(no name)";
  const goal = shortened(goalOf(data, item));
  const isPending = pending.value.has(address);
  const isPicked = isOpenInDrawer(item);
  // The drawer takes the place of some columns.
  useEffect(() => {
    if (isPicked) card.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isPicked]);
  return (
    <article ref={card} class={classOf(item)} data-card={address} aria-busy={isPending}>
      <Icon name={icon} look={look} label={label} />
      <h3 dir="auto">
        <a href={hrefOf(view, { type, number })} draggable={false}>
          <span class="no">{type === "task" ? `t${number}` : number}</span> {name}
        </a>
      </h3>
      {canChange && <CardMenu data={data} item={item} name={name} />}
      {goal !== "" && <p dir="auto">{goal}</p>}
      <CardFacts data={data} item={item} hasPhase={hasPhase} />
    </article>
  );
}

function isOpenInDrawer({ type, data: { number } }: BoardItem): boolean {
  const { open } = route.value;
  return open?.type === type && open.number === number;
}

function classOf(item: BoardItem): string {
  const { data } = item;
  const address = cardAddress(item);
  return [
    "card",
    data.status === "in-progress" ? "active" : data.status,
    ...(isOpenInDrawer(item) ? ["picked"] : []),
    ...(dragged.value === address || finishing.value === address ? ["moving"] : []),
    ...(pending.value.has(address) ? ["pending"] : []),
  ].join(" ");
}

function CardMenu({ data, item, name }: Pick<CardProps, "data" | "item"> & { readonly name: string }) {
  const {
    type,
    data: { number },
  } = item;
  const open: MenuEntry = { label: "Open", key: "Enter", does: () => goTo(route.value.view, { type, number }) };
  const phases = sentToPhase.value === cardAddress(item) ? phaseEntries(data, item) : [];
  return (
    <Menu
      label={`Change ${name}`}
      entries={() => [...moveEntries(data, item), open]}
      look="more"
      asked={phases.length > 0 ? phases : null}
      onAsked={() => {
        sentToPhase.value = null;
      }}
    />
  );
}
