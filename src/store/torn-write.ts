// Torn write: recognizes a file whose overwriting was interrupted by a kill or a power failure.

const blockBytes = 4096;

/**
 * Whether `found` can be the result of an interrupted overwrite of `oldBytes` with `newBytes`: each block is one or the
 * other (a disk writes blocks in any order), and at most one block changes from new to old. Beyond the end of the old
 * text there may be zeros: allocated but not yet written.
 */
export function isTornWrite(found: Buffer, oldBytes: Buffer, newBytes: Buffer): boolean {
  const [shorter, longer] = [oldBytes, newBytes].map(({ length }) => length).sort((a, b) => a - b);
  if (found.length < (shorter ?? 0) || found.length > (longer ?? 0)) return false;
  const isOld = (at: number): boolean =>
    at < oldBytes.length ? found[at] === oldBytes[at] : found[at] === 0 || found[at] === newBytes[at];
  const isNew = (at: number): boolean => found[at] === (at < newBytes.length ? newBytes[at] : oldBytes[at]);
  let changeovers = 0;
  for (let start = 0; start < found.length; start += blockBytes) {
    const end = Math.min(start + blockBytes, found.length);
    const oldFrom = findEnd(start, end, isNew);
    if (oldFrom === end || findEnd(start, end, isOld) === end) continue;
    changeovers++;
    if (changeovers > 1 || findEnd(oldFrom, end, isOld) < end) return false;
  }
  return true;
}

/** The first position from `start` on where `holds` is false, otherwise `end`. */
function findEnd(start: number, end: number, holds: (at: number) => boolean): number {
  let at = start;
  while (at < end && holds(at)) at++;
  return at;
}
