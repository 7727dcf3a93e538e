// Forecast: the dates by which each phase and the whole may be done.

import type { PageData } from "../../../json/envelopes/page.js";
import { dayNumber } from "../../../model/dates.js";
import { counted } from "../../../text/plural.js";
import { backtestText, paceOf, undatedText } from "../../../views/forecast-lines.js";
import type { Data } from "../api/request.js";
import { dayWithYear, monthWords } from "../parts/days.js";
import { Prose } from "../parts/prose.js";
import { forecastAnswer } from "../state/pace.js";

type Found = Data<"forecast">;
type Group = Found["all"];

export function ForecastPanel({ data }: { readonly data: PageData }) {
  const found = forecastAnswer.value;
  return (
    <section class="panel" aria-labelledby="forecast" aria-busy={found === null}>
      <header>
        <h2 id="forecast">Forecast</h2>
        {found?.kind === "forecast" && <span class="soft sm">{counted(found.left, "topic")} left</span>}
      </header>
      {found?.kind === "error" && (
        <p class="soft">
          <Prose text={found.message} /> <Prose text={found.hint} />
        </p>
      )}
      {found?.kind === "forecast" && <Dates found={found} today={data.today} />}
    </section>
  );
}

interface DatesProps {
  readonly found: Found;
  readonly today: string;
}

function Dates({ found, today }: DatesProps) {
  const { basis, all, undated } = found;
  if (!basis) return <p class="soft">Nothing left to do.</p>;
  const open = found.phases.filter(({ left }) => left > 0);
  const last = [all, ...open].reduce((latest, { most }) => (most !== null && most > latest ? most : latest), today);
  const range = { from: today, to: last };
  const isRange = basis.kind === "weeks";
  return (
    <>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col" class="num">
              Left
            </th>
            {isRange && (
              <th scope="col" class="num">
                50% by
              </th>
            )}
            <th scope="col" class="num">
              {isRange ? "85% by" : "Done by"}
            </th>
            {isRange && (
              <th scope="col" class="span">
                {monthsText(range)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {open.map((group) => (
            <Row key={`${group.track} ${group.title}`} group={group} range={isRange ? range : null} />
          ))}
          {open.length !== 1 && <Row group={{ ...all, title: "All" }} range={isRange ? range : null} isSum />}
        </tbody>
      </table>
      <p class="soft sm note">{isRange ? backtestText(basis) : `Done by then ${paceOf(basis)}.`}</p>
      {isRange && undated > 0 && <p class="soft sm">{undatedText(undated)}</p>}
    </>
  );
}

interface Range {
  readonly from: string;
  readonly to: string;
}

interface RowProps {
  readonly group: Group;
  /** Null without a spread. */
  readonly range: Range | null;
  readonly isSum?: boolean;
}

function Row({ group: { title, left, half, most }, range, isSum = false }: RowProps) {
  return (
    <tr class={isSum ? "sum" : undefined}>
      <th scope="row" class="cut" dir="auto">
        {title}
      </th>
      <td class="num">{left}</td>
      {range && <td class="num">{dayText(half)}</td>}
      <td class="num soft">{dayText(most)}</td>
      {range && <td class="span">{half !== null && <Spread half={half} most={most ?? range.to} range={range} />}</td>}
    </tr>
  );
}

function dayText(day: string | null): string {
  return day === null ? "> 20 years" : dayWithYear(day);
}

/** From the date that is 50% likely to the one that is 85% likely. */
function Spread({
  half,
  most,
  range: { from, to },
}: {
  readonly half: string;
  readonly most: string;
  readonly range: Range;
}) {
  const start = dayNumber(from);
  const place = (day: string) => (100 * (dayNumber(day) - start)) / Math.max(1, dayNumber(to) - start);
  return (
    <svg class="bar thick" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="f-active" x={Math.min(place(half), 99)} width={Math.max(1, place(most) - place(half))} height="8" />
    </svg>
  );
}

/** `Dec – Jun`, with the years if there are more than twelve months. */
function monthsText({ from, to }: Range): string {
  const name = (day: string) => monthWords(day, day).slice(0, 3);
  if (to.slice(0, 7) === from.slice(0, 7)) return name(from);
  const isLong = dayNumber(to) - dayNumber(from) > 330;
  return [from, to].map((day) => (isLong ? `${name(day)} ${day.slice(0, 4)}` : name(day))).join(" – ");
}
