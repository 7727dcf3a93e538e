// Chooses the program for a command line: the smallest one that has the command.
"use strict";

const args = process.argv.slice(2);
// Options of every command may come before it. Others start the whole program, which has all commands.
while (/^(?:-f.*|--file|--file=.*|--json|--no-color|--no-input|-q|--quiet)$/s.test(args[0]))
  args.splice(0, /^(?:-f|--file)$/.test(args[0]) ? 2 : 1);
const [first = "dashboard"] = args;

/** The commands that begin with one of these words, or with none, are in smaller programs. */
const everyday = [
  ["view", VIEW_WORDS],
  ["change", CHANGE_WORDS],
  ["completion", "__complete"],
];
/** Only the whole program shows several roadmaps. */
const isSeveral = first !== "__complete" && process.argv.filter((arg) => /^(?:-f|--file)/.test(arg)).length > 1;
/** Every program knows its version; next to another word, it may not have the command. */
const isVersion = first === "--version" && process.argv.length === 3;
const isIn = (words) => (isVersion ? words === VIEW_WORDS : !isSeveral && words.split(" ").includes(first));
const [kind] = everyday.find(([, words]) => isIn(words)) ?? ["whole"];

module.exports = { first, program: PROGRAMS[kind] };
