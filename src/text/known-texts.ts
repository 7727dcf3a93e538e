// Known texts: what short texts mean is worked out once, because columns and versions say the same again and again.

const mostKnown = 1000;
const longestKnown = 200;

/** Gives what `make` gives, which is never undefined and depends on nothing but the text. */
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
