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
const loadLibrary = () => import("@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter");

type Library = Awaited<ReturnType<typeof loadLibrary>>;

/** Registers an element with the library once it is loaded. Returns what ends that. */
function registered(register: (library: Library) => () => void): () => void {
  let isEnded = false;
  let end = () => {};
  loadLibrary().then(
    (library) => {
      if (!isEnded) end = register(library);
    },
    // The server is away. Menus and keys do the same as a drag.
    () => {},
  );
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
    const options: Parameters<Library["draggable"]>[0] = {
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
    };
    return registered(({ draggable }) => draggable(options));
  }, [isDraggable]);
}

export function useDrop(column: RefObject<HTMLElement | null>, status: Status): void {
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    const options: Parameters<Library["dropTargetForElements"]>[0] = {
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
    };
    return registered(({ dropTargetForElements }) => dropTargetForElements(options));
  }, [status]);
}
