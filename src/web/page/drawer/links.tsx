// Links: the pages that a text refers to, with their addresses, which open in a tab of their own.

import { linksIn } from "../../../model/inline-text.js";
import { Icon } from "../parts/icon.js";
import { webUrl } from "../parts/web-url.js";

/** @param raw as written in the file */
export function webLinksIn(raw: string): string[] {
  return linksIn(raw).flatMap((link) => webUrl(link)?.href ?? []);
}

export function Links({ urls }: { readonly urls: readonly string[] }) {
  if (urls.length === 0) return null;
  return (
    <ul class="links">
      {urls.map((url) => (
        <li key={url}>
          <a class="row" href={url} target="_blank" rel="noopener noreferrer" title={url}>
            <span class="cut" dir="ltr">
              {url.replace(/^https?:\/\//i, "")}
            </span>
            <Icon name="link" />
          </a>
        </li>
      ))}
    </ul>
  );
}
