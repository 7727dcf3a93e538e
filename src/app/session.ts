// Session: one roadmap over many requests, for a program that stays open: its state, changes, and who watches it.

import { exitCodes, UserError } from "../model/errors.js";
import { today } from "../store/clock.js";
import { isBelowRepository } from "../store/git/repository.js";
import type { RoadmapFile } from "../store/read-file.js";
import { watchFile } from "../store/watch-file.js";
import { type ChangeReport, changeRead, type PlannedChange } from "./change-roadmap.js";
import { commitRoadmap, type RoadmapCommit } from "./commit-roadmap.js";
import {
  type OpenedRoadmap,
  type OpenRequest,
  openRoadmap,
  readOpened,
  readRequested,
  roadmapPath,
} from "./open-roadmap.js";
import { parseForView } from "./parse-text.js";
import type { PlannedOperations, RequestedOperation } from "./plan-operations.js";
import { conflictRefusal, planRequested } from "./requested-operations.js";
import { type ListedJournal, listJournal } from "./undo/journal-history.js";
import { type PlannedReversal, planReversal, type ReversalChoice } from "./undo/plan-reversal.js";
import type { Direction } from "./undo/verify-reversal.js";
import { halfWritten, isChanged, type Watched, type Watcher } from "./watch-roadmap.js";

/**
 * The trouble is also unresolved merge conflicts, of which the roadmap has our side. Null instead of a roadmap until
 * the file can be read for the first time.
 */
export type SessionState = Watched<OpenedRoadmap | null>;

type SessionWatcher = Watcher<SessionState>;

interface SavingOptions {
  /** The hash that the file must have, or its first characters. */
  readonly ifMatch?: string | undefined;
  readonly isDryRun?: boolean | undefined;
  /** Whether to commit what is saved; by default the settings decide. */
  readonly isCommitWanted?: boolean | undefined;
}

export interface Session {
  /** For whatever only reads: it names the file, which is found once, when the session is opened. */
  readonly request: OpenRequest & { readonly path: string };
  /** As far as the folders tell, without running git. */
  isInRepository(): boolean;
  /** Reads the file, and parses it only if its bytes or the day have changed. */
  state(): Promise<SessionState>;
  /** @throws UserError if there is no such version */
  at(revision: string): Promise<OpenedRoadmap>;
  /** @throws UserError if the change is refused or cannot be saved */
  change(requested: readonly RequestedOperation[], options: SavingOptions): Promise<ChangeReport<PlannedOperations>>;
  /** @throws UserError likewise */
  undo(which: ReversalChoice, options: SavingOptions): Promise<ChangeReport<PlannedReversal>>;
  /** @throws UserError likewise */
  redo(which: ReversalChoice, options: SavingOptions): Promise<ChangeReport<PlannedReversal>>;
  /**
   * Commits the whole file.
   * @throws UserError if git refuses, or during unresolved merge conflicts
   */
  commit(
    options: Omit<SavingOptions, "isCommitWanted"> & { readonly message?: string | undefined },
  ): Promise<RoadmapCommit>;
  journal(): Promise<ListedJournal>;
  /** Reports the state now and each time it changes, until the returned function is called. */
  watch(watcher: SessionWatcher): () => void;
  /** Ends all watching. */
  close(): void;
}

/** @throws UserError if there is no such file; one that cannot be read at present is a state like any other */
export async function openSession(opening: OpenRequest): Promise<Session> {
  const request = { ...opening, path: await roadmapPath(opening), ifMatch: undefined, at: undefined };
  const reader = keepReading(request);
  const { opened, trouble } = await reader.state();
  if (opened === null && trouble && isNoFile(trouble)) throw trouble;
  const watching = watchState(request, reader.state);
  const inTurn = queue();
  const save = <Planned extends PlannedChange>(
    plan: (opened: OpenedRoadmap) => Promise<Planned>,
    { isDryRun = false, ...options }: SavingOptions,
    keep?: (report: ChangeReport<Planned>) => void,
  ) =>
    inTurn(async () => {
      const report = await changeRead({ ...request, ...options, isDryRun, plan }, reader.readToChange);
      keep?.(report);
      if (report.saved) watching.look();
      return report;
    });
  const reverse = (direction: Direction, which: ReversalChoice, options: SavingOptions) => {
    const { isDryRun = false } = options;
    return save(planReversal({ ...which, direction, isDryRun, env: request.lookup.env }), options);
  };
  return {
    request,
    isInRepository: () => isBelowRepository(reader.realPath()),
    state: reader.state,
    at: keepVersions(request),
    change: (requested, options) => save(planRequested(requested), options, reader.keepSaved),
    undo: (which, options) => reverse("undo", which, options),
    redo: (which, options) => reverse("redo", which, options),
    commit: ({ isDryRun = false, ...options }) => inTurn(() => commitRoadmap({ ...request, ...options, isDryRun })),
    journal: () => listJournal(request),
    watch: watching.watch,
    close: watching.close,
  };
}

