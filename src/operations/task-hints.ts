// Task hints: what to type if a command works only for topics and the name is that of a task.

import type { TaskHint } from "../model/find.js";

/** The mark that corresponds for a task to what the command does for a topic. */
export function markHint(mark: string, state: string): TaskHint {
  return (task, status) => {
    const command = `\`roadmap check ${task} --mark ${mark}\``;
    return status === "done"
      ? `it is checked off; ${command} marks it as ${state} instead`
      : `${command} marks it as ${state}`;
  };
}

export function uncheckHint(task: string): string {
  return `\`roadmap uncheck ${task}\` clears its mark`;
}

export function renameHint(task: string): string {
  return `a task has no cells; \`roadmap rename ${task} --to TEXT\` changes its text`;
}
