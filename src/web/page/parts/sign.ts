// Signs: the icon and the word of each status, round for topics and square for tasks.

import type { TopicItem } from "../state/items.js";
import type { ItemName } from "../state/route.js";
import type { IconName } from "./icon.js";

type Status = TopicItem["status"];

interface Sign {
  readonly icon: IconName;
  /** The class of its color. */
  readonly look: string;
  readonly label: string;
}

const looks: Readonly<Record<Status, Omit<Sign, "icon">>> = {
  "not-started": { look: "is-idle", label: "Not started" },
  "in-progress": { look: "is-active", label: "In progress" },
  done: { look: "is-done", label: "Done" },
  blocked: { look: "is-blocked", label: "Blocked" },
  skipped: { look: "is-idle", label: "Skipped" },
};

const taskIcons: Readonly<Record<Status, IconName>> = {
  "not-started": "box",
  "in-progress": "half",
  done: "ticked",
  blocked: "blocked",
  skipped: "skipped",
};

export function itemSign(type: ItemName["type"], status: Status): Sign {
  return { icon: type === "task" ? taskIcons[status] : status, ...looks[status] };
}
