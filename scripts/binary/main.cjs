// Starts the program in the binary.
"use strict";

require("../load-chunk.cjs").run();
