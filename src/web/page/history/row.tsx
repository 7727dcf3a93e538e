// Row: one line of the history, which opens what it is about.

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../parts/icon.js";

interface RowProps {
  readonly icon: IconName;
  readonly look: string;
  readonly title: string;
  readonly verb: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** At the end of the line. */
  readonly end?: ComponentChildren;
  /** What is opened, and what is always below the line. */
  readonly children?: ComponentChildren;
}

export function HistoryRow({ icon, look, title, verb, isOpen, onToggle, end, children }: RowProps) {
  return (
    <li class="event">
      <Icon name={icon} look={look} />
      <button type="button" class="name cut" dir="auto" aria-expanded={isOpen} title={title} onClick={onToggle}>
        {title}
      </button>
      <span class="soft sm verb">{verb}</span>
      {end ?? <span />}
      {children}
    </li>
  );
}
