// Dialog: a modal window over the page, with the focus inside it until it closes.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { hold } from "../state/roadmap.js";
import { Icon } from "./icon.js";

interface DialogProps {
  /** Its name for those who cannot see it. */
  readonly label: string;
  /** Also called when the user presses Esc. */
  readonly onClose: () => void;
  /** More classes: `narrow`. */
  readonly look?: string;
  /** Whether a click next to it closes it: only where nothing is typed that would be lost. */
  readonly isLight?: boolean;
  readonly children: ComponentChildren;
}

/**
 * Open for as long as it is rendered; nothing is redrawn in the meantime. The first control in it has the focus, or the
 * one with `autofocus`; after it, the one that had it before.
 */
export function Dialog({ label, onClose, look = "", isLight = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const release = hold();
    const onClosed = () => close.current();
    element.showModal();
    // `close` comes a moment after `cancel`, and a key pressed in between would be lost.
    for (const event of ["cancel", "close"]) element.addEventListener(event, onClosed);
    return () => {
      // The user did not ask for this one.
      for (const event of ["cancel", "close"]) element.removeEventListener(event, onClosed);
      element.close();
      release();
    };
  }, []);
  return (
    <dialog ref={dialog} class={`dialog ${look}`} aria-label={label} closedby={isLight ? "any" : "closerequest"}>
      {children}
    </dialog>
  );
}

interface DialogHeadProps {
  readonly title: string;
  readonly onClose: () => void;
  /** After the title. */
  readonly children?: ComponentChildren;
}

export function DialogHead({ title, onClose, children }: DialogHeadProps) {
  return (
    <div class="dhead">
      <h2>{title}</h2>
      {children}
      <button type="button" class="btn small quiet icon" aria-label="Close" title="Close (Esc)" onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
