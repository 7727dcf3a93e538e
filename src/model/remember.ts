// Memoizes results for the last two roadmaps, because versions are compared in a chain.

import type { Roadmap } from "./roadmap.js";

/** Memoizes `make`. A WeakMap made garbage collection of thousands of versions a third slower. */
export function remembered<Value>(make: (roadmap: Roadmap) => Value): (roadmap: Roadmap) => Value {
  let last: { readonly roadmap: Roadmap; readonly value: Value } | undefined;
  let lastButOne: typeof last;
  return (roadmap) => {
    if (last?.roadmap === roadmap) return last.value;
    const found = lastButOne?.roadmap === roadmap ? lastButOne : { roadmap, value: make(roadmap) };
    lastButOne = last;
    last = found;
    return found.value;
  };
}
