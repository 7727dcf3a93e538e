// Code points: what bytes say in UTF-8, read strictly.

/** The code points that the bytes stand for, or null when they are not valid UTF-8 (RFC 3629) from first to last. */
export function codePointsOf(bytes: readonly number[]): number[] | null {
  const found: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return null;
    let point = length === 1 ? lead : lead & (0x7f >> length);
    for (const byte of bytes.slice(at + 1, at + length)) {
      if (byte >> 6 !== 0b10) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const isOverlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
    if (isOverlong || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    found.push(point);
    at += length;
  }
  return found;
}
