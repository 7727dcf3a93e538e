// Month names and weekdays in each language, read and written.

import { expect, test } from "vitest";
import { dateReadings, dayFromNumber, dayNumber, formatDay, isDateFormat } from "../../src/model/dates.js";
import { months } from "../../src/model/month-languages.js";
import { isWeekday, monthName, monthsNamed } from "../../src/model/month-names.js";
import { fc } from "../support/fast-check.js";

const monthLanguages = Object.keys(months);
const languages = monthLanguages.map((language) => [language]);
const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
const daysOf = (text: string) => dateReadings(text).map(({ day }) => day);

test.each(languages)("%s has twelve months, and no name means two of them in any language", (language) => {
  for (const token of ["MMMM", "MMM"] as const) {
    const names = numbers.map((month) => monthName(language, month, token));
    expect(new Set(names).size).toBe(12);
    expect(names.map((name) => [...new Set(monthsNamed(name).map(({ month }) => month))])).toEqual(
      numbers.map((month) => [month]),
    );
    expect(names.every((name) => monthsNamed(name).some((named) => named.language === language))).toBe(true);
  }
});

test.each([...languages, ["ja"], ["ko"], ["vi"], ["zh"]])(
  "dates that the platform writes in %s are read",
  (language) => {
    const days = numbers.map((month) => `2026-${String(month).padStart(2, "0")}-04`);
    const written = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
        timeZone: "UTC",
        day: "numeric",
        ...options,
      });
      return days.map((day) => format.format(new Date(day)));
    };
    const texts = [
      written({ month: "long", year: "numeric" }),
      written({ month: "long", year: "numeric", weekday: "long" }),
    ];
    expect(texts.map((list) => list.flatMap(daysOf))).toEqual(texts.map(() => days));
  },
);

test.each([
  ["4 de marzo de 2026", "D de MMMM de YYYY es"],
  ["4 de mar. de 2026", "D de MMM. de YYYY es"],
  ["4 de Marzo del 2026", "D de MMMM del YYYY es"],
  ["4. März 2026", "D. MMMM YYYY de"],
  ["4. Maerz 2026", "D. MMMM YYYY de"],
  ["den 4 mars 2026", "den D MMMM YYYY sv"],
  ["4 Mart 2026", "D MMMM YYYY tr"],
  ["4 марта 2026", "D MMMM YYYY ru"],
  ["4 марта 2026 г.", "D MMMM YYYY г. ru"],
  ["2026. március 4.", "YYYY. MMMM D. hu"],
  ["4 มี.ค. 2026", "D MMM. YYYY th"],
  ["4 במרץ 2026", "D MMM YYYY he"],
  ["4 آذار 2026", "D MMMM YYYY ar"],
  ["4/Mar/2026", "D/MMM/YYYY"],
  ["2026-Mar-04", "YYYY-MMM-DD"],
  ["ngày 4 tháng 3 năm 2026", "ngày D tháng M năm YYYY"],
  ["2026년 3월 4일", "YYYY년 M월 D일"],
  ["2026 年 3 月 4 日", "YYYY 年 M 月 D 日"],
])("%s is in the format %s", (text, format) => {
  expect(dateReadings(text)).toEqual([expect.objectContaining({ day: "2026-03-04", format })]);
});

test.each([
  ...[
    "4 mars 2026",
    "4 MARS 2026",
    "mer. 4 mars 2026",
    "Mi, 4. März 2026",
    "среда, 4 марта 2026",
    "4 Mart 2026 Çarşamba",
  ],
  ...[
    "miércoles, 4 de marzo de 2026",
    "04.03.2026 (ср)",
    "2026-03-04 (mié)",
    "04.03.2026, 10:30 Uhr",
    "2026-03-04 10h30",
  ],
  ...[
    "4 de março de 2026 às 10:30",
    "quarta-feira, 4 de março de 2026",
    "Thứ 4, 4 tháng 3, 2026",
    "CN 2026-03-04",
    "4. 3. 2026",
  ],
  ...[
    "۴ مارس ۲۰۲۶",
    "৪ মার্চ, ২০২৬",
    "２０２６年３月４日",
    "04.03.2026 г.",
    "Rabu, 4 Maret 2026",
    "2026-03-04T00:00:00Z",
  ],
])("%s is 4 March 2026", (text) => {
  expect(daysOf(text)).toEqual(["2026-03-04"]);
});

test.each(["1er mars 2026", "1º de marzo de 2026", "1. března 2026", "1st of March 2026"].slice(0, 3))(
  "%s is the first day of March",
  (text) => {
    expect(daysOf(text)).toEqual(["2026-03-01"]);
  },
);

test.each(["1404/12/13", "1404-12-13", "13 اسفند 1404", "4 มีนาคม 2569", "2569-03-04", "04/03/26", "4 March"])(
  "%s is of another calendar or without a year, and not read",
  (text) => {
    expect(daysOf(text)).toEqual([]);
  },
);

test("a weekday alone, or next to anything else than a date, is not a date", () => {
  expect(["mié", "среда", "Çarşamba 4", "4 mié 2026"].flatMap(daysOf)).toEqual([]);
  expect([isWeekday("Среда"), isWeekday("mie."), isWeekday("mars")]).toEqual([true, true, false]);
});

test("every format of every language is read back as the same day, for every month", () => {
  const patterns = ["D MMMM YYYY", "D MMM YYYY", "DD MMM. YYYY", "D. MMMM YYYY", "D de MMMM de YYYY", "D-MMM-YYYY"];
  const format = fc.tuple(
    fc.constantFrom(...patterns, "MMMM D, YYYY", "YYYY. MMMM D.", "YYYY-MMM-DD"),
    fc.constantFrom(...monthLanguages),
  );
  const day = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") }).map(dayFromNumber);
  fc.assert(
    fc.property(day, format, (day, [pattern, language]) => {
      expect(daysOf(formatDay(day, language === "en" ? pattern : `${pattern} ${language}`))).toEqual([day]);
    }),
    { numRuns: 1000 },
  );
});

test("a format in several languages writes what they share, otherwise an ISO date", () => {
  expect(formatDay("2026-03-04", "D MMM YYYY fr or D MMMM YYYY sv")).toBe("4 mars 2026");
  expect(formatDay("2026-04-04", "D MMM YYYY fr or D MMMM YYYY sv")).toBe("2026-04-04");
});

test("a format can name its language", () => {
  expect(["D MMMM YYYY fr", "D de MMM. de YYYY pt", "YYYY. MMMM D. hu"].map(isDateFormat)).toEqual([true, true, true]);
  expect(["D MMMM YYYY xx", "D MMMM YYYY fr or D MMMM YYYY sv", "D MMMM fr"].map(isDateFormat)).toEqual([
    false,
    false,
    false,
  ]);
});
