// JSON keys: finds repeated keys of an object, which `JSON.parse` silently overwrites.

/** The first key that an object of the JSON has twice, however it is escaped; undefined if there is none. */
export function repeatedKey(json: string): string | undefined {
  const open: Set<unknown>[] = [];
  for (const { 0: token, 1: text, 2: colon } of json.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}]/gs)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (colon !== undefined) {
      const key: string = JSON.parse(`"${text}"`);
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}
