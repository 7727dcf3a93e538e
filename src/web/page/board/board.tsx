// Board: topics and tasks in progress by status.

import type { PageData } from "../../../json/envelopes/page.js";
import { Card } from "./card.js";

const columns = [
  ["not-started", "Not started"],
  ["in-progress", "In progress"],
  ["blocked", "Blocked"],
  ["done", "Done"],
] as const;

export function BoardView({ data }: { readonly data: PageData }) {
  return (
    <main class="board">
      {columns.map(([status, title]) => {
        const topics = data.topics.filter((topic) => topic.status === status);
        return (
          <section key={status} class="column" aria-label={`${title}, ${topics.length}`}>
            <header>
              <h2>{title}</h2>
              <span class="count">{topics.length}</span>
            </header>
            <div class="cards">
              {topics.map((topic) => (
                <Card key={topic.number} type="topic" item={topic} />
              ))}
            </div>
          </section>
        );
      })}
    </main>
  );
}
