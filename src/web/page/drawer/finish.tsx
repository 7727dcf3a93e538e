// Finish: asks for the date and the proof of a topic that is finished, where there is something to ask.

import { useId, useState } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import { elapsedDays } from "../../../model/dates.js";
import { commandOf } from "../../../model/ways.js";
import { durationText } from "../../../views/day-words.js";
import { isError, isGone } from "../api/request.js";
import { dayWithYear } from "../parts/days.js";
import { Dialog } from "../parts/dialog.js";
import { Icon } from "../parts/icon.js";
import { itemAt, type TopicItem } from "../state/items.js";
import { newest } from "../state/roadmap.js";
import { type Asked, asked, deliverableOf, type FinishRefusal } from "./ask-finish.js";
import { cellOfKind } from "./cells.js";
import { commandAddress, programOn } from "./command.js";
import { RefusalText } from "./field.js";
import { followed } from "./follow.js";
import { changeOpened, type Opened, openedName } from "./opened.js";

export function FinishDialog({ asked }: { readonly asked: Asked | null }) {
  return asked && <FinishForm asked={asked} />;
}

function FinishForm({ asked: { opened, topic, refusal } }: { readonly asked: Asked }) {
  const { data } = opened;
  const [date, setDate] = useState<string | null>(null);
  const [proof, setProof] = useState("");
  const [isSending, setSending] = useState(false);
  const id = useId();
  const close = () => {
    asked.value = null;
  };
  const input = { ...(date ? { date } : {}), ...(proof.trim() ? { proof: [proof.trim()] } : {}) };
  const finish = async (given: string | null) => {
    setSending(true);
    const sent = given === null ? input : { ...input, date: given };
    const answer = await changeOpened(opened, { op: "finish", input: sent });
    setSending(false);
    if (isError(answer)) asked.value = refusedWith(opened, answer);
    else if (!isGone(answer)) close();
  };
  const title = `Finish ${topic.name}`;
  return (
    <Dialog label={title} look="narrow" onClose={close}>
      <div class="dhead">
        <Icon name="done" look="is-done" />
        <h2 dir="auto">{title}</h2>
      </div>
      <form
        id={id}
        class="body"
        onSubmit={(event) => {
          event.preventDefault();
          void finish(null);
        }}
      >
        <DateField data={data} topic={topic} date={date} onDate={setDate} />
        <ProofField data={data} topic={topic} proof={proof} onProof={setProof} />
        {refusal && <RefusalText id={`${id}-refusal`} refusal={withoutCommands(refusal)} />}
        {refusal?.code === undecided && (
          <div class="acts">
            {[topic.finished ?? "", data.today].map((day) => (
              <button key={day} type="button" class="btn" onClick={() => void finish(day)}>
                {day === data.today ? "It is finished today" : `It was finished on ${dayWithYear(day)}`}
              </button>
            ))}
          </div>
        )}
      </form>
      <div class="dfoot acts">
        <code class="grow cut hide-s">
          {commandOf({ operation: "finish", input: { topic: commandAddress(opened.item), ...input } }, programOn(data))}
        </code>
        <button type="button" class="btn" onClick={close}>
          Cancel
        </button>
        <button type="submit" form={id} class="btn primary" disabled={isSending}>
          Finish
        </button>
      </div>
    </Dialog>
  );
}

const undecided = "VALUE_UNDECIDED";

/** The choices are buttons here. */
function withoutCommands(refusal: FinishRefusal): FinishRefusal {
  return refusal.code === undecided ? { ...refusal, hint: "" } : refusal;
}

/** After a change from outside, which the refusal names, the next attempt is for the text as it is now. */
function refusedWith(opened: Opened, refusal: FinishRefusal): Asked | null {
  const now = newest();
  const place = now && followed(openedName(opened.item), opened.data, now);
  const item = now && place && itemAt(now, place);
  const current = now && item && refusal.code === "CHANGED_MEANWHILE" ? { data: now, item } : opened;
  return current.item.type === "topic" ? { opened: current, topic: current.item.data, refusal } : null;
}

interface DateFieldProps {
  readonly data: PageData;
  readonly topic: TopicItem;
  /** Null for today. */
  readonly date: string | null;
  onDate(date: string | null): void;
}

function DateField({ data, topic, date, onDate }: DateFieldProps) {
  const { today } = data;
  if (!cellOfKind(data, topic, "finished")) return null;
  const { started } = topic;
  const after = started === null || started > today ? "" : `, after ${durationText(elapsedDays(started, today))}`;
  if (date === null)
    return (
      <p class="soft">
        Finished today, {dayWithYear(today)}
        {after.replace("after same day", "started the same day")}.{" "}
        <button type="button" class="plain-link" onClick={() => onDate(today)}>
          Another day
        </button>
      </p>
    );
  return (
    <label class="stack tight">
      <span class="strong">Finished on</span>
      <input
        class="field"
        type="date"
        required
        max={today}
        value={date}
        onInput={({ currentTarget }) => onDate(currentTarget.value)}
      />
    </label>
  );
}

interface ProofFieldProps {
  readonly data: PageData;
  readonly topic: TopicItem;
  readonly proof: string;
  onProof(proof: string): void;
}

function ProofField({ data, topic, proof, onProof }: ProofFieldProps) {
  if (!cellOfKind(data, topic, "proof")?.change) return null;
  const deliverable = deliverableOf(data, topic);
  return (
    <label class="stack tight">
      <span class="strong" dir="auto">
        {deliverable === "" ? "Proof" : `Proof of “${deliverable}”`}
      </span>
      <input
        class="field"
        inputMode="url"
        autocomplete="off"
        autofocus
        placeholder="https://github.com/…"
        value={proof}
        onInput={({ currentTarget }) => onProof(currentTarget.value)}
      />
      <span class="soft sm">A link to what you made. You can add it later.</span>
    </label>
  );
}
