// Banned words: words for no text of roadmap and no page, each with its replacement.

export interface Banned {
  readonly words: RegExp;
  readonly use: string;
}

const not = (words: RegExp, use: string): Banned => ({ words, use });

/** Words that are never right, wherever a person reads them. */
export const bannedWords: readonly Banned[] = [
  not(/\bmend(?:s|ed|ing)?\b|\brepair(?:s|ed|ing)?\b|\bputs? (?:\w+ )?right\b/i, "fix"),
  not(/\bbehind\b|\bbeside\b/i, "after, next to"),
  not(/(?<!\bwhere you )\bstands?\b(?! for\b)/i, "is, appears"),
  not(/\bin (?:a|that|which|this) state\b/i, "status"),
  not(/\bun?tick(?:s|ed|ing)?\b/i, "check off, uncheck"),
  not(
    /\ba blank(?= (?:in|on|at|before|after|between|and|or|is)\b|[.,;:]|$)|\bblanks\b|\bempty cells?\b/i,
    "space, whitespace, blank cell",
  ),
  not(/\b(?:no|known|which|what) days?\b|\bday that\b|\bdays there (?:are|were)\b/i, "date"),
  not(/\b(?:a|the|its|one|own|two|other) signs?\b|\bsigns\b|\b(?:a|the) box\b/i, "mark, checkbox, character, emoji"),
  not(/\bbullets?\b|\blines? of dashes\b|\bquotations?\b(?! marks?\b)/i, "list marker, delimiter row, block quote"),
  not(/\bthe file as it is\b|\b(?:is|are) as (?:it was|they were)\b/i, "working file, unchanged"),
  not(/\bunfinished merges?\b|\bleft open\b/i, "unresolved merge conflicts"),
  not(/\bsettl(?:e|es|ed|ing)\b/i, "resolve"),
  not(/\bunder way\b/i, "in progress"),
  not(/\bon no branch\b|\bknows nothing before\b/i, "detached HEAD, shallow clone"),
  not(/\btak(?:e|es|en|ing) over\b/i, "import"),
  not(/\banew\b|\bonce more\b/i, "again, re-"),
  not(/\b(?:take|takes|took|taken|taking) (?:\w+ ){0,2}back\b|\bma(?:ke|kes|de) again\b/i, "undo, redo, roll back"),
  not(/\bremember(?:s|ed|ing)?\b/i, "recorded, journal"),
  not(/\b(?:leave|leaves|left|leaving) (?:\w+ ){0,2}(?:out|away)\b/i, "skip, omit"),
  not(/\bgive one\b|\bwere both given\b|\bsay which\b|\bname yours\b/i, "pass, use, choose, select"),
  not(/\bholders?\b(?!:)/i, "owner"),
  not(/\bruns? no more\b/i, "is no longer running, stale"),
  not(/\bor else\b|(?<!\b(?:some|any|no|every)(?:thing|one|where)|\bno one|\bwhat(?:ever)?) else\b/i, "or; otherwise"),
  not(/\bwho(?:m)?ever\b|\bnobody\b|\bsomebody\b|\banybody\b|\beverybody\b/i, "everyone, no one, someone"),
  not(/\bmeanwhile\b/i, "in the meantime"),
  not(/\bin force\b/i, "in effect"),
  not(/\bfutures\b|% sure\b|\bin a row\b|\b[Aa] gantt\b/, "simulations, likely, streak, Gantt chart"),
  not(/\btopics? a week\b/i, "per week"),
  not(/\d %/, "50% without a space"),
  not(/\bways? out\b/i, "fix, hint, what to do"),
  not(/\bcolour|\blicence\b|\brecognis|\bneighbour|\bbehaviour|\bspelt\b/i, "US English"),
  not(/\b(?:the|this) program\b/i, "roadmap"),
  not(/\bshall\b/i, "present tense"),
  not(/\w\(s\)/, "plural by count"),
  not(/\bnothing but\b|\b(?:say|says|said|tell|tells) nothing\b/i, "only, does not say"),
  not(/\b(?:is|are|was|were) none of\b/i, "is not one of"),
  not(/\bmay be given several times\b|\b(?:\w+ )without it$/i, "(repeatable), (default: x)"),
];

/** Phrases that are also wrong in messages and hints. */
export const bannedInMessages: readonly Banned[] = [
  not(/\bthere (?:is|are|was|were) (?:no\b|nothing|none|nobody)/i, "no X, X not found"),
  not(/\b(?:is|are|was|were) no (?!longer\b)[a-z]/i, "is not a X"),
  not(/\baddress(?:es)?\b/i, "URL, link"),
  not(/\bwe\b|\bour (?!side\b)|\bsorry\b/i, "the file, the topic or git as the subject"),
  not(/\bso many\b|\bas such\b|\bthat is to say\b/i, "this many"),
  not(/!$/, "no exclamation mark"),
];

/** Words that no comment has: the standard terms and everyday English take their place. */
export const bannedInComments: readonly Banned[] = [
  not(/\bshall\b/i, "must, or the present tense"),
  not(/\banew\b|\bonce more\b/i, "again, re-"),
  not(/\bwho(?:m)?ever\b|\bnobody\b|\bsomebody\b|\banybody\b|\beverybody\b/i, "no one, someone; better: rephrase"),
  not(/\btold\b/i, "reported, known, suggested"),
  not(/\bst(?:ands?|ood)\b(?! for\b)/i, "is, appears"),
  not(/\bbehind\b|\bbeside\b/i, "after, next to"),
  not(/\bmend(?:s|ed|ing)?\b|\bputs? (?:\w+ )?right\b/i, "fix"),
  not(/\bblanks\b/i, "spaces, whitespace, blank lines"),
  not(/\b(?:take|takes|took|taken|taking) (?:\w+ ){0,2}back\b/i, "undo"),
  not(/\bunder way\b|\bmeanwhile\b|\bin force\b/i, "in progress, in the meantime, in effect"),
  not(/\bways? out\b/i, "hint"),
  not(/\bnothing but\b|\bas (?:it stands|such)\b/i, "only; rephrase"),
  not(/\bcolour|\blicence\b|\brecognis|\bneighbour|\bbehaviour|\bspelt\b/i, "US English"),
];
