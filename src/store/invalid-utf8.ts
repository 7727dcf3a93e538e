// Where bytes stop being UTF-8 (RFC 3629): needed only to say so, so it may be slower than the check itself.

interface Form {
  readonly length: number;
  /** Range that the second byte must be in: shuts out overlong forms, surrogates and what is beyond U+10FFFF. */
  readonly second: readonly [number, number];
}

/** Offset of the first byte that begins no valid UTF-8 sequence, or -1 when all of it is valid. */
export function findInvalidUtf8(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = validLengthAt(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return -1;
}

function validLengthAt(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const form = formOf(lead);
  if (form === undefined) return 0;
  const second = bytes[offset + 1] ?? 0;
  if (second < form.second[0] || second > form.second[1]) return 0;
  for (let index = 2; index < form.length; index++) {
    const next = bytes[offset + index] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return form.length;
}

function formOf(lead: number): Form | undefined {
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 2, second: [0x80, 0xbf] };
  if (lead === 0xe0) return { length: 3, second: [0xa0, 0xbf] };
  if (lead === 0xed) return { length: 3, second: [0x80, 0x9f] };
  if (lead >= 0xe1 && lead <= 0xef) return { length: 3, second: [0x80, 0xbf] };
  if (lead === 0xf0) return { length: 4, second: [0x90, 0xbf] };
  if (lead === 0xf4) return { length: 4, second: [0x80, 0x8f] };
  if (lead >= 0xf1 && lead <= 0xf3) return { length: 4, second: [0x80, 0xbf] };
  return undefined;
}
