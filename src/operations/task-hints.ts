// Task hints: what to type instead, where a command works only for topics and the name is that of a task.

/** The mark that means for a task what the command means for a topic. */
export function markHint(mark: string, state: string): (task: string) => string {
  return (task) => `\`roadmap check ${task} --mark ${mark}\` marks it as ${state}`;
}

export function uncheckHint(task: string): string {
  return `\`roadmap uncheck ${task}\` clears its mark`;
}

export function renameHint(task: string): string {
  return `a task has no cells; \`roadmap rename ${task} --to TEXT\` changes its text`;
}
