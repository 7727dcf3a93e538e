// Menu: a button and what it offers, by pointer and by keyboard.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { hold } from "../state/roadmap.js";
import { Icon, type IconName } from "./icon.js";

export interface MenuEntry {
  readonly label: string;
  readonly icon?: IconName;
  /** The class of the icon's color. */
  readonly look?: string;
  /** The key that does the same without the menu. */
  readonly key?: string;
  /** What happens, or what it offers in turn. */
  readonly does: (() => void) | readonly MenuEntry[];
}

interface MenuProps {
  /** What the button says to those who cannot see it. */
  readonly label: string;
  /** A function is called when the menu is opened: a page may have many menus. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly icon?: IconName;
  readonly look?: string;
  /** What a key has asked for: the menu opens with these. */
  readonly asked?: readonly MenuEntry[] | null;
  onAsked?(): void;
}

export function Menu({ label, entries, icon = "more", look = "", asked = null, onAsked }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [first, setFirst] = useState<readonly MenuEntry[] | null>(null);
  useLayoutEffect(() => {
    if (asked === null) return;
    setFirst(asked);
    setOpen(true);
    onAsked?.();
  }, [asked]);
  const close = (focus: "back" | "elsewhere") => {
    setOpen(false);
    setFirst(null);
    if (focus === "back") button.current?.focus();
  };
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`btn small quiet icon ${look}`}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={openByArrow}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <Popup
          label={label}
          entries={typeof entries === "function" ? entries() : entries}
          first={first}
          button={button.current}
          onClose={close}
        />
      )}
    </>
  );
}

interface PopupProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly first: readonly MenuEntry[] | null;
  readonly button: HTMLElement | null;
  onClose(focus: "back" | "elsewhere"): void;
}

function Popup({ label, entries, first, button, onClose }: PopupProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [inner, setInner] = useState(first);
  useLayoutEffect(hold, []);
  useLayoutEffect(() => {
    const popup = menu.current;
    if (!popup) return;
    if (!popup.matches(":popover-open")) popup.showPopover();
    if (button) placeAt(popup, button.getBoundingClientRect());
    itemsOf(popup)[0]?.focus();
  }, [inner]);
  useEffect(() => {
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target) && !button?.contains(target)) onClose("elsewhere");
    };
    addEventListener("pointerdown", onPointer, true);
    return () => removeEventListener("pointerdown", onPointer, true);
  }, []);
  const choose = ({ does }: MenuEntry) => {
    if (typeof does !== "function") setInner(does);
    else {
      onClose("back");
      does();
    }
  };
  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      class="menu"
      aria-label={label}
      onKeyDown={(event) => onKey(event, { onBack: inner && (() => setInner(null)), onClose })}
    >
      {(inner ?? entries).map((entry) => (
        <Choice key={entry.label} entry={entry} onChoose={() => choose(entry)} />
      ))}
    </div>
  );
}

function Choice({ entry, onChoose }: { readonly entry: MenuEntry; onChoose(): void }) {
  const { label, icon, look = "", key, does } = entry;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class="choice"
      aria-keyshortcuts={key}
      aria-haspopup={typeof does === "function" ? undefined : "menu"}
      onClick={onChoose}
    >
      {icon ? <Icon name={icon} look={look} /> : <span />}
      <span dir="auto">{label}</span>
      {key && <kbd>{key}</kbd>}
    </button>
  );
}

interface KeyActions extends Pick<PopupProps, "onClose"> {
  /** Goes back to the menu that this one came from; null in the first one. */
  readonly onBack: (() => void) | null;
}

/** No key reaches the page under the menu. */
function onKey(event: KeyboardEvent, { onBack, onClose }: KeyActions): void {
  event.stopPropagation();
  const { key, currentTarget: menu } = event;
  if (key === "Enter" || key === " " || !(menu instanceof HTMLElement)) return;
  event.preventDefault();
  if (key === "Tab" || (isBackKey(key) && !onBack)) onClose("back");
  else if (isBackKey(key)) onBack?.();
  else {
    const items = itemsOf(menu);
    const next = targetOf(
      key,
      items,
      items.findIndex((item) => item.matches(":focus")),
    );
    if (next !== undefined) items.at(next)?.focus();
  }
}

function isBackKey(key: string): boolean {
  return key === "Escape" || key === "ArrowLeft";
}

/** The place of the item that a key moves to; a letter finds the next one that begins with it. */
function targetOf(key: string, items: readonly HTMLElement[], place: number): number | undefined {
  if (key === "ArrowDown") return (place + 1) % items.length;
  if (key === "ArrowUp") return place - 1;
  if (key === "Home") return 0;
  if (key === "End") return -1;
  const places = items.map((_, index) => (place + 1 + index) % items.length);
  return places.find((index) => items[index]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

/** Below the button, or above where there is no room. The policy forbids style attributes in texts, not in scripts. */
function placeAt({ style, offsetWidth, offsetHeight }: HTMLElement, { right, top, bottom }: DOMRect): void {
  const isBelow = bottom + offsetHeight <= innerHeight || top < offsetHeight;
  style.left = `${Math.max(8, Math.min(right, innerWidth - 8) - offsetWidth)}px`;
  style.top = `${isBelow ? Math.min(bottom, Math.max(8, innerHeight - offsetHeight - 8)) : top - offsetHeight}px`;
}
