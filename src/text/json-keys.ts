// JSON keys: finds repeated keys of an object, which `JSON.parse` silently overwrites.

/** The first key that an object of the JSON has twice, however it is escaped; undefined if there is none. */
export function repeatedKey(json: string): string | undefined {
  const openObjects: Set<unknown>[] = [];
  for (const { 0: token, 1: text, 2: colon } of json.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}]/gs)) {
    if (token === "{") openObjects.push(new Set());
    else if (token === "}") openObjects.pop();
    else if (colon !== undefined) {
      const key: string = JSON.parse(`"${text}"`);
      const keys = openObjects.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}