function isNoFile({ code, exitCode }: UserError): boolean {
  return exitCode === exitCodes.notFound || code === "NOT_A_FILE";
}

/** Each piece of work begins when those before it have ended: two changes at once would only wait for the lock. */
function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}

// The last reading, by its bytes and the day.

interface Kept {
  readonly file: RoadmapFile;
  readonly today: string;
  readonly opened: Promise<OpenedRoadmap>;
}

function keepReading(request: Session["request"]) {
  let kept: Kept | null = null;
  let last: OpenedRoadmap | null = null;
  const read = (path: string, wanted: OpenRequest): Promise<OpenedRoadmap> => {
    const file = readRequested(path, wanted);
    const day = today(wanted.lookup.env);
    if (kept === null || !isSameReading(kept, { file, today: day })) {
      kept = { file, today: day, opened: parsed(file, day) };
    }
    return kept.opened;
  };
  return {
    realPath: () => last?.file.realPath ?? request.path,
    async state(): Promise<SessionState> {
      try {
        last = await read(request.path, request);
        return { opened: last, trouble: conflictRefusal(last) };
      } catch (error) {
        if (error instanceof UserError) return { opened: last, trouble: error };
        throw error;
      }
    },
    /** A file with conflicts is read again, because a change needs the whole of it. */
    async readToChange(path: string, wanted: OpenRequest): Promise<OpenedRoadmap> {
      const opened = await read(path, wanted);
      return opened.roadmap.text === opened.file.text ? opened : readOpened(path, wanted);
    },
    /** Planning has parsed the text that was saved. */
    keepSaved({ opened, planned, saved }: ChangeReport<PlannedOperations>): void {
      if (saved === null) return;
      const { roadmap, problems, text } = planned;
      const file = { ...opened.file, text, bytes: Buffer.from(text), hash: saved.hash };
      kept = { file, today: opened.today, opened: Promise.resolve({ ...opened, file, roadmap, problems }) };
    },
  };
}

async function parsed(file: RoadmapFile, day: string): Promise<OpenedRoadmap> {
  return { file, version: null, today: day, ...(await parseForView(file.text, day)) };
}

function isSameReading(kept: Kept, now: Omit<Kept, "opened">): boolean {
  return kept.today === now.today && kept.file.realPath === now.file.realPath && kept.file.bytes.equals(now.file.bytes);
}

// Committed versions.

const maxVersions = 4;

/** Keeps the last few versions that were named by their full ids, which never mean another one. */
function keepVersions(request: OpenRequest): (revision: string) => Promise<OpenedRoadmap> {
  const versions = new Map<string, OpenedRoadmap>();
  return async (revision) => {
    const known = versions.get(revision);
    if (known) return known;
    const opened = await openRoadmap({ ...request, at: revision });
    if (opened.version?.commit === revision) versions.set(revision, opened);
    const [oldest] = versions.keys();
    if (oldest !== undefined && versions.size > maxVersions) versions.delete(oldest);
    return opened;
  };
}

// Watching: one watch of the file for all.

interface Subscription {
  readonly watcher: SessionWatcher;
  shown: SessionState | null;
}

function watchState({ path, lookup: { env } }: Session["request"], read: Session["state"]) {
  const subscriptions = new Set<Subscription>();
  const inTurn = queue();
  let watch: ReturnType<typeof watchFile> | null = null;
  let shown: SessionState | null = null;
  let mayBeHalf = halfWritten();
  const stop = () => {
    watch?.close();
    watch = null;
    shown = null;
    mayBeHalf = halfWritten();
  };
  const fail = (error: unknown) => {
    const watchers = [...subscriptions].map(({ watcher }) => watcher);
    subscriptions.clear();
    stop();
    for (const watcher of watchers) watcher.onError(error);
  };
  const look = () =>
    inTurn(async () => {
      const seen = await read();
      const before = shown?.opened?.file.text;
      if (before !== undefined && seen.opened && mayBeHalf(before, seen.opened.file.text)) return "soon";
      shown = seen;
      for (const subscription of subscriptions)
        if (!isDelivered(subscription, seen)) subscriptions.delete(subscription);
      return "seen";
    });
  const lookNow = () => {
    if (subscriptions.size > 0) void look().catch(fail);
  };
  return {
    look: lookNow,
    watch(watcher: SessionWatcher): () => void {
      const subscription: Subscription = { watcher, shown: null };
      subscriptions.add(subscription);
      watch ??= watchFile({ path, look, also: () => today(env) }, fail);
      lookNow();
      return () => {
        subscriptions.delete(subscription);
        if (subscriptions.size === 0) stop();
      };
    },
    close() {
      subscriptions.clear();
      stop();
    },
  };
}

/** False if the watcher failed, which must not stop the others. */
function isDelivered(subscription: Subscription, state: SessionState): boolean {
  const { shown, watcher } = subscription;
  if (shown !== null && !isChanged(shown, state)) return true;
  subscription.shown = state;
  try {
    watcher.onChange(state);
    return true;
  } catch (error) {
    watcher.onError(error);
    return false;
  }
}
