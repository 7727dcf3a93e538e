// Asked with: attaches the option to an ambiguous name, so the answer is applied to that option.

import { AmbiguousName } from "../model/find.js";

/** @throws what `find` throws; an ambiguous name then carries the field it came from */
export function askedWith<Found>(field: string, find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inField(field) : error;
  }
}
