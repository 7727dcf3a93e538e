// Open version: the roadmap as it was in a commit, or at the end of a day.

import { UserError } from "../../model/errors.js";
import { ways } from "../../model/ways.js";
import { today } from "../../store/clock.js";
import { blobAt, readFileHistory } from "../../store/git/file-history.js";
import { readBlob } from "../../store/git/read-blobs.js";
import { type Repository, requireRepository } from "../../store/git/repository.js";
import { findHead, findRevision, type Revision } from "../../store/git/versions.js";
import { hashBytes } from "../../store/hash.js";
import { decodeText, defaultMaxBytes, findRealPath } from "../../store/read-file.js";
import type { OpenedRoadmap, OpenRequest } from "../open-roadmap.js";
import { parseForView } from "../parse-text.js";

/** The file in a commit. */
interface FileAt {
  /** From the top folder of the repository, with `/`. */
  readonly path: string;
  readonly blob: string;
}

/** @throws UserError if there is no such version, or the file is not in it */
export async function openVersion(
  path: string,
  { lookup, maxBytes, at = "HEAD" }: OpenRequest,
): Promise<OpenedRoadmap> {
  const realPath = findRealPath(path);
  const repository = requireRepository(realPath, lookup.env);
  requireHead(repository);
  const version = findRevision(repository, { words: at, today: today(lookup.env) });
  const { blob, path: pathThen } = await requireFileAt(repository, version);
  const bytes = await readVersionBytes(repository, { blob, version, maxBytes: maxBytes ?? defaultMaxBytes });
  const text = textOfVersion(bytes, version);
  const file = { path, realPath, text, bytes, hash: hashBytes(bytes) };
  const { commit, day, requestedDay } = version;
  const then = requestedDay ?? day;
  return { file, version: { commit, day, path: pathThen }, today: then, ...(await parseForView(text, then)) };
}

/** The checked-out commit. */
export function requireHead(repository: Repository): string {
  const head = findHead(repository);
  if (head !== null) return head;
  throw new UserError(
    "NOTHING_COMMITTED",
    "this repository has no commits yet",
    "commit the roadmap first, with `git add` and `git commit`",
  );
}

/** The file in that commit, even under an earlier name. */
export async function requireFileAt(repository: Repository, { commit, day }: Revision): Promise<FileAt> {
  const blob = blobAt(repository, commit, repository.path);
  if (blob !== null) return { path: repository.path, blob };
  const from = requireHead(repository);
  const versions = await readFileHistory(repository, { from, path: repository.path, withMessages: false });
  const names = new Set(versions.flatMap(({ change }) => change?.path ?? []));
  for (const path of names) {
    const found = blobAt(repository, commit, path);
    if (found !== null) return { path, blob: found };
  }
  throw new UserError(
    "FILE_NOT_IN_VERSION",
    `${repository.path} does not exist in ${commit.slice(0, 7)} (${day})`,
    ways`run ${{ view: "log" }} to see the commits that contain it`,
  );
}

/** The bytes of a blob in that version. */
export async function readVersionBytes(
  repository: Repository,
  { blob, version, maxBytes }: { blob: string; version: Revision; maxBytes: number },
): Promise<Buffer> {
  const { bytes, trouble } = await readBlob(repository, blob, maxBytes);
  if (bytes) return bytes;
  throw unreadable(version, trouble ?? "it is missing");
}

export function textOfVersion(bytes: Buffer, version: Revision): string {
  const text = decodeText(bytes);
  if (text === null) throw unreadable(version, "it is not UTF-8");
  return text;
}

function unreadable({ commit, day }: Revision, why: string): UserError {
  return new UserError(
    "VERSION_UNREADABLE",
    `cannot read the roadmap in ${commit.slice(0, 7)} (${day}): ${why}`,
    ways`choose another revision; ${{ view: "log" }} lists them`,
  );
}
