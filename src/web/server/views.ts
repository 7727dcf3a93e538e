// Views: what the page can read, each as the command of that name prints it with `--json`.

import { examineFiles } from "../../app/examine-roadmap.js";
import { diffRoadmap } from "../../app/history/diff.js";
import { readBurnUpHistory } from "../../app/history/for-views.js";
import { logRoadmap } from "../../app/history/log.js";
import type { OpenedRoadmap } from "../../app/open-roadmap.js";
import type { Session } from "../../app/session.js";
import { doctorData } from "../../json/doctor.js";
import type { Envelope } from "../../json/envelopes/index.js";
import { diffData, journalData, logData } from "../../json/history.js";
import { burnUpData, forecastData, statisticsData } from "../../json/pace.js";
import { pageData } from "../../json/page.js";
import { dashboardData } from "../../json/roadmap.js";
import { burnUp, burnUpKeys } from "../../model/pace/burn-up.js";
import { paceInFile, requireForecast } from "../../model/pace/require-forecast.js";
import { statisticsOf } from "../../model/pace/statistics.js";
import type { Query } from "./query.js";

interface ViewRequest {
  readonly session: Session;
  readonly isReadOnly: boolean;
  readonly query: Query;
}

/** By path, after `/api/`. */
export const servedViews: Readonly<Record<string, (request: ViewRequest) => Envelope | Promise<Envelope>>> = {
  roadmap,
  dashboard: async ({ session }) => dashboardData(await lastRead(session)),
  doctor: async ({ session: { request } }) => doctorData(await examineFiles([], request)),
  diff: async ({ session: { request } }) => diffData(await diffRoadmap(request)),
  journal: async ({ session }) => journalData(await session.journal()),
  log,
  stats: async (request) => {
    const opened = await viewed(request);
    return statisticsData(opened, statisticsOf(opened.roadmap, { today: opened.today, since: undefined }), undefined);
  },
  forecast: async (request) => {
    const opened = await viewed(request);
    const { roadmap, today } = opened;
    return forecastData(opened, requireForecast(roadmap, { today, assumed: paceInFile(roadmap.settings) }));
  },
  burnup: async (request) => {
    const opened = await viewed(request);
    const { roadmap, today } = opened;
    const by = burnUpKeys.find((key) => key === request.query.by) ?? "topic";
    const history = await readBurnUpHistory({ ...request.session.request, opened, by });
    return burnUpData(opened, burnUp(roadmap, { today, by, history }));
  },
};

const nothingToReverse = { undo: null, redo: null };

async function roadmap({ session, isReadOnly, query }: ViewRequest): Promise<Envelope> {
  const options = { path: session.request.path, isInRepository: session.isInRepository() };
  if (query.at !== undefined) {
    const then = { opened: await session.at(query.at), trouble: null };
    return pageData(then, { ...options, isReadOnly: true, journal: nothingToReverse });
  }
  const state = await session.state();
  // In trouble nothing can be changed, and of a deleted file there is no journal.
  const journal = state.trouble ? nothingToReverse : await session.journal();
  return pageData(state, { ...options, isReadOnly, journal });
}

async function log({ session: { request }, query }: ViewRequest): Promise<Envelope> {
  const limit = query.limit === undefined ? undefined : Number(query.limit);
  const report = await logRoadmap({ ...request, name: query.topic, newest: limit });
  const entries = report.entries.slice(0, limit);
  return logData({ ...report, entries }, report.older + report.entries.length - entries.length);
}

/** The working file, or the version that the query names. */
function viewed({ session, query: { at } }: ViewRequest): Promise<OpenedRoadmap> {
  return at === undefined ? lastRead(session) : session.at(at);
}

/** @throws UserError if the file could not be read yet */
async function lastRead(session: Session): Promise<OpenedRoadmap> {
  const { opened, trouble } = await session.state();
  if (opened) return opened;
  throw trouble ?? new Error("a file that was not read has no trouble");
}
