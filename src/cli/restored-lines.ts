// Restored lines: what a command says about a file that it restored. Apart from saving, because views need only this.

import type { Restored } from "../model/errors.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "../views/canvas.js";
import { messageLines } from "../views/wrap.js";

/** The message that a file got its previous text back after an interrupted save. */
export function restoredLines({ path, tornText }: Restored, canvas: Pick<Canvas, "width" | "file">): string[] {
  return messageLines(
    [
      `an earlier save was interrupted; ${visible(path)} was restored to its previous text first`,
      `the partly saved text is kept in ${visible(tornText)}`,
    ],
    canvas,
  );
}
