// A git repository for one test, with a roadmap in its first commit.

import { makePlace, type Place, testDay } from "./program.js";

export const topicRows = [
  "# Plan",
  "",
  "| Topic | Phase | Started | Finished | Status | Comments |",
  "|---|---|---|---|---|---|",
  "| HTTP Fundamentals | 1 |  |  | Not Started |  |",
  "| REST API | 1 |  |  | Not Started |  |",
  "| Kafka | 2 |  |  | Not Started |  |",
  "",
  "## Tasks",
  "",
  "- [ ] write the parser",
  "- [ ] read the book",
  "",
].join("\n");

/** The same with the first topic done. */
export const finished = topicRows.replace(
  "| HTTP Fundamentals | 1 |  |  | Not Started |",
  `| HTTP Fundamentals | 1 |  | ${testDay} | Done |`,
);

export interface RepositoryPlace extends Place {
  /** The file in the last commit, as shown by `git show`. */
  committed(name?: string): string;
  /** The whole message of the last commit. */
  message(): string;
  /** As shown by `git status --porcelain`. */
  status(): string;
  count(): number;
}

/** The files are committed, unless `git` requests an unborn branch. */
export function makeRepository(
  files: Readonly<Record<string, string>> = { "roadmap.md": topicRows },
  first: "committed" | "unborn" = "committed",
): RepositoryPlace {
  const place = makePlace(files);
  place.git("init", "--quiet", "--initial-branch=main");
  if (first === "committed") {
    place.git("add", "--all");
    place.git("commit", "--quiet", "--message=first");
  }
  return {
    ...place,
    committed: (name = "roadmap.md") => place.git("show", `HEAD:${name}`),
    message: () => place.git("log", "-1", "--format=%B").trimEnd(),
    status: () => place.git("status", "--porcelain"),
    count: () => Number(place.git("rev-list", "--count", "HEAD")),
  };
}
