// Peak memory: loaded into a measured process, says at its end on descriptor 3 how large it grew, in KiB.

const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

// Threads load it too; the process says it once.
if (isMainThread) process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
