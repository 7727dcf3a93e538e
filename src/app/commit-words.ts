// Commit words: the commit message, generated from the changes in the file.

import { commitMessage, messageText } from "../model/history/commit-message.js";
import { compareRoadmaps, isNothing } from "../model/history/compare.js";
import { type KnownRename, withRenames } from "../model/history/known-renames.js";
import type { Roadmap } from "../model/roadmap.js";
import { today } from "../store/clock.js";
import { blobBytes, type FileEntry } from "../store/git/committed-file.js";
import type { Repository } from "../store/git/repository.js";
import { decodeText } from "../store/read-file.js";
import { parseText } from "./parse-text.js";

interface MessageRequest {
  /** The file in the parent; null if it is new. */
  readonly old: FileEntry | null;
  /** The content of the file in the commit. */
  readonly said: Buffer;
  /** The path in the parent, if the commit renames the file. */
  readonly formerName: string | null;
  /** The user's own message, in place of the generated one. */
  readonly message?: string | undefined;
  /** The subject, if the changes do not describe it best. */
  readonly subject?: string | undefined;
  /** The renames recorded in the journal. */
  readonly renames: () => readonly KnownRename[];
}

/** Used verbatim: subject, blank line, body, trailers. */
export async function messageFor(
  repository: Repository,
  { old, said, formerName, message, subject, renames }: MessageRequest,
): Promise<string> {
  const day = today(repository.env);
  const before = old === null ? null : await roadmapIn(blobBytes(repository, old.blob), day);
  const after = await roadmapIn(said, day);
  const words = message === undefined ? "" : withoutControls(message);
  if (before === null || after === null)
    return `${words || `roadmap: ${old === null ? "add" : "fix"} ${repository.path}`}\n`;
  const comparison = withRenames(compareRoadmaps(before, after), renames);
  const isOnlyRenamed = formerName !== null && isNothing(comparison);
  const renamed = isOnlyRenamed ? `roadmap: rename ${formerName} to ${repository.path}` : undefined;
  const made = commitMessage(comparison, { subject: subject ?? renamed });
  return messageText(words === "" ? made : { ...made, body: [], subject: words });
}

/** Line breaks stay; other control characters are removed. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, "").trim();
}

/** Null for a text that cannot be read, because there is nothing to compare with. */
async function roadmapIn(bytes: Buffer, day: string): Promise<Roadmap | null> {
  const text = decodeText(bytes);
  return text === null ? null : (await parseText(text, day)).roadmap;
}
