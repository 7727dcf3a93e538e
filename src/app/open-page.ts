// Open page: the links of a topic or task to web pages, and opening one of them in the browser.

import { linksIn } from "../model/inline-text.js";
import { pageUrl } from "../model/link-target.js";
import { itemOf } from "../model/lists.js";
import { kindOf, type Thing } from "../model/names.js";
import { cellTexts, type Roadmap } from "../model/roadmap.js";
import { openInBrowser } from "../store/open-in-browser.js";
import { textAt } from "../text/edit.js";

export interface PageLink {
  /** The kind or the header of its column; `task` in the text of a task. */
  readonly column: string;
  readonly url: string;
}

/** In the order of the file, each page once. */
export function pageLinks(roadmap: Roadmap, thing: Thing): PageLink[] {
  const texts = "row" in thing ? cellTexts(roadmap, thing) : new Map([[kindOf(thing), textOfTask(roadmap, thing)]]);
  const links = new Map<string, PageLink>();
  for (const [column, text] of texts)
    for (const link of linksIn(text)) {
      const url = pageUrl(link);
      if (url !== null && !links.has(url)) links.set(url, { column, url });
    }
  return [...links.values()];
}

function textOfTask(roadmap: Roadmap, task: Extract<Thing, { mark: unknown }>): string {
  const { content } = itemOf(roadmap, task);
  return content ? textAt(roadmap.text, content) : "";
}

/** @throws UserError if no browser can be started */
export const openPage = openInBrowser;
