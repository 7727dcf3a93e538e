// Canvases for tests: terminals of a width, in Unicode and in ASCII.

import { asciiSigns, type Canvas, plainCanvas } from "../../src/views/canvas.js";

/** A terminal in which a person reads, without color. */
export function terminal(width: number): Canvas {
  return { ...plainCanvas, width, isTerminal: true, hasHints: true, days: "short" };
}

export function asciiTerminal(width: number): Canvas {
  return { ...terminal(width), signs: asciiSigns };
}
