// Icons: the signs of the page by name; they are drawn in index.html.

export type IconName =
  | "not-started"
  | "in-progress"
  | "done"
  | "blocked"
  | "skipped"
  | "box"
  | "ticked"
  | "half"
  | "more"
  | "search"
  | "undo"
  | "moon"
  | "right"
  | "down"
  | "link"
  | "plus"
  | "close"
  | "warn"
  | "info"
  | "edit"
  | "key";

interface IconProps {
  readonly name: IconName;
  /** Classes for its color: `is-done`, `is-active`, `is-blocked`, `is-idle`, `soft`. */
  readonly look?: string;
  /** The text alternative; without one, assistive technology skips the icon. */
  readonly label?: string;
}

export function Icon({ name, look = "", label }: IconProps) {
  const drawing = <use href={`#i-${name}`} />;
  if (label === undefined)
    return (
      <svg class={`i ${look}`} aria-hidden="true">
        {drawing}
      </svg>
    );
  return (
    <svg class={`i ${look}`} role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}
