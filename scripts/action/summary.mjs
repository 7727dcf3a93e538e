// The job summary of roadmaps: HTML in which no text of a file can be anything but text.

/** GitHub refuses a summary of more than 1 MiB. Escaping makes a character up to six bytes long. */
const maxCharacters = 60_000;

/** Of each roadmap: its name, its progress as data and as bars, a sentence on what changed, and the lines that show it. */
export function summaryOf(roadmaps) {
  const limit = maxCharacters / roadmaps.length;
  return roadmaps.flatMap((roadmap) => [...partsOf(roadmap, limit), ""]).join("\n\n");
}

function partsOf({ file, progress, bars, change, lines }, limit) {
  const counts = ["topics", "tasks"].flatMap((kind) => {
    const { done, total } = progress?.[kind] ?? { total: 0 };
    return total === 0 ? [] : [`${done} of ${total} ${kind}`];
  });
  const title = `${code(file)}${counts.length === 0 ? "" : `: ${counts.join(" and ")} done`}`;
  return [
    `<h3>${title}</h3>`,
    ...(change ? [`<p>${escaped(change)}</p>`] : []),
    ...(lines ? [block(lines, limit)] : []),
    ...(bars ? ["<details><summary>Progress</summary>", block(bars, limit), "</details>"] : []),
  ];
}

/** In code, GitHub links no @name and no #number. */
const code = (text) => `<code>${escaped(text)}</code>`;

/** From a line that begins with this tag to its end tag, Markdown means nothing, not even a blank line. */
function block(text, limit) {
  const lines = text.trimEnd().split("\n");
  // The last line may be cut, so it is not kept.
  const kept = text.length <= limit ? lines : text.slice(0, limit).split("\n").slice(0, -1);
  const rest = kept.length === lines.length ? [] : [`… and ${lines.length - kept.length} more lines`];
  return `<pre><code>${[...kept, ...rest].map(escaped).join("\n")}</code></pre>`;
}

/** Characters that change the direction of the text around them are spelled out too. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function escaped(text) {
  return text
    .replace(unseen, (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
