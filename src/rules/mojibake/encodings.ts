// Encodings in which UTF-8 is commonly misread.

/** A single-byte encoding: the bytes from 0x80 on by their characters. */
export interface Encoding {
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
}

const highBytes = Uint8Array.from({ length: 128 }, (_, index) => index + 128);

/** The bytes 80 to 9F, in which alone it differs from Latin-1; Node 20 decodes them as Latin-1. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Mac Roman, and Windows-1252 together with Latin-1. */
export const encodings: readonly Encoding[] = [
  {
    name: "Mac Roman",
    // The euro sign replaced the currency sign in 1998, and some tables have the ohm sign for the Greek letter.
    bytes: new Map([["¤", 0xdb], ["\u2126", 0xbd], ...bytesOf(new TextDecoder("macintosh").decode(highBytes))]),
  },
  {
    name: "Windows-1252",
    bytes: new Map([...bytesOf(String.fromCharCode(...highBytes)), ...bytesOf(windows1252)]),
  },
];

/** Each character with its byte, from 0x80 on. */
function bytesOf(characters: string): [string, number][] {
  return Array.from(characters, (character, index) => [character, 0x80 + index]);
}
