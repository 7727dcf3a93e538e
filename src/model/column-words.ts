// Column words: the English words for what a column contains, and what is noted of them in every language.

import type { HeaderRole } from "./headers.js";

/**
 * Words that have the role of their name, or share a role with others in `header-words.ts`:
 * - of topics: `problem` and `title` are the best names, `section` contains topics (`Module`), `component` names rows
 *   only if nothing better does (`File`, `Goal`)
 * - `completed`: a finish date or a check; `description`: comments that could name rows; `outcome`: deliverables that
 *   could; `artifact`: a proof that is also something else; `situation`: a status only if the cells say so
 * - of no role: `property`, what a ✅ says about a thing and not about work on it; `meaning`; `count`
 */
export type WordGroup = HeaderRole | SpecialGroup;

export type SpecialGroup =
  | "problem"
  | "title"
  | "name"
  | "section"
  | "component"
  | "completed"
  | "description"
  | "situation"
  | "outcome"
  | "artifact"
  | "property"
  | "meaning"
  | "count";

/**
 * Words separated by commas, the best names first; case, accents and punctuation do not matter. A word has one group in
 * a language. Where languages differ, the one that comes first decides.
 */
export type ColumnWords = Readonly<Partial<Record<WordGroup, string>>>;

/** Singular only, except where the plural is the usual form. */
export const englishWords: Readonly<Record<WordGroup, string>> = {
  topic: `topic, skill, subject, course, task, lesson, concept, technology, project, feature, item, milestone, book,
    chapter, tool, certification, exam, lecture, tutorial, workshop, training, assignment, homework, lab, activity,
    story, user story, requirement, ticket, issue, work item, action item, to do, todo, checkpoint, capstone, paper,
    article, reading, word, phrase, theme, subtopic, sub topic, content, knowledge, competency, competence, technique,
    algorithm, method, focus area, what to learn, what, action`,
  problem: "problem, question, exercise, challenge, kata, puzzle",
  title: "title",
  name: "name",
  section: "module, unit, area, domain, part, block, pillar, learning area, knowledge area, topic area",
  component: `language, framework, library, component, file, screen, page, test, test case, document, goal, objective,
    habit, okr, initiative, epic, event, criterion, criteria, acceptance criterion, acceptance criteria, service,
    endpoint`,
  phase: `phase, week, stage, sprint, level, month, step, quarter, section, phase no, phase number, week no,
    week number, semester, term, iteration, cycle, session, session no, session number, wk`,
  started: `date started, start date, started, started on, start, begin, begun, begin date, from, began, date begun,
    started at, actual start, actual start date, date of start`,
  finished: `date finished, finish date, end date, done on, date completed, completed on, completion date, finished on,
    finish, end, date done, until, ended, done date, completed date, finished date, completed at, finished at, date of
    completion, date earned, earned on, passed on, date passed, solved on, date solved, closed on, actual end, actual
    end date, actual finish`,
  completed: "completed, finished",
  due: `due, due date, deadline, target date, due on, due by, target completion, target completion date, target end
    date, target finish, planned date, planned end, planned end date, planned finish, planned completion, planned
    completion date, by when, when due, expected date, expected completion, expected completion date, expected end
    date, estimated completion, estimated completion date, eta, next review, next review date`,
  comments: `comments, notes, comment, note, remarks, remark, observation, annotation, takeaway, key takeaway,
    reflection, blocker, next step, next action, example, reason, why, what i learned, lessons learned`,
  description: "description, details, detail, focus, summary, purpose, explanation",
  situation: "progress state",
  status: "status, state, progress status, current status, current state, completion status, stage status",
  percent: `progress, percent, percentage, completion, overall progress, completion rate, progress percentage,
    completion percentage, percent complete, percent completed, percent done, percentage complete, %`,
  priority: "priority, prio, importance, urgency, priority level",
  "depends-on": `depends on, dependencies, prerequisites, requires, after, dependency, prerequisite, depends, blocked by,
    pre requisite, prereq, waits for, waiting for`,
  resources: `resources, links, materials, references, resource, link, material, reference, source, url, video, playlist,
    website, docs, documentation, platform, provider, where, study material, learning material, learning resource`,
  deliverables: "deliverables, deliverable",
  outcome: "outcomes, outputs, outcome, output, expected outcome, learning outcome",
  proof: "proof of work link, proof of work, proof, proof link, evidence",
  artifact: `pr link, commit, pr, pull request, commit link, solution, solution link, code link, repo, repo
    link, repository, github, github link, certificate, certificate link, credential, credential id, artifact,
    submission, demo`,
  check: `done, complete, is done, is complete, is completed, check, checked, checkbox, tick, ticked, mastered, solved,
    learned, learnt, watched, practiced, practised, revised, understood, submitted, attempted, memorized, achieved,
    accomplished, read?, passed?, reviewed?, ready?`,
  date: "date, when, last updated, updated, last activity, last reviewed, last studied, last practiced",
  day: "day, day no, day number",
  id: `id, no, nr, n, s no, sno, sr no, sr, sl no, sl, number, num, index, idx, code, ref, item no, problem no,
    problem number, problem id, lesson no, lesson number, question no, question number, task id, ticket id`,
  category: `category, type, kind, group, tag, track, class, classification, difficulty, difficulty level, skill level,
    pattern, genre, severity`,
  estimate: `estimate, estimated time, estimated duration, estimated hours, est, est time, est hours, hours, hour, hrs,
    time, time spent, hours spent, time estimate, time needed, duration, effort, points, story points, credits, minutes,
    pages, length`,
  person: `owner, assignee, assigned to, assigned, responsible, responsible person, who, lead, author, reviewer,
    instructor, teacher, mentor, speaker`,
  symbol: "symbol, icon, emoji, sign, badge, color, legend",
  metric: "metric, kpi, indicator, measure, measurement, statistic, stat, parameter",
  property: `required, free, mandatory, optional, supported, support, available, included, recommended, public, paid,
    official, premium, important, in scope, needed, compatible, tested, installed, enabled, fastest, best, default, selected, chosen`,
  meaning: "meaning, means, what it means",
  count: "total, count, sum, remaining, amount, quantity, qty",
};
