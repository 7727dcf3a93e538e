// Merge hunks: the pieces of the merged text, with its conflicts.

export type Side = "ours" | "theirs";

export type Version = "base" | Side;

export type Versions<Thing> = Readonly<Record<Version, Thing>>;

export function mapVersions<From, To>(versions: Versions<From>, change: (one: From) => To): Versions<To> {
  return { base: change(versions.base), ours: change(versions.ours), theirs: change(versions.theirs) };
}

/** The detail of a conflict: the differing values of one element. */
export interface Contest {
  /** `text` for lines that are neither topic nor task. */
  readonly type: "topic" | "task" | "table" | "text";
  /** The name of the topic or task; the first line of a text; the header of a table. */
  readonly name: string;
  /** The header of the column, `mark` or `text` of a task; null if the whole element is in conflict. */
  readonly field: string | null;
  /** The value in each version; null if it lacks the element. */
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** Whole lines, as they are when resolved for one side; parts without conflict are merged in both halves. */
interface ConflictPiece extends Versions<string> {
  readonly contests: readonly Contest[];
}

export type Piece = string | ConflictPiece;

/** The text with every conflict resolved for one version. */
export function settledFor(version: Version, pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece[version])).join("");
}

export function conflictsIn(pieces: readonly Piece[]): ConflictPiece[] {
  return pieces.filter((piece) => typeof piece !== "string");
}

interface Marking {
  /** The length of a marker in characters; 7 unless git is configured otherwise. */
  readonly size: number;
  readonly labels: Versions<string>;
  readonly lineEnding: string;
}

/** The text with git's markers around each conflict, and the base between the halves. */
export function markedText(pieces: readonly Piece[], { size, labels, lineEnding }: Marking): string {
  const marker = (sign: string, label: string) => `${sign.repeat(size)}${label === "" ? "" : ` ${label}`}${lineEnding}`;
  const texts = pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    return [
      marker("<", labels.ours),
      piece.ours,
      marker("|", labels.base),
      piece.base,
      marker("=", ""),
      piece.theirs,
      marker(">", labels.theirs),
    ].join("");
  });
  return texts.join("");
}

/** The change by only one side, or equally by both; null if they changed it differently. */
export function agreed<Value>({ base, ours, theirs }: Versions<Value>): Value | null {
  if (ours === theirs || base === theirs) return ours;
  return base === ours ? theirs : null;
}
