// JSON text: values as JSON that nothing in them can make steer a terminal: what could is spelt as an escape.

/** Those that JSON lets stand as they are: control characters beyond ASCII, and all that changes the direction of writing. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** On one line, unless `indent` columns are asked for. A program reads the same value as from any other JSON of it. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    steering,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
