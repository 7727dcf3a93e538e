// Fold button: folds a phase to one line, or unfolds it.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../parts/icon.js";
import { fold, unfold } from "./folds.js";

interface FoldButtonProps {
  /** The key of the phase. */
  readonly id: string;
  /** Which of the two it is now. */
  readonly look: "folded" | "unfolded";
  readonly children: ComponentChildren;
}

/** The phase that was folded or unfolded last: its button is another one now, which takes over the focus. */
let toggled: string | null = null;

export function FoldButton({ id, look, children }: FoldButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = look === "unfolded";
  useLayoutEffect(() => {
    if (toggled !== id) return;
    toggled = null;
    button.current?.focus();
  }, []);
  const toggle = () => {
    toggled = id;
    if (isOpen) fold(id);
    else unfold(id);
  };
  return (
    <button ref={button} type="button" class={look} aria-expanded={isOpen} onClick={toggle}>
      <Icon name={isOpen ? "down" : "right"} />
      {children}
    </button>
  );
}
