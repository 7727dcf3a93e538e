// Memoize: computes a value when it is first needed and keeps it.

const maxTexts = 1000;
const maxTextLength = 200;

/** Memoizes a function of a short text, because columns and versions repeat few values. It never returns undefined. */
export function memoizeText<Value, Context = void>(
  make: (text: string, context: Context) => Value,
): (text: string, context: Context) => Value {
  const values = new Map<string, Value>();
  return (text, context) => {
    const known = values.get(text);
    if (known !== undefined) return known;
    const value = make(text, context);
    if (text.length > maxTextLength) return value;
    if (values.size >= maxTexts) values.clear();
    values.set(text, value);
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
    for (const memo of kept) if (memo.subject === subject) return memo.value;
    const value = make(subject, context);
    kept[oldest] = { subject, value };
    oldest = (oldest + 1) % maxSubjects;
    return value;
  };
}

/** Memoizes any number of subjects, by identity; the context must follow from the subject. For rows and tables. */
export function memoizeWeakly<Subject extends object, Value, Context = void>(
  make: (subject: Subject, context: Context) => Value,
): (subject: Subject, context: Context) => Value {
  const values = new WeakMap<Subject, Value>();
  return (subject, context) => {
    const known = values.get(subject);
    if (known !== undefined) return known;
    const value = make(subject, context);
    values.set(subject, value);
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
