// Drag: cards by pointer, from one column to another.

import { signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Status } from "../../../model/status.js";
import { itemAddress } from "../state/items.js";
import { hold } from "../state/roadmap.js";
import { type BoardItem, columnOrder } from "./columns.js";
import { moveToColumn } from "./moves.js";

/** Loaded once the cards are drawn. */
const library = () => import("@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter");

/** Registers an element with the library, and returns what ends that. */
function registered(register: (loaded: Awaited<ReturnType<typeof library>>) => () => void): () => void {
  let isEnded = false;
  let end = () => {};
  void library().then((loaded) => {
    if (!isEnded) end = register(loaded);
  });
  return () => {
    isEnded = true;
    end();
  };
}

/** The address of the card that is dragged. */
export const dragged = signal<string | null>(null);

/** The column that it is over. */
export const over = signal<Status | null>(null);

export function useDrag(card: RefObject<HTMLElement | null>, item: BoardItem, isDraggable: boolean): void {
  const latest = useRef(item);
  latest.current = item;
  // Once for each element: registering again would end a drag.
  useEffect(() => {
    const element = card.current;
    if (!element || !isDraggable) return;
    let release = () => {};
    return registered(({ draggable }) =>
      draggable({
        element,
        getInitialData: () => ({ status: latest.current.data.status }),
        onDragStart() {
          const { type, data } = latest.current;
          release = hold();
          dragged.value = itemAddress({ type, number: data.number });
        },
        onDrop({ location }) {
          const [target] = location.current.dropTargets;
          const status = columnOrder.find((column) => column === target?.data.status);
          dragged.value = null;
          over.value = null;
          // The change is made for what the user sees, so it begins before anything newer is shown.
          if (status) moveToColumn(status, latest.current);
          release();
        },
      }),
    );
  }, [isDraggable]);
}

export function useDrop(column: RefObject<HTMLElement | null>, status: Status): void {
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return registered(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        // In its own column, a card would stay as it is.
        canDrop: ({ source }) => source.data.status !== status,
        getData: () => ({ status }),
        onDragEnter() {
          over.value = status;
        },
        onDragLeave() {
          if (over.value === status) over.value = null;
        },
      }),
    );
  }, [status]);
}
