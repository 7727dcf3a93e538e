// Reference reader: the worker thread that reads a file with remark.

import { readBlocksWithRemark } from "../markdown/remark.js";
import { serveWorker } from "../store/run-in-worker.js";

serveWorker(({ text, from }: { text: string; from: number }) => readBlocksWithRemark(text, from));
