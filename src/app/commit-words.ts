// Commit words: the message of a commit, made from what it changes in the file.

import { commitMessage, messageText } from "../model/commit-message.js";
import { compareRoadmaps, isNothing } from "../model/compare.js";
import { type KnownRename, withRenames } from "../model/known-renames.js";
import type { Roadmap } from "../model/roadmap.js";
import { today } from "../store/clock.js";
import { blobBytes, type FileEntry } from "../store/git/committed-file.js";
import type { Repository } from "../store/git/repository.js";
import { decodeText } from "../store/read-file.js";
import { parseText } from "./parse-text.js";

interface MessageRequest {
  /** The file in the parent; null when it is new. */
  readonly old: FileEntry | null;
  /** The file as the commit has it. */
  readonly said: Buffer;
  /** What the parent calls the file, when the commit renames it. */
  readonly formerName: string | null;
  /** The person's own words, in place of those made from the change. */
  readonly message?: string | undefined;
  /** What the commit is called, where what changed does not say it best. */
  readonly subject?: string | undefined;
  /** What the journal knows to be renamed. */
  readonly renames: () => readonly KnownRename[];
}

/** Taken as it is: subject, blank line, body, trailers. */
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

/** Line ends stay; what else could steer a terminal goes. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, "").trim();
}

/** Null for a text that cannot be read: then there is nothing to compare with. */
async function roadmapIn(bytes: Buffer, day: string): Promise<Roadmap | null> {
  const text = decodeText(bytes);
  return text === null ? null : (await parseText(text, day)).roadmap;
}
