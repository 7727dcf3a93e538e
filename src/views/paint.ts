// Paint: the meanings of color in a view; the caller decides how they look, or that there is no color.

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

/** The output medium of a view. */
export interface Canvas {
  readonly paint: Paint;
  /** The width of a line in columns; infinite if the output is not a terminal. */
  readonly width: number;
  /** The file that commands have to name, because the user had to. */
  readonly file?: string | undefined;
  /** The command that must precede the one a view would suggest, because the file cannot be changed. */
  readonly first?: string;
}
