// Random: pseudo-random numbers that are the same for the same seed, on every machine.

/** Returns numbers in [0, 1). */
export type Random = () => number;

/** The generator sfc32 of Chris Doty-Humphrey's PractRand: 128 bits of state, public domain. */
export function randomFrom(seed: number): Random {
  const state = Int32Array.of(seed, 0x9e3779b9, 0x243f6a88, 1);
  const next = () => {
    const [a = 0, b = 0, c = 0, counter = 0] = [state[0], state[1], state[2], state[3]];
    const sum = (a + b + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // Similar seeds produce similar first numbers; 15 steps remove the correlation.
  for (let step = 0; step < 15; step++) next();
  return next;
}

/** Samples the gamma distribution with this shape and scale 1 (Marsaglia and Tsang, 2000). */
export function gammaFrom(random: Random, shape: number): number {
  if (shape < 1) return gammaFrom(random, shape + 1) * (1 - random()) ** (1 / shape);
  const base = shape - 1 / 3;
  for (;;) {
    const normal = normalFrom(random);
    const factor = (1 + normal / Math.sqrt(9 * base)) ** 3;
    if (factor <= 0) continue;
    const bound = 0.5 * normal * normal + base - base * factor + base * Math.log(factor);
    if (Math.log(1 - random()) < bound) return base * factor;
  }
}

/** Standard normal distribution (Box and Muller, 1958). */
function normalFrom(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
