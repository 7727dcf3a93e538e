// Phase index: all phases next to the view, with how much of each is done.

import { useLayoutEffect, useRef } from "preact/hooks";
import { shortLabel } from "../../../views/short-label.js";
import { Icon } from "../parts/icon.js";
import { currentKey, goToPhase } from "./current.js";
import { sectionSign } from "./section-sign.js";
import { type Counts, type KindOfSections, type PhaseSection, totalOf } from "./sections.js";

export function PhaseIndex({ kinds }: { readonly kinds: readonly KindOfSections[] }) {
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const [box, link] = [nav.current, nav.current?.querySelector<HTMLElement>("[aria-current]")];
    if (!box || !link) return;
    // Only the index scrolls: the page is where the user scrolled it.
    const lowest = link.offsetTop + link.offsetHeight - box.clientHeight;
    box.scrollTop = Math.min(link.offsetTop, Math.max(box.scrollTop, lowest));
  }, [currentKey.value]);
  return (
    <nav ref={nav} class="index" aria-label="Phases">
      {kinds.map(({ name, title, counts, groups }) => (
        <div key={name}>
          <h2>
            {title} <DoneCount counts={counts} />
          </h2>
          {groups.map((group) => (
            <div key={group.title ?? ""}>
              {group.title !== null && (
                <h3 class="cut" dir="auto">
                  {shortLabel(group.title)}
                </h3>
              )}
              {group.sections.map((section) => (
                <PhaseLink key={section.key} section={section} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </nav>
  );
}

function PhaseLink({ section }: { readonly section: PhaseSection }) {
  const { key, title, counts } = section;
  const { icon, look } = sectionSign(section);
  return (
    <button type="button" aria-current={currentKey.value === key ? "true" : undefined} onClick={() => goToPhase(key)}>
      <Icon name={icon} look={look} />
      <span class="cut" dir="auto" title={title}>
        {/* The index is about phases: it need not say so in each line. */}
        {title.replace(/^Phase (?=\d+: )/, "")}
      </span>
      <DoneCount counts={counts} />
    </button>
  );
}

function DoneCount({ counts }: { readonly counts: Counts }) {
  return (
    <span class="count">
      {counts.done}/{totalOf(counts)}
    </span>
  );
}
