// Long list: rows are drawn in groups, each once it comes near what is seen, so that ten thousand cost little.

import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { watchNearness } from "./nearness.js";

const groupSize = 100;

interface LongListProps<Row> {
  readonly rows: readonly Row[];
  readonly draw: (row: Row) => VNode;
  /** The usual height of a row in pixels: what is not drawn takes that much. */
  readonly rowHeight: number;
  /** Whether rows are drawn late; a page with few draws them all, which the browser's own search can find. */
  readonly isLate: boolean;
}

export function LongList<Row>({ rows, draw, rowHeight, isLate }: LongListProps<Row>) {
  if (!isLate) return <ul>{rows.map(draw)}</ul>;
  const count = Math.ceil(rows.length / groupSize);
  return (
    <>
      {Array.from({ length: count }, (_, index) => {
        const own = rows.slice(index * groupSize, (index + 1) * groupSize);
        return <Group key={`rows ${index}`} rows={own} draw={draw} rowHeight={rowHeight} />;
      })}
    </>
  );
}

function Group<Row>({ rows, draw, rowHeight }: Omit<LongListProps<Row>, "isLate">) {
  const list = useRef<HTMLUListElement>(null);
  const height = useRef(0);
  const [isNear, setNear] = useState(false);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    return watchNearness(element, (isNow) => {
      if (!isNow && element.matches(":focus-within")) return;
      if (!isNow && element.childElementCount > 1) height.current = element.offsetHeight;
      setNear(isNow);
    });
  }, []);
  return (
    <ul ref={list}>
      {isNear ? (
        rows.map(draw)
      ) : (
        <li aria-hidden="true">
          <svg width="1" height={height.current || rows.length * rowHeight} />
        </li>
      )}
    </ul>
  );
}
