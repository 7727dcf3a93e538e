// Memoizes a function of short texts, because columns and versions repeat the same few values.

const mostKnown = 1000;
const longestKnown = 200;

/** `make` must depend only on the text and never return undefined. */
export function knownTexts<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = make(text);
    if (text.length > longestKnown) return value;
    if (known.size >= mostKnown) known.clear();
    known.set(text, value);
    return value;
  };
}
