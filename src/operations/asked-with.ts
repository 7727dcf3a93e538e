// Asked with: things that an option names, so that whoever is asked which one is meant answers for that option.

import { AmbiguousName } from "../model/find.js";

/** @throws what `find` throws; an ambiguous name knows then the field that holds it */
export function askedWith<Found>(field: string, find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inField(field) : error;
  }
}
