// Manual text: the manual page in roff, with the macros of man(7), from command declarations and help topics.

import type { HelpPart, HelpText } from "./help-lines.js";

interface ManualOption {
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
}

interface ManualCommand {
  readonly name: string;
  readonly summary: string;
  readonly argument?: { readonly name: string; readonly help: string };
  readonly options: readonly ManualOption[];
  readonly examples: readonly string[];
  /** The heading under which help lists it. */
  readonly heading?: string | undefined;
}

export interface Manual {
  readonly version: string;
  /** One line. */
  readonly about: string;
  readonly commands: readonly ManualCommand[];
  /** The options of every command. */
  readonly options: readonly ManualOption[];
  /** Separate sections, with titles in capitals. */
  readonly sections: readonly HelpText[];
}

export function manualText({ version, about, commands, options, sections }: Manual): string {
  const lines = [
    `.TH ROADMAP 1 "" "roadmap ${version}" "User Commands"`,
    ".SH NAME",
    `roadmap \\- ${escaped(about)}`,
    ".SH SYNOPSIS",
    ".B roadmap",
    "[\\fIcommand\\fR] [\\fIoptions\\fR]",
    ".SH COMMANDS",
    "Without a command, roadmap shows the dashboard.",
    ...commands.flatMap((command, index) => [
      ...(command.heading && command.heading !== commands[index - 1]?.heading ? [section(command.heading)] : []),
      ...commandLines(command),
    ]),
    ".SH OPTIONS",
    "These options work with every command.",
    ...options.flatMap(optionLines),
    ...sections.flatMap(({ title, parts }) => [section(title), ...paragraphs(parts)]),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string): string {
  return `.SH ${quoted(title.toUpperCase())}`;
}

function commandLines({ name, summary, argument, options, examples }: ManualCommand): string[] {
  return [
    `.SS ${quoted(["roadmap", name, argument?.name ?? ""].join(" ").trim())}`,
    `${plain(summary)}.`,
    ...(argument ? term(argument.name, argument.help) : []),
    ...options.flatMap(optionLines),
    ...example(examples.join("\n")),
  ];
}

function optionLines({ flags, help, choices }: ManualOption): string[] {
  return term(flags, choices ? `${help} (${choices.join(", ")})` : help);
}

function paragraphs(parts: readonly HelpPart[]): string[] {
  return parts.flatMap((part, index) => {
    if (typeof part === "string") return [...(index === 0 ? [] : [".PP"]), plain(part)];
    return "code" in part ? example(part.code) : part.terms.flatMap(([name, meaning]) => term(name, meaning));
  });
}

function term(name: string, meaning: string): string[] {
  return [".TP", `\\fB${escaped(name)}\\fR`, plain(meaning)];
}

function example(text: string): string[] {
  return [".PP", ".RS 4", ".nf", ...text.split("\n").map(plain), ".fi", ".RE"];
}

/** A line of text; one that begins with a dot or an apostrophe would be a roff request. */
function plain(text: string): string {
  return escaped(text).replace(/^(?=[.'])/, "\\&");
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', "\\(dq")}"`;
}

/** Hyphens stay ASCII for copying commands, and every other non-ASCII character is named, for any terminal. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\(rs")
    .replaceAll("-", "\\-")
    .replaceAll("`", "\\(ga")
    .replaceAll("^", "\\(ha")
    .replaceAll("~", "\\(ti")
    .replace(/[^\x20-\x7e]/gu, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return `\\[u${code}]`;
    });
}
