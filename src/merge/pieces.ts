// Pieces: the merged text as it grows, with the conflicts in it.

export type Side = "ours" | "theirs";

export type Version = "base" | Side;

export type Versions<Thing> = Readonly<Record<Version, Thing>>;

export function mapVersions<From, To>(versions: Versions<From>, change: (one: From) => To): Versions<To> {
  return { base: change(versions.base), ours: change(versions.ours), theirs: change(versions.theirs) };
}

/** What the sides say differently about one thing. */
export interface Contest {
  /** `text` for lines that are no topic and no task. */
  readonly type: "topic" | "task" | "table" | "text";
  /** The topic or the task; the first line of a text; the header of a table. */
  readonly name: string;
  /** The header of the column, `mark` or `text` of a task; null where all of it is in conflict. */
  readonly field: string | null;
  /** What each version says; null where it lacks the thing. */
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** Whole lines, as they are when it is settled for one side; what nobody contests is merged in both halves. */
interface ConflictPiece extends Versions<string> {
  readonly contests: readonly Contest[];
}

export type Piece = string | ConflictPiece;

/** The text when every conflict is settled for one version. */
export function settledFor(version: Version, pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece[version])).join("");
}

export function conflictsIn(pieces: readonly Piece[]): ConflictPiece[] {
  return pieces.filter((piece) => typeof piece !== "string");
}

interface Marking {
  /** How many characters a marker has; git says 7 unless it is told otherwise. */
  readonly size: number;
  readonly labels: Versions<string>;
  readonly lineEnding: string;
}

/** The text with git's markers around each conflict, the base between the halves. */
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

/** What was changed by one side only, or by both alike; null when they changed it differently. */
export function agreed<Value>({ base, ours, theirs }: Versions<Value>): Value | null {
  if (ours === theirs || base === theirs) return ours;
  return base === ours ? theirs : null;
}
