// Dates: the calendar, formats, and the words people type.

import { expect, test } from "vitest";
import { possibleDays } from "../../src/model/date-words.js";
import {
  dateReadings,
  dayFromNumber,
  dayNumber,
  dayOf,
  elapsedDays,
  formatDay,
  isDateFormat,
  isPlaceholder,
} from "../../src/model/dates.js";
import { fc } from "../support/fast-check.js";

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(dayFromNumber);

test("the calendar is the one of the platform", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
      expect(dayFromNumber(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      expect(dayNumber(dayFromNumber(number))).toBe(number);
    }),
  );
  expect(dayOf(2026, 2, 29)).toBe(null);
  expect(dayOf(2024, 2, 29)).toBe("2024-02-29");
  expect(dayOf(1900, 2, 29)).toBe(null);
  expect(elapsedDays("2026-02-27", "2026-03-01")).toBe(2);
});

test.each([
  [1, 31],
  [2, 28],
  [3, 31],
  [4, 30],
  [5, 31],
  [6, 30],
  [7, 31],
  [8, 31],
  [9, 30],
  [10, 31],
  [11, 30],
  [12, 31],
])("month %i of 2026 has %i days, in every form", (month, days) => {
  const [mm, last, over] = [String(month).padStart(2, "0"), String(days), String(days + 1)];
  expect([dayOf(2026, month, days), dayOf(2026, month, days + 1)]).toEqual([`2026-${mm}-${last}`, null]);
  expect(dateReadings(`${last}.${mm}.2026`).map(({ day }) => day)).toEqual([`2026-${mm}-${last}`]);
  expect(dateReadings(`${over}.${mm}.2026`)).toEqual([]);
  expect(dateReadings(`2026-${mm}-${over}`)).toEqual([]);
  expect(dayFromNumber(dayNumber(`2026-${mm}-${last}`) + 1)).toBe(
    month === 12 ? "2027-01-01" : `2026-${String(month + 1).padStart(2, "0")}-01`,
  );
});

test("a format is padded if its digits show it: for numbers from ten on yes, for days next to a month name no", () => {
  const format = (text: string) => dateReadings(text).map((reading) => reading.format);
  expect(format("2026/11/22")).toEqual(["YYYY/MM/DD"]);
  expect(format("2026/1/22")).toEqual(["YYYY/M/D"]);
  expect(format("22 Nov 2026")).toEqual(["D MMM YYYY"]);
  expect(format("02 Nov 2026")).toEqual(["DD MMM YYYY"]);
});

test.each(["TBD", "tba", "N/A", "none", "null", "nil", "-", "___", "?", "", "…?".slice(1)])(
  "%j is a placeholder",
  (text) => {
    expect(isPlaceholder(text)).toBe(true);
  },
);

test("years divisible by 400 have a leap day, other centuries do not", () => {
  expect([1900, 2000, 2023, 2024, 2100, 2400].map((year) => dayOf(year, 2, 29))).toEqual([
    null,
    "2000-02-29",
    null,
    "2024-02-29",
    null,
    "2400-02-29",
  ]);
  expect(elapsedDays("2000-02-28", "2000-03-01")).toBe(2);
  expect(elapsedDays("2100-02-28", "2100-03-01")).toBe(1);
  expect(dayFromNumber(11_016)).toBe("2000-02-29");
});

test("a date written in a format is read back as that date", () => {
  const anyReadDay = anyDay.filter((day) => !/^(?:1[34]|2[456])/.test(day));
  const formats = fc.constantFrom(
    "YYYY-MM-DD",
    "YYYY/MM/DD",
    "YYYY.M.D",
    "DD.MM.YYYY",
    "DD/MM/YYYY",
    "M/D/YYYY",
    "D MMM YYYY",
    "MMMM D, YYYY",
    "YYYY年M月D日",
  );
  fc.assert(
    fc.property(anyReadDay, formats, (day, format) => {
      const written = formatDay(day, format);
      expect(dateReadings(written).map((reading) => reading.day)).toContain(day);
    }),
  );
});

