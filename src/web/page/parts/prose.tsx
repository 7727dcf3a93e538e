// Prose: a message of roadmap as a sentence of the page, with the commands in it set apart.

/** @param text with commands in backticks, in lower case and without a full stop, as after `error:` */
export function Prose({ text }: { readonly text: string }) {
  // A hint may be one command.
  if (/^(?:roadmap|git) /.test(text)) return <code dir="auto">{text}</code>;
  return (
    <span dir="auto">
      {sentence(text)
        .split(/(`[^`]+`)/)
        .map((part, index) =>
          // Every second part is a command.
          index % 2 === 1 ? <code key={part}>{part.slice(1, -1)}</code> : part,
        )}
    </span>
  );
}

/** Names of files keep their case. */
function sentence(text: string): string {
  const start = /^[a-z]+(?=[\s:,])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return text === "" || /[.?!:]$/.test(text) ? start : `${start}.`;
}
