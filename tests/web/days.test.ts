// The days of the page, in this year and in another.

import { expect, test } from "vitest";
import { daysWords, dayWithYear, dayWords, monthWords, weekdayWords } from "../../src/web/page/parts/days.js";

const today = "2026-11-30";

test("a day of this year has no year, unless it is asked for", () => {
  expect(dayWords("2026-11-24", today)).toBe("24 Nov");
  expect(weekdayWords("2026-11-18", today)).toBe("Wed 18 Nov");
  expect(monthWords("2026-09-01", today)).toBe("September");
  expect(dayWithYear("2026-11-18")).toBe("18 Nov 2026");
});

test("a day of another year has its year", () => {
  expect(dayWords("2025-01-02", today)).toBe("2 Jan 2025");
  expect(weekdayWords("2027-01-01", today)).toBe("Fri 1 Jan 2027");
  expect(monthWords("2025-12-31", today)).toBe("December 2025");
  expect(dayWithYear("2025-12-31")).toBe("31 Dec 2025");
});

test("two days are a range, and the same day twice is one", () => {
  expect(daysWords(["2026-06-29", "2026-08-15"], today)).toBe("29 Jun – 15 Aug");
  expect(daysWords(["2025-06-29", "2025-08-15"], today)).toBe("29 Jun – 15 Aug 2025");
  expect(daysWords(["2026-08-15", "2026-08-15"], today)).toBe("15 Aug");
});
