// Memoize: computes a value when it is first needed and keeps it.

const maxTexts = 1000;
const maxTextLength = 200;

/** Memoizes a function of a short text, because columns and versions repeat few values. It never returns undefined. */
export function memoizeText<Value, Context = void>(
  make: (text: string, context: Context) => Value,
): (text: string, context: Context) => Value {
  const known = new Map<string, Value>();
  return (text, context) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = make(text, context);
    if (text.length > maxTextLength) return value;
    if (known.size >= maxTexts) known.clear();
    known.set(text, value);
    return value;
  };
}

/** As many as a merge compares: the base, both sides and the result. */
const maxSubjects = 4;

/**
 * Memoizes the last few subjects, by identity; the context must follow from the subject. For roadmaps: a WeakMap made
 * garbage collection of thousands of versions a third slower.
 */
export function memoize<Subject extends object, Value, Context = void>(
  make: (subject: Subject, context: Context) => Value,
): (subject: Subject, context: Context) => Value {
  const kept: { readonly subject: Subject; readonly value: Value }[] = [];
  let oldest = 0;
  return (subject, context) => {
    for (const known of kept) if (known.subject === subject) return known.value;
    const value = make(subject, context);
    kept[oldest] = { subject, value };
    oldest = (oldest + 1) % maxSubjects;
    return value;
  };
}

/** Memoizes any number of subjects, by identity; the context must follow from the subject. For rows and tables. */
export function memoizeWeakly<Subject extends object, Value, Context>(
  make: (subject: Subject, context: Context) => Value,
): (subject: Subject, context: Context) => Value {
  const known = new WeakMap<Subject, Value>();
  return (subject, context) => {
    const found = known.get(subject);
    if (found !== undefined) return found;
    const value = make(subject, context);
    known.set(subject, value);
    return value;
  };
}

/** A value that most callers never need. It is never undefined. */
export function lazy<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