const one = (text: string) => dateReadings(text).map(({ day, format }) => `${day} ${format}`);

test("dates are read in every documented format, with a weekday or a time next to them", () => {
  expect(
    Object.fromEntries(
      [
        ...["2026-03-04 (Wed)", "Wed 2026-03-04", "2026-03-04 10:30", "2026-03-04T10:30:00Z", "2026-03-04 at 9:15 pm"],
        ...["2026. 3. 4.", "2026. 03. 04. (수)", "2026年3月4日（周三）", "2026年3月4日星期三", "2026年3月4日 水曜日"],
        ...["4-Mar-2026", "4 Sept 2026", "Sept. 4, 2026", "March 4th, 2026", "Wed, March 4, 2026", "1st March 2026"],
        ...["Wednesday, 4 March 2026", "March 4 2026", "4 March, 2026", "04/03/2026 (Wed) 10:30"],
      ].map((text) => [text, one(text).join(", ")]),
    ),
  ).toEqual({
    "2026-03-04 (Wed)": "2026-03-04 YYYY-MM-DD",
    "Wed 2026-03-04": "2026-03-04 YYYY-MM-DD",
    "2026-03-04 10:30": "2026-03-04 YYYY-MM-DD",
    "2026-03-04T10:30:00Z": "2026-03-04 YYYY-MM-DD",
    "2026-03-04 at 9:15 pm": "2026-03-04 YYYY-MM-DD",
    "2026. 3. 4.": "2026-03-04 YYYY. M. D.",
    "2026. 03. 04. (수)": "2026-03-04 YYYY. MM. DD.",
    "2026年3月4日（周三）": "2026-03-04 YYYY年M月D日",
    "2026年3月4日星期三": "2026-03-04 YYYY年M月D日",
    "2026年3月4日 水曜日": "2026-03-04 YYYY年M月D日",
    "4-Mar-2026": "2026-03-04 D-MMM-YYYY",
    "4 Sept 2026": "2026-09-04 D MMM YYYY",
    "Sept. 4, 2026": "2026-09-04 MMM. D, YYYY",
    "March 4th, 2026": "2026-03-04 MMMM D, YYYY",
    "Wed, March 4, 2026": "2026-03-04 MMMM D, YYYY",
    "1st March 2026": "2026-03-01 D MMMM YYYY",
    "Wednesday, 4 March 2026": "2026-03-04 D MMMM YYYY",
    "March 4 2026": "2026-03-04 MMMM D YYYY",
    "4 March, 2026": "2026-03-04 D MMMM, YYYY",
    "04/03/2026 (Wed) 10:30": "2026-03-04 DD/MM/YYYY, 2026-04-03 MM/DD/YYYY",
  });
});

test("text that only looks like a date is not a date", () => {
  const texts = [
    "2026-02-30",
    "Mon",
    "10:30",
    "March 2026",
    "4 Marchtober 2026",
    "2026-13-01",
    "3.4",
    "April 31st, 2026",
    "1300-01-01",
    "1499-12-31",
    "2440-01-01",
    "2699-12-31",
  ];
  expect(texts.flatMap(one)).toEqual([]);
  expect(dateReadings(`2026-03-04 ${"(Wed)".repeat(20_000)}`)).toEqual([]);
});

