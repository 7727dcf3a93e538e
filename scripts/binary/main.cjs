// Starts the program in the binary.
"use strict";

const { program } = require("../choose-program.cjs");

// A variable, because a bundler would look for files that fit a pattern.
const path = `./${program}`;
require(path);
