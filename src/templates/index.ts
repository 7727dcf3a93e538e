// Templates: the texts for a first roadmap, by name; the first line of each is its title.

import { backend } from "./backend.js";
import { blank } from "./blank.js";
import { data } from "./data.js";
import { devops } from "./devops.js";
import { frontend } from "./frontend.js";

export const templateNames = ["backend", "frontend", "devops", "data", "blank"] as const;

export type TemplateName = (typeof templateNames)[number];

export const templates: Readonly<Record<TemplateName, string>> = { backend, frontend, devops, data, blank };
