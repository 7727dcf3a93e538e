// fast-check with one seed for all tests, so that a test fails only because of a change; SEED chooses another one.

import * as fc from "fast-check";

const usualSeed = 1;

/** The seed for that text: a number, as of a failure; null for `random`, where each test chooses its own. */
export function seedFrom(text = ""): number | null {
  if (text === "random") return null;
  if (!/^(-?\d+)?$/.test(text)) throw new Error(`SEED is a whole number or random, not "${text}"`);
  return text === "" ? usualSeed : Number(text);
}

const seed = seedFrom(process.env.SEED);
fc.configureGlobal(seed === null ? {} : { seed });

export { fc };
