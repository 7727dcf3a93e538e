// Banner: what is true of the whole page: no server, no readable file, an old version, a change by another program.

import type { ComponentChildren } from "preact";
import { reconnect } from "../api/events.js";
import { copy, programOn } from "../drawer/command.js";
import { weekdayWords } from "../parts/days.js";
import { Icon, type IconName } from "../parts/icon.js";
import { Prose } from "../parts/prose.js";
import { changedAt, connection, isBehind, shown, trouble } from "../state/roadmap.js";
import { hrefOf, route } from "../state/route.js";

/** The first of these that is so. */
export function Banner() {
  if (connection.value === "refused") return <Refused />;
  if (connection.value === "gone") return <Gone />;
  if (shown.value?.at) return <Past {...shown.value.at} today={shown.value.today} />;
  if (trouble.value) return <Trouble {...trouble.value} />;
  return null;
}

function Refused() {
  return (
    <Strip look="error" icon="key">
      <b>This page has no valid token.</b> Open the URL that <code>roadmap web</code> printed when it was last started.
    </Strip>
  );
}

function Gone() {
  const again = (
    <button type="button" class="btn" onClick={reconnect}>
      Try again
    </button>
  );
  return (
    <Strip look="error" icon="warn" acts={again}>
      <b>roadmap web does not answer.</b> Nothing can be changed. If it has ended, run <code>roadmap web</code> again
      and open the URL that it prints.
    </Strip>
  );
}

function Trouble({ code, message, hint }: NonNullable<typeof trouble.value>) {
  return (
    <Strip look="error" icon="warn" acts={code === "CONFLICT_MARKERS" && <CopyResolve />}>
      <b>
        <Prose text={message} />
      </b>{" "}
      <Prose text={code === "FILE_NOT_FOUND" ? "restore it, or end `roadmap web`" : hint} />{" "}
      {shown.value && `${seen[code] ?? "You see what could be read last"}; nothing can be changed until then.`}
    </Strip>
  );
}

/** The one next step; the page itself changes nothing in such a file. */
function CopyResolve() {
  const data = shown.value;
  if (!data) return null;
  const command = `${programOn(data)} resolve`;
  return (
    <button type="button" class="btn primary" onClick={() => void copy(command)}>
      Copy {command}
    </button>
  );
}

const seen: Readonly<Record<string, string>> = { CONFLICT_MARKERS: "You see our side of them" };

function Past({ commit, day, today }: { readonly commit: string; readonly day: string; readonly today: string }) {
  const back = (
    <a class="btn" href={hrefOf(route.value.view, null, null)}>
      Back to now
    </a>
  );
  return (
    <Strip look="notice" icon="info" acts={back}>
      <b>{`This is the roadmap as it was on ${weekdayWords(day, today)}`}</b>, in the commit{" "}
      <code>{commit.slice(0, 7)}</code>. It is read-only.
    </Strip>
  );
}

/** In the foot: nothing moves under the pointer while something is held. */
export function Behind() {
  if (!isBehind.value || shown.value?.at || trouble.value || connection.value !== "open") return null;
  return (
    <Strip look="notice" icon="info">
      <b dir="auto">
        {shown.value?.file} was changed by another program{changedAt.value === null ? "" : ` at ${changedAt.value}`}.
      </b>{" "}
      The page shows it when you have finished what you are doing.
    </Strip>
  );
}

interface StripProps {
  readonly look: "error" | "notice" | "plain";
  readonly icon: IconName;
  readonly acts?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Strip({ look, icon, acts, children }: StripProps) {
  return (
    <div class={`banner ${look}`} role={look === "error" ? "alert" : "status"}>
      <Icon name={icon} />
      <p>{children}</p>
      {acts && <span class="acts">{acts}</span>}
    </div>
  );
}
