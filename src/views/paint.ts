// Paint: what colour means in a view; the caller says how it looks, or that there is none.

export type Stroke = (text: string) => string;

export interface Paint {
  readonly strong: Stroke;
  readonly faint: Stroke;
  readonly good: Stroke;
  readonly active: Stroke;
  readonly bad: Stroke;
  readonly notice: Stroke;
}

const asIs: Stroke = (text) => text;

export const noPaint: Paint = { strong: asIs, faint: asIs, good: asIs, active: asIs, bad: asIs, notice: asIs };

/** What a view is drawn on. */
export interface Canvas {
  readonly paint: Paint;
  /** Columns a line may take; infinite where nobody looks at it directly. */
  readonly width: number;
  /** The file that commands have to name, because the person had to. */
  readonly file?: string | undefined;
  /** The command that must come before the one a view would name next, because the file cannot be changed. */
  readonly first?: string;
}
