// Byte tables: the encodings that UTF-8 is misread in; a part that is loaded late, and the only file that imports iconv-lite.

import iconv from "iconv-lite";
import type { ByteTable } from "./damaged-runs.js";

const highBytes = Array.from({ length: 128 }, (_, index) => index + 128);

/** Mac Roman, and Windows-1252 together with Latin-1: the two differ in the bytes 80 to 9F alone. */
export function byteTables(): ByteTable[] {
  const controls = highBytes.slice(0, 32).map((byte): [string, number] => [String.fromCharCode(byte), byte]);
  return [
    // What Apple called its logo is in the private area, and the currency sign became the euro in 1998.
    { name: "Mac Roman", bytes: new Map([...pairsOf("macroman"), ["\uf8ff", 0xf0], ["€", 0xdb], ["Ω", 0xbd]]) },
    { name: "Windows-1252", bytes: new Map([...controls, ...pairsOf("windows-1252")]) },
  ];
}

/** Bytes that stand for nothing there are left out. */
function pairsOf(encoding: string): [string, number][] {
  return highBytes.flatMap((byte): [string, number][] => {
    const character = iconv.decode(Uint8Array.of(byte), encoding);
    return character === "\ufffd" ? [] : [[character, byte]];
  });
}
