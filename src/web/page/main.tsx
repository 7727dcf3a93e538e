// The page: everything that is seen in the browser, drawn from what the server says.

import { render } from "preact";
import { followEvents } from "./api/events.js";
import { Shell } from "./shell.js";
import { lose, refresh } from "./state/roadmap.js";

const place = document.getElementById("page");
if (place) render(<Shell />, place);
void followEvents({ onChange: () => void refresh(), onLost: lose });
