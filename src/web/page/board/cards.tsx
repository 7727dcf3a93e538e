// Cards: those of one group, drawn only near what is seen, so that thousands are as fast as a few.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import { watchNearness } from "../parts/nearness.js";
import { Card } from "./card.js";
import type { BoardItem } from "./columns.js";
import { dragged } from "./drag.js";
import { cardAddress, focusDrawn, wanted } from "./focus.js";

interface CardsProps {
  readonly data: PageData;
  readonly items: readonly BoardItem[];
  /** How many cards are above them in the column. */
  readonly above: number;
  readonly hasPhase: boolean;
}

const chunkSize = 20;

/** Cards at the top of a column are drawn at once. */
const atOnce = 40;

/** In pixels, until a chunk was drawn. */
const usualHeight = 78;

export function Cards({ data, items, above, hasPhase }: CardsProps) {
  const starts = Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) => index * chunkSize);
  return (
    <div class="cards">
      {starts.map((start) => (
        <Chunk
          key={start}
          data={data}
          items={items.slice(start, start + chunkSize)}
          isFirst={above + start < atOnce}
          hasPhase={hasPhase}
        />
      ))}
    </div>
  );
}

interface ChunkProps extends Pick<CardsProps, "data" | "items" | "hasPhase"> {
  readonly isFirst: boolean;
}

function Chunk({ data, items, isFirst, hasPhase }: ChunkProps) {
  const chunk = useRef<HTMLDivElement>(null);
  /** Null if it is drawn. */
  const [height, setHeight] = useState<number | null>(isFirst ? null : items.length * usualHeight);
  const sought = wanted.value;
  const isSought = sought !== null && items.some((item) => cardAddress(item) === sought);
  useLayoutEffect(() => {
    if (!isSought) return;
    setHeight(null);
    focusDrawn(chunk.current, sought);
  });
  useEffect(() => {
    if (isFirst || !chunk.current) return;
    const { current } = chunk;
    return watchNearness(current, (isNear) => {
      if (isNear) setHeight(null);
      else if (!current.matches(":focus-within") && dragged.value === null) setHeight(current.offsetHeight);
    });
  }, [isFirst]);
  return (
    <div ref={chunk} class="cards-chunk">
      {height === null || isSought ? (
        items.map((item) => <Card key={cardAddress(item)} data={data} item={item} hasPhase={hasPhase} />)
      ) : (
        <svg width="1" height={height} aria-hidden="true" />
      )}
    </div>
  );
}
