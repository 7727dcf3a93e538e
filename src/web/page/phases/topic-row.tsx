// Topic row: a topic in its phase, on one line.

import type { Day } from "../../../model/dates.js";
import { Icon } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import { shortUrl, webUrl } from "../parts/web-url.js";
import type { TopicItem } from "../state/items.js";
import { hrefOf } from "../state/route.js";
import { rowLook } from "./row-look.js";
import { whenText } from "./when.js";

export function TopicRow({ topic, today }: { readonly topic: TopicItem; readonly today: Day }) {
  const { number, name, status } = topic;
  const { icon, look, label } = itemSign("topic", status);
  const item = { type: "topic", number } as const;
  return (
    <li class={rowLook("line", item, status)} data-row={`#${number}`}>
      <Icon name={icon} look={look} label={label} />
      <span class="no">{number}</span>
      <a class="name cut" dir="auto" href={hrefOf("phases", item)}>
        {name}
      </a>
      <span class={`state ${status === "done" ? "soft" : look}`}>{label}</span>
      <span class="when">{whenText(topic, today)}</span>
      <Proof links={topic.links} />
    </li>
  );
}

/** Only what a browser opens as a page; the drawer has all of it. */
function Proof({ links }: { readonly links: readonly string[] }) {
  const [url] = links.flatMap((link) => webUrl(link) ?? []);
  if (!url) return <span class="proof" />;
  return (
    <a
      class="btn small quiet icon proof"
      href={url.href}
      target="_blank"
      rel="noopener noreferrer"
      title={url.href}
      aria-label={`Proof: ${shortUrl(url)}`}
    >
      <Icon name="link" />
    </a>
  );
}
