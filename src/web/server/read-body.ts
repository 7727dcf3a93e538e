// Read body: the body of a request as text, up to a limit.

import type { Refusal } from "./guard.js";

const mostBytes = 64 * 1024;

/** The text, or why there is none. */
export async function readBody({ headers, body }: Request): Promise<string | Refusal> {
  if (Number(headers.get("content-length") ?? 0) > mostBytes) return tooLarge;
  const parts: Uint8Array[] = [];
  try {
    for await (const part of body ?? []) {
      parts.push(part);
      if (parts.reduce((size, { byteLength }) => size + byteLength, 0) > mostBytes) return tooLarge;
    }
  } catch {
    return incomplete;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(parts).arrayBuffer());
  } catch {
    return notUtf8;
  }
}

const tooLarge = { status: 413, message: "the body is larger than 64 KiB", hint: "send less at once" };
const notUtf8 = { status: 415, message: "the body is not UTF-8", hint: "send JSON in UTF-8" };
const incomplete = { status: 400, message: "the body is incomplete", hint: "send it again" };
