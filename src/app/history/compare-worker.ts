// Compare worker: the thread that compares a part of the versions of a long history.

import { serveWorker } from "../../store/run-in-worker.js";
import { comparePairs, type PairsRequest, type VersionPair } from "./compare.js";

serveWorker(({ request, pairs }: { request: PairsRequest; pairs: readonly VersionPair[] }) =>
  comparePairs(request, pairs),
);
