// Blank: a roadmap without topics and tasks, and how to begin.

import { changeFile } from "./state/changes.js";

export function Blank({ file }: { readonly file: string }) {
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement)
      void changeFile("add-topic", { name: new FormData(event.target).get("name") });
  };
  return (
    <main class="blank">
      <div class="stack">
        <h2>What do you want to learn first?</h2>
        <form class="quick" onSubmit={add}>
          <label class="grow">
            <span class="unseen">First topic</span>
            <input class="field" name="name" required placeholder="Ownership and borrowing" />
          </label>
          <button type="submit" class="btn primary">
            Add topic
          </button>
        </form>
        <p>
          It becomes the first row of a table in <span class="mono">{file}</span>.
        </p>
      </div>
    </main>
  );
}
