// Drawer: one topic or task, with all its cells.

import { signal } from "@preact/signals";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import { tasksAbout } from "../../../model/select.js";
import { Icon } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import { type Item, itemAt } from "../state/items.js";
import { newest } from "../state/roadmap.js";
import { goTo, hrefOf, type ItemName, route } from "../state/route.js";
import { ActsBar } from "./acts.js";
import { cellOfKind, phaseHeading } from "./cells.js";
import { DrawerFoot } from "./command.js";
import { type FieldCell, useEdit } from "./edit.js";
import { TopicFacts } from "./facts.js";
import { Editor, useReturn } from "./field.js";
import { followed } from "./follow.js";
import { isEdited, markSeen, type Opened, openedName } from "./opened.js";
import { TaskFacts } from "./task-facts.js";
import { Tasks } from "./tasks.js";
import { Trail } from "./trail.js";

interface DrawerProps {
  /** The state that the rest of the page shows. */
  readonly data: PageData;
  readonly open: ItemName;
}

/** As in the styles: there the drawer takes the place of the view. */
const narrow = matchMedia("(max-width: 64rem)");
const isNarrow = signal(narrow.matches);
narrow.addEventListener("change", ({ matches }) => {
  isNarrow.value = matches;
});

export function Drawer({ data, open }: DrawerProps) {
  // The rest of the page waits for an edited field; the drawer shows what has happened to it.
  const current = (isEdited() && newest()) || data;
  const { item, last, key } = useFollowed({ data, open }, current);
  const id = useId();
  const aside = useRef<HTMLElement>(null);
  const Box = isNarrow.value ? "main" : "aside";
  useFocusReturn(aside, open);
  useLayoutEffect(() => {
    if (item && !isEdited()) markSeen(item);
  });
  return (
    <Box
      ref={aside}
      class="drawer"
      aria-labelledby={id}
      onKeyDown={(event) => {
        const isInDialog = event.target instanceof Element && event.target.closest("dialog") !== null;
        if (event.key !== "Escape" || event.defaultPrevented || isInDialog) return;
        event.preventDefault();
        goTo(route.value.view);
      }}
    >
      {item ? (
        <Contents key={key} opened={{ data: current, item }} headingId={id} />
      ) : (
        <Gone data={current} name={last} headingId={id} />
      )}
    </Box>
  );
}

interface Requested {
  readonly data: PageData;
  readonly open: ItemName;
}

/** The row that was opened, wherever changes of the file put it; the address of the page follows. */
function useFollowed({ data, open }: Requested, current: PageData) {
  const last = useRef({ name: open, open, data, key: 0, title: "" });
  if (!isSame(open, last.current.open)) {
    const isOwn = isSame(open, last.current.name);
    last.current = { ...last.current, name: open, open, data, key: last.current.key + (isOwn ? 0 : 1) };
  }
  const { name, data: before, key } = last.current;
  const place = followed(name, before, current);
  const item = place ? itemAt(current, place) : undefined;
  if (item && place) last.current = { ...last.current, name: place, data: current, title: item.data.name };
  useLayoutEffect(() => {
    if (item && current === data && !isSame(openedName(item), open))
      location.replace(hrefOf(route.value.view, openedName(item)));
  });
  return { item, last: last.current, key };
}

function isSame(one: ItemName, other: ItemName): boolean {
  return one.type === other.type && one.number === other.number;
}

/** Closing it puts the focus back on the card or row of what was open. */
function useFocusReturn(aside: { readonly current: HTMLElement | null }, { type, number }: ItemName): void {
  const path = useRef("");
  path.current = `/${type}/${number}`;
  useLayoutEffect(() => {
    const element = aside.current;
    return () => {
      const { activeElement } = document;
      if (activeElement !== document.body && !element?.contains(activeElement)) return;
      const link = () => document.querySelector<HTMLElement>(`main a[href$="${path.current}"]`);
      requestAnimationFrame(() => link()?.focus());
    };
  }, []);
}

interface ContentsProps {
  readonly opened: Opened;
  readonly headingId: string;
}

function Contents({ opened, headingId }: ContentsProps) {
  const { data, item } = opened;
  const heading = useRef<HTMLHeadingElement>(null);
  const cell = nameCell(opened);
  const edit = useEdit(opened, cell);
  const isFixed = data.readOnly || data.trouble !== null;
  useLayoutEffect(() => heading.current?.focus(), []);
  useReturn(edit, heading);
  return (
    <>
      <DrawerHead data={data} item={item} />
      <div class="body">
        <h2 ref={heading} id={headingId} tabIndex={-1} dir="auto" class={edit.draft === null ? "" : "unseen"}>
          {item.data.name || "(no name)"}
        </h2>
        {edit.draft !== null && <Editor cell={cell} edit={edit} />}
        {!isFixed && <ActsBar opened={opened} onRename={edit.begin} />}
        {item.type === "topic" ? (
          <>
            <TopicFacts opened={opened} topic={item.data} isFixed={isFixed} />
            <Tasks data={data} title="Tasks" tasks={tasksAbout(data, item.data)} isFixed={isFixed} />
          </>
        ) : (
          <TaskFacts data={data} task={item.data} isFixed={isFixed} />
        )}
        <Trail opened={opened} />
      </div>
      <DrawerFoot data={data} item={item} />
    </>
  );
}

function nameCell({ data, item }: Opened): FieldCell {
  const { name } = item.data;
  const cell = item.type === "topic" ? cellOfKind(data, item.data, "topic") : undefined;
  if (cell) return cell;
  const raw = item.type === "task" ? item.data.text : name;
  const change = (to: string) => ({ op: "rename", input: { to } });
  return { title: "Text", column: 0, raw, shown: name, blank: "none", input: "text", value: raw, change };
}

/** `◐ 18 · Phase 3` */
function DrawerHead({ data, item: { type, data: item } }: { readonly data: PageData; readonly item: Item }) {
  const { icon, look, label } = itemSign(type, item.status);
  return (
    <header>
      <Icon name={icon} look={look} label={label} />
      <span dir="auto">
        <span class="mono">{type === "task" ? `t${item.number}` : item.number}</span>
        {item.phase !== null && ` · ${phaseHeading(data, item.phase)}`}
      </span>
      <CloseLink />
    </header>
  );
}

function CloseLink() {
  return (
    <span class="state">
      <a class="btn small quiet icon" href={hrefOf(route.value.view)} aria-label="Close" title="Close (Esc)">
        <Icon name="close" />
      </a>
    </span>
  );
}

interface GoneProps {
  readonly data: PageData;
  readonly name: { readonly open: ItemName; readonly title: string };
  readonly headingId: string;
}

function Gone({ data, name: { open, title }, headingId }: GoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <>
      <header>
        <CloseLink />
      </header>
      <div class="body" role="status">
        <h2 ref={heading} id={headingId} tabIndex={-1} dir="auto">
          {title || `No ${open.type} ${open.number}`}
        </h2>
        <p>
          {title === ""
            ? `${data.file} has no row of that number.`
            : `${data.file} no longer has it, or has several of its name.`}
        </p>
      </div>
    </>
  );
}
