// Days: the calendar, formats, and the words people type.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dateReadings,
  dayFromNumber,
  dayFromWords,
  dayNumber,
  dayOf,
  elapsedDays,
  formatDay,
  isDateFormat,
  isPlaceholder,
} from "../../src/model/dates.js";

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

test("a day written in a format is read as that day, in the same format", () => {
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
    fc.property(anyDay, formats, (day, format) => {
      const written = formatDay(day, format);
      expect(dateReadings(written).map((reading) => reading.day)).toContain(day);
    }),
  );
});

test("words mean days", () => {
  const today = "2026-11-22";
  const meant = (words: string) => dayFromWords(words, today);
  expect(
    ["today", "Yesterday", "3 days ago", "1 week ago", "sunday", "monday", "Sat", "2026-02-28"].map(meant),
  ).toEqual([
    "2026-11-22",
    "2026-11-21",
    "2026-11-19",
    "2026-11-15",
    "2026-11-22",
    "2026-11-16",
    "2026-11-21",
    "2026-02-28",
  ]);
  expect(["2026-02-30", "tomorrow?", "", "12", "-1 days ago"].map(meant)).toEqual([null, null, null, null, null]);
});

test("formats name year, month and day once each", () => {
  expect(["YYYY-MM-DD", "D/M/YYYY", "MMMM D, YYYY"].map(isDateFormat)).toEqual([true, true, true]);
  expect(["", "YYYY-MM", "DD/MM/YY", "DD DD YYYY", "red"].map(isDateFormat)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("a format that writes what is no date, or another day, is none", () => {
  const all = ["MM.DD.YYYY", "YYYY-DD-MM", "Mon D, YYYY", "YYYYMMDD", "the D of MMMM, YYYY", "YYYY-MM/DD"];
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

test("placeholders are told from dates", () => {
  expect(["", "-", "—", "TBD", "n/a", "___/___", "?", "..."].every(isPlaceholder)).toBe(true);
  expect(["soon", "2026-01-01", "x"].some(isPlaceholder)).toBe(false);
});
