// Counted work: how much a run does, in steps instead of time, so that a busy machine does not change it.

import { type Profiler, Session } from "node:inspector/promises";

export type CountWork = <Result>(run: () => Promise<Result>) => Promise<{ result: Result; steps: number }>;

/**
 * Counts two kinds of steps:
 *
 * - Of the sources: the blocks that V8 ran, by its precise coverage. It sees every round of a loop, but not how long a
 *   built-in function takes. It sees only what is compiled after it was started: import the sources after that.
 * - Of built-in functions that take longer for longer input: the characters and elements they went over. For this, they
 *   are replaced in this process. Slices of texts are not counted, because V8 copies no characters for them.
 *
 * Not seen are comparisons of long texts, object spread, and patterns that go back and forth over one text.
 */
export async function startCounting(): Promise<CountWork> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const builtIns = countBuiltIns();
  return async (run) => {
    const before = builtIns.steps;
    const result = await run();
    const steps = builtIns.steps - before;
    // This also sets its counts to 0.
    const coverage = await session.post("Profiler.takePreciseCoverage");
    return { result, steps: steps + blocksRun(coverage.result) };
  };
}

const { href: sourcesUrl, pathname: sourcesPath } = new URL("../../src/", import.meta.url);

function blocksRun(scripts: readonly Profiler.ScriptCoverage[]): number {
  return scripts
    .filter(({ url }) => url.startsWith(sourcesUrl) || url.startsWith(sourcesPath))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

/** What one call goes over, from what it was called on, its arguments and its result. */
type Cost = (self: { readonly length: number }, args: readonly unknown[], result: unknown) => number;

const { indexOf: placeInText } = String.prototype;
const { indexOf: placeInArray } = Array.prototype;

const all: Cost = ({ length }) => length;
const made: Cost = (_, __, result) => lengthOf(result);
const given: Cost = (_, [first]) => lengthOf(first);
const after: Cost = ({ length }, [from]) => Math.max(length - Number(from ?? 0), 0);
const upTo: Cost = ({ length }, [, from], at) => (at === -1 ? length : Number(at)) - Number(from ?? 0) + 1;
const backTo: Cost = ({ length }, [, from], at) =>
  Math.min(Number(from ?? length), length) - Math.max(Number(at), 0) + 1;
const upToText: Cost = (self, args, isIn) => upTo(self, args, isIn ? Reflect.apply(placeInText, self, args) : -1);
const upToElement: Cost = (self, args, isIn) => upTo(self, args, isIn ? Reflect.apply(placeInArray, self, args) : -1);

const costs: readonly (readonly [owner: object, names: string, cost: Cost])[] = [
  [Array.prototype, "join reverse shift unshift fill", all],
  [Array.prototype, "concat slice flat toReversed toSorted toSpliced with", made],
  [Array.prototype, "splice", after],
  [Array.prototype, "indexOf", upTo],
  [Array.prototype, "lastIndexOf", backTo],
  [Array.prototype, "includes", upToElement],
  [String.prototype, "normalize toLowerCase toUpperCase localeCompare split replaceAll", all],
  [String.prototype, "repeat concat padStart padEnd", made],
  [String.prototype, "indexOf", upTo],
  [String.prototype, "lastIndexOf", backTo],
  [String.prototype, "includes", upToText],
  [Object.getPrototypeOf(Uint8Array.prototype), "slice map", made],
  [Object.getPrototypeOf(Uint8Array.prototype), "set", given],
  [Buffer.prototype, "toString", made],
  [Buffer.prototype, "equals", all],
  [Buffer, "from concat", made],
  [Buffer, "byteLength", given],
  [Object, "keys values entries", made],
  [JSON, "stringify", made],
  [JSON, "parse", given],
];

function countBuiltIns(): { readonly steps: number } {
  const counted = { steps: 0 };
  for (const [owner, names, cost] of costs)
    for (const name of names.split(" "))
      replace(owner, name, (self, args, call) => {
        const result = call();
        counted.steps += cost(self, args, result);
        return result;
      });
  // What is spread, copied or taken apart.
  for (const iterable of [[], new Map(), new Set()])
    replace(Object.getPrototypeOf(iterable[Symbol.iterator]()), "next", (_, __, call) => {
      counted.steps++;
      return call();
    });
  // Every function that takes a pattern calls this one.
  replace(RegExp.prototype, "exec", (pattern: RegExp, [text], call) => {
    const start = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
    const match = call();
    const isAnchored = pattern.sticky || (pattern.source.startsWith("^") && !pattern.multiline);
    if (match) counted.steps += match.index + match[0].length - start + 1;
    else counted.steps += isAnchored ? 1 : Math.max(String(text).length - start, 0) + 1;
    return match;
  });
  return counted;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the built-in function takes and returns.
type Replacement = (self: any, args: readonly any[], call: () => any) => unknown;

function replace(owner: object, name: string, replacement: Replacement): void {
  const original = Reflect.get(owner, name);
  const value = function (this: unknown, ...args: unknown[]) {
    return replacement(this, args, () => Reflect.apply(original, this, args));
  };
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function lengthOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) || ArrayBuffer.isView(value)
    ? (value as { length: number }).length
    : 0;
}