test("words mean dates", () => {
  const today = "2026-11-22";
  const meant = (words: string) => possibleDays(words, { today });
  expect(
    Object.fromEntries(
      [
        ...["today", "Yesterday", "tomorrow", "3 days ago", "1 week ago", "a day ago", "a  week ago", "in 3 days"],
        ...["in a week", "sunday", "monday", "Sat", "last monday", "last sunday", "2026-02-28", "28.2.2026"],
        ...["Nov 3, 2026", "13/02/2026"],
      ].map((words) => [words, meant(words).join(" ")]),
    ),
  ).toEqual({
    today: "2026-11-22",
    Yesterday: "2026-11-21",
    tomorrow: "2026-11-23",
    "3 days ago": "2026-11-19",
    "1 week ago": "2026-11-15",
    "a day ago": "2026-11-21",
    "a  week ago": "2026-11-15",
    "in 3 days": "2026-11-25",
    "in a week": "2026-11-29",
    sunday: "2026-11-22",
    monday: "2026-11-16",
    Sat: "2026-11-21",
    "last monday": "2026-11-16",
    "last sunday": "2026-11-15",
    "2026-02-28": "2026-02-28",
    "28.2.2026": "2026-02-28",
    "Nov 3, 2026": "2026-11-03",
    "13/02/2026": "2026-02-13",
  });
  const none = [
    "2026-02-30",
    "tomorrow?",
    "",
    "12",
    "-1 days ago",
    "in 3 days ago",
    "3 days",
    "week",
    "last",
    "31.2.2026",
  ];
  expect(none.flatMap(meant)).toEqual([]);
});

test("a weekday is resolved backward or forward, today included", () => {
  const meant = (words: string, toward: "past" | "future") => possibleDays(words, { today: "2026-11-22", toward });
  expect(["sunday", "monday", "saturday"].map((day) => meant(day, "future")[0])).toEqual([
    ...["2026-11-22", "2026-11-23", "2026-11-28"],
  ]);
  fc.assert(
    fc.property(anyDay, fc.constantFrom("monday", "friday", "sun"), (today, name) => {
      const [back] = possibleDays(name, { today });
      const [forward] = possibleDays(name, { today, toward: "future" });
      const days = elapsedDays(back ?? "", forward ?? "");
      expect(days === 0 ? back : days).toBe(days === 0 ? today : 7);
    }),
  );
});

test("an ambiguous date has both readings, and one if the front matter decides", () => {
  expect(possibleDays("05/06/2026", { today: "2026-11-22" })).toEqual(["2026-06-05", "2026-05-06"]);
  expect(possibleDays("05/06/2026", { today: "2026-11-22", format: "MM/DD/YYYY" })).toEqual(["2026-05-06"]);
  expect(possibleDays("05/05/2026", { today: "2026-11-22" })).toEqual(["2026-05-05"]);
});

test("a date format contains year, month and day once each", () => {
  expect(["YYYY-MM-DD", "D/M/YYYY", "MMMM D, YYYY"].map(isDateFormat)).toEqual([true, true, true]);
  expect(["", "YYYY-MM", "DD/MM/YY", "DD DD YYYY", "red"].map(isDateFormat)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("a format that writes no date, or another date, is not a format", () => {
  const all = [
    "MM.DD.YYYY",
    "YYYY-DD-MM",
    "Mon D, YYYY",
    "YYYYMMDD",
    "the D of MMMM, YYYY",
    "YYYY-MM/DD",
    "MMMM Dth, YYYY",
    "YYYY-MM-DD Wed",
  ];
  expect(all.filter(isDateFormat)).toEqual([]);
  const readable = [
    "M/D/YYYY",
    "D.M.YYYY",
    "DD-MM-YYYY",
    "YYYY/M/D",
    "YYYY年M月D日",
    "DD MMM YYYY",
    "D MMMM YYYY",
    "MMM D, YYYY",
  ];
  expect(readable.filter(isDateFormat)).toEqual(readable);
});

test("placeholders are recognized and dates are not placeholders", () => {
  expect(
    [
      "",
      "-",
      "—",
      "TBD",
      "(TBC)",
      "n/a",
      "___/___",
      "?",
      "...",
      "YYYY-MM-DD",
      "dd.mm.yyyy",
      "D MMM YYYY",
      "待定",
      "未定",
      "미정",
      "[date]",
      "…",
      "dd/mm/aaaa",
      "jj/mm/aaaa",
      "TT.MM.JJJJ",
      "ГГГГ-ММ-ДД",
    ].every(isPlaceholder),
  ).toBe(true);
  expect(["soon", "2026-01-01", "x", "MM", "Mon", "DM"].some(isPlaceholder)).toBe(false);
});
