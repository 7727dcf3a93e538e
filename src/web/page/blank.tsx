// Blank: a roadmap without topics and tasks, and how to begin: with the first topic here, or with a command.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PageData } from "../../json/envelopes/page.js";
import { focusCard } from "./board/focus.js";
import { copy, programOn } from "./drawer/command.js";
import { Icon } from "./parts/icon.js";
import { Prose } from "./parts/prose.js";
import { RefusalLine, refusalIn } from "./parts/refusal-line.js";
import { changeFile } from "./state/changes.js";

export function Blank({ data }: { readonly data: PageData }) {
  return (
    <main class="blank">
      <UnreadTables data={data} />
      {data.readOnly ? <h2>Nothing here yet</h2> : <FirstTopic file={data.file} />}
      <Ways data={data} />
    </main>
  );
}

function FirstTopic({ file }: Pick<PageData, "file">) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalIn>>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const refused = refusalIn(await changeFile("add-topic", { name: name.trim() }));
    setRefusal(refused);
    if (refused === null) focusCard("#1");
  };
  return (
    <div class="stack">
      <h2>What do you want to learn first?</h2>
      <form class="quick" onSubmit={add}>
        <label class="grow">
          <span class="unseen">First topic</span>
          <input
            ref={field}
            class="field"
            dir="auto"
            required
            aria-invalid={refusal !== null}
            aria-describedby={refusal === null ? undefined : "first-refused"}
            placeholder="Ownership and borrowing"
            value={name}
            onInput={({ currentTarget }) => {
              setName(currentTarget.value);
              setRefusal(null);
            }}
          />
        </label>
        <button type="submit" class="btn primary">
          Add topic
        </button>
      </form>
      <RefusalLine id="first-refused" refusal={refusal} />
      <p>
        It becomes the first row of a table in <span class="mono">{file}</span>. You can edit that file by hand at any
        time; this page follows.
      </p>
    </div>
  );
}

const unreadCodes = ["TABLE_UNREAD", "TABLE_HTML", "TABLE_UNTRACKED"];

/** A table that looks like topics, and the line that makes it readable. */
function UnreadTables({ data: { problems } }: { readonly data: PageData }) {
  const unread = problems.filter(({ code }) => unreadCodes.includes(code)).slice(0, mostShown);
  if (unread.length === 0) return null;
  return (
    <ul class="problems unread">
      {unread.map(({ code, line, message, hint }) => (
        <li key={`${code} ${line}`}>
          <Icon name="warn" look="is-active" />
          <div>
            <p>
              <Prose text={`line ${line}: ${message}`} />
            </p>
            <p>
              <Prose text={hint} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

const mostShown = 3;

/** A line may break between words, but not after the dashes of an option. */
function unbrokenWords(command: string) {
  return command.split(/( )/).map((word, index) => (
    <span key={`${index} ${word}`} class="word">
      {word}
    </span>
  ));
}

/** Commands for the terminal, which are copied when they are chosen. */
function Ways({ data }: { readonly data: PageData }) {
  const program = programOn(data);
  const ways = [
    {
      title: "Begin with a template",
      about: "Backend, frontend, devops or data, with phases and tasks, in a file of its own.",
      command: "roadmap init backend.md --template backend",
    },
    {
      title: "Import a list",
      about: "A CSV or a spreadsheet export; columns are recognized.",
      command: `${program} import topics.csv --add`,
    },
    {
      title: "Write it yourself",
      about: "Open the file in your editor. A table and checkboxes are enough.",
      command: `${program} edit`,
    },
  ];
  return (
    <div class="ways">
      {ways.map(({ title, about, command }) => (
        <button key={title} type="button" class="way" title="Copy the command" onClick={() => void copy(command)}>
          <b>{title}</b>
          <span>{about}</span>
          <code>{unbrokenWords(command)}</code>
        </button>
      ))}
    </div>
  );
}
