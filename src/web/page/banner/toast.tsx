// Toast: why a change was refused; it stays until it is dismissed or something else is said.

import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../parts/icon.js";
import { Prose } from "../parts/prose.js";
import { refusedChange } from "../state/result.js";

export function Toast() {
  const element = useRef<HTMLDivElement>(null);
  const refused = refusedChange.value;
  // In front of an open dialog, too.
  useLayoutEffect(() => {
    if (refused) element.current?.showPopover();
    return () => element.current?.hidePopover();
  }, [refused]);
  return (
    <div ref={element} class="toast" popover="manual" role="alert">
      {refused && (
        <>
          <Icon name="warn" look="is-blocked" />
          <p>
            <b>
              <Prose text={refused.text} />
            </b>{" "}
            <Prose text={refused.hint} />
          </p>
          <button
            type="button"
            class="btn small quiet icon"
            aria-label="Dismiss"
            title="Dismiss"
            onClick={() => {
              refusedChange.value = null;
            }}
          >
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}
