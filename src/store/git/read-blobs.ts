// Read blobs: the contents of many blobs through one git process, one at a time to limit memory.

import type { GitPlace } from "./git-process.js";
import { gitChunks } from "./log.js";

interface BlobReading {
  /** Null if it is not available. */
  readonly bytes: Buffer | null;
  /** Why it is not available, for the user. */
  readonly trouble: string | null;
}

interface BlobRequest {
  /** Full ids; duplicates are allowed. */
  readonly ids: readonly string[];
  /** Larger blobs are skipped. */
  readonly maxBytes: number;
}

/** In the order of the ids. Nothing is fetched that a partial clone lacks. */
export async function* readBlobs(
  place: GitPlace,
  { ids, maxBytes }: BlobRequest,
): AsyncGenerator<BlobReading, void, undefined> {
  if (ids.length === 0) return;
  const chunks = gitChunks({
    ...place,
    args: ["--no-replace-objects", "cat-file", "--batch", "--buffer"],
    stdin: ids.map((id) => `${id}\n`),
  });
  const source = byteSource(chunks);
  try {
    for (const _ of ids) yield await nextBlob(source, maxBytes);
    await source.end();
  } finally {
    await chunks.return();
  }
}

/** The same for one blob. */
export async function readBlob(place: GitPlace, id: string, maxBytes: number): Promise<BlobReading> {
  for await (const reading of readBlobs(place, { ids: [id], maxBytes })) return reading;
  throw new Error("git gave no answer for a blob");
}

async function nextBlob(source: ByteSource, maxBytes: number): Promise<BlobReading> {
  const [, type, size] = (await source.line()).split(" ");
  if (size === undefined) return { bytes: null, trouble: "it is not in this clone" };
  const length = Number(size);
  const isWanted = type === "blob" && length <= maxBytes;
  const bytes = isWanted ? await source.take(length) : await source.skip(length);
  await source.skip(1);
  return {
    bytes,
    trouble: bytes ? null : type === "blob" ? `it is larger than ${maxBytes} bytes` : "it is not a file",
  };
}

type ByteSource = ReturnType<typeof byteSource>;

/** Reads lines and counted bytes from chunks of any size. */
function byteSource(chunks: AsyncGenerator<Buffer, void, undefined>) {
  let chunk: Buffer = Buffer.alloc(0);
  const refill = async () => {
    const { done, value } = await chunks.next();
    if (done) throw new Error("git ended in the middle of an object");
    chunk = value;
  };
  const skip = async (count: number): Promise<null> => {
    for (let left = count; left > 0; ) {
      if (chunk.length === 0) await refill();
      const part = Math.min(left, chunk.length);
      chunk = chunk.subarray(part);
      left -= part;
    }
    return null;
  };
  const take = async (count: number): Promise<Buffer> => {
    if (chunk.length >= count) {
      const bytes = chunk.subarray(0, count);
      chunk = chunk.subarray(count);
      return bytes;
    }
    const bytes = Buffer.alloc(count);
    for (let filled = 0; filled < count; ) {
      if (chunk.length === 0) await refill();
      const part = chunk.copy(bytes, filled);
      chunk = chunk.subarray(part);
      filled += part;
    }
    return bytes;
  };
  const line = async (): Promise<string> => {
    let text = "";
    for (;;) {
      if (chunk.length === 0) await refill();
      const end = chunk.indexOf(10);
      text += chunk.toString("latin1", 0, end === -1 ? chunk.length : end);
      chunk = chunk.subarray(end === -1 ? chunk.length : end + 1);
      if (end !== -1) return text;
    }
  };
  /** Reads to the end, so git's exit code is reported. */
  const end = async () => {
    for await (const _ of chunks);
  };
  return { skip, take, line, end };
}
