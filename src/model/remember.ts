// Remember: what was worked out of the last two roadmaps, because versions are compared in a chain.

import type { Roadmap } from "./roadmap.js";

/** Gives what `make` gives. A WeakMap would do as well, but makes collecting thousands of versions a third slower. */
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
