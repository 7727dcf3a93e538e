// Peak memory: loaded into a measured process, writes its maximum size in KiB to descriptor 3 at the end.

const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

// Threads load it too; the process reports once.
if (isMainThread) process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
