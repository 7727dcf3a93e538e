// Proof link: a link to a web page in few words, with the whole URL where the pointer rests.

import { Icon } from "./icon.js";
import { shortUrl, webUrl } from "./web-url.js";

/** Anything but http and https is no link. */
export function ProofLink({ link }: { readonly link: string }) {
  const url = webUrl(link);
  if (url === null) return null;
  return (
    <a class="row cut" href={url.href} title={url.href} target="_blank" rel="noopener noreferrer">
      <span class="cut" dir="auto">
        {shortUrl(url)}
      </span>
      <Icon name="link" />
    </a>
  );
}
