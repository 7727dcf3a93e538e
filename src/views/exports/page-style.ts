// Page style: the style and the symbols of an HTML page, for light and dark, narrow and wide screens, and for print.

import type { Status } from "../../model/status.js";
import { statusLabels } from "../canvas.js";
import { fonts, palette } from "./palette.js";

/** The page's content security policy allows only this very style. A test recomputes the hash. */
export const pageStyleHash = "sha256-k3Pb33rCyStl7U43QZitIPE+6Imx+wagkJxPV5ejeGE=";

const colors = Object.entries(palette).map(([name, [light, dark]]) => `--${name}:light-dark(${light},${dark})`);

export const pageStyle = `
:root{color-scheme:light dark;${colors.join(";")}}
:root.light{color-scheme:light}
:root.dark{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:.9375rem/1.5 ${fonts};font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em;width:fit-content}
[dir]{justify-self:start}
h2{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .25rem}
h3,h4{font-size:1rem;margin:0}
p,ul,dl,dd{margin:0;padding:0}
ul{list-style:none}
a{color:var(--accent);text-underline-offset:2px}
time,.whole{white-space:nowrap}
.soft{color:var(--soft)}
.sm{font-size:.8125rem}
.done{color:var(--done)}
.active{color:var(--active)}
.blocked{color:var(--blocked)}
.idle{color:var(--soft)}
.i{width:1rem;height:1rem;flex:none;display:block}
.bar{display:block;width:100%;height:6px;border-radius:3px;overflow:hidden;background:var(--rest-fill);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.f-done{fill:var(--done-fill)}
.f-active{fill:var(--active-fill)}
.f-blocked{fill:var(--blocked-fill)}
.sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1rem 2rem;margin-top:1.25rem}
.sums b{font-size:1.25rem}
.sums .bar{height:8px;border-radius:4px;margin:.35rem 0 .25rem}
.now{display:grid;grid-template-columns:1.4fr 1fr;gap:1.5rem 2rem;margin-top:1.75rem;padding:1rem 1.25rem 1.1rem;border:1px solid var(--line);border-radius:12px;background:var(--sunken)}
.now section:only-child{grid-column:1/-1}
.now h2{font-size:.8125rem;font-weight:600;color:var(--soft);margin:0 0 .4rem}
.now li{display:grid;grid-template-columns:1rem minmax(0,1fr) auto;gap:.1rem .6rem;padding:.25rem 0}
.now li .i{margin-top:.2rem}
.now .name{font-weight:600}
.now .sub{grid-column:2/-1;color:var(--soft);font-size:.8125rem}
.pill{padding:0 .5rem;border-radius:1rem;font-size:.75rem;line-height:1.35rem;height:1.35rem;white-space:nowrap;background:var(--active-tint);color:var(--active)}
.pill.blocked{background:var(--blocked-tint);color:var(--blocked)}
.track{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem;margin:1.25rem 0 0;font-size:.875rem;font-weight:600}
.track .soft{font-weight:400}
.map{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.5rem;margin:.5rem 0 0}
.map a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.35rem .5rem;padding:.5rem .65rem .6rem;border:1px solid var(--line);border-radius:8px;color:inherit;text-decoration:none;font-size:.8125rem;height:100%;align-content:space-between}
.map a:hover{border-color:var(--soft)}
.map .bar{grid-column:1/-1;height:4px}
.map .name{font-weight:500;line-height:1.35}
details{border:1px solid var(--line);border-radius:8px;margin-top:.5rem;background:var(--raised)}
nav details{margin-top:1.25rem;padding:0 .5rem .5rem}
nav details:not([open]){padding-bottom:0}
summary{display:flex;align-items:center;gap:.6rem;padding:.55rem .85rem;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::before{content:"";width:.45rem;height:.45rem;border:solid var(--soft);border-width:0 1.5px 1.5px 0;rotate:-45deg;flex:none;margin-right:.15rem}
details[open]>summary::before{rotate:45deg;margin-top:-.2rem}
summary h3,summary h4{font-weight:600;min-width:0}
summary .bar{width:7rem;margin-left:auto;flex:none}
summary .n{width:3.5rem;text-align:right;font-size:.8125rem;color:var(--soft);flex:none}
summary .said{font-size:.8125rem;color:var(--soft)}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:8px}
.content{scroll-margin-top:4rem}
table{width:100%;border-collapse:collapse;table-layout:fixed;border-top:1px solid var(--line)}
col.sign{width:2.6rem}
col.state{width:7rem}
col.date{width:6.5rem}
col.proof{width:4.5rem}
th,td{padding:.5rem;text-align:start;vertical-align:top;font-weight:400;border-top:1px solid var(--line)}
tbody tr:first-child>*{border-top:0}
td:first-child{padding-left:.95rem}
td .i{margin-top:.2rem}
th .name{font-weight:600}
.past .name{font-weight:400;color:var(--soft)}
td{font-size:.8125rem;line-height:1.4rem}
td.d{color:var(--soft)}
td.d .overdue{color:var(--blocked)}
dl{display:grid;grid-template-columns:fit-content(40%) 1fr;gap:0 .75rem;font-size:.8125rem;margin-top:.15rem}
dt{color:var(--soft)}
.tasks{border-top:1px solid var(--line);padding:.4rem .95rem .6rem}
.tasks li{display:grid;grid-template-columns:1rem minmax(0,1fr);gap:0 .7rem;padding:.2rem 0}
.tasks ul{grid-column:2;padding-top:.2rem}
.tasks .i{margin-top:.22rem}
.tasks .past{color:var(--soft)}
.empty{margin-top:1.75rem}
footer{padding-block:2rem 3rem;color:var(--soft);font-size:.8125rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:42rem){
header{padding-top:1.5rem}
header,main,footer{padding-inline:1rem}
h1{font-size:1.4rem}
.sums{gap:1rem}
.now{grid-template-columns:minmax(0,1fr);padding:.8rem .9rem}
.map{display:block;border:1px solid var(--line);border-radius:8px;overflow:hidden}
.map li+li{border-top:1px solid var(--line)}
.map a{grid-template-columns:minmax(0,1fr) 4rem 2.9rem;align-items:center;gap:.6rem;border:0;border-radius:0;padding:.4rem .75rem}
.map a:focus-visible{outline-offset:-2px}
.map .bar{grid-column:auto;order:2}
.map .n{order:3;text-align:right}
.map .name{max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
summary{min-height:2.75rem}
summary .bar,summary .said{display:none}
summary .n{margin-left:auto}
table,tbody{display:block}
colgroup{display:none}
tr{display:grid;grid-template-columns:1rem minmax(0,1fr) auto;gap:0 .6rem;padding:.5rem .75rem;border-top:1px solid var(--line)}
tbody tr:first-child{border-top:0}
th,td,td:first-child{padding:0;border:0}
td.s,td.d:empty,td.p:empty{display:none}
td.d{grid-column:3;grid-row:1;max-width:6.5rem;text-align:end}
td.p{grid-column:2}
dl{grid-template-columns:minmax(0,1fr)}
dd{margin-bottom:.2rem}
}
@media print{
:root,:root.dark{color-scheme:light}
header,main,footer{max-width:none;padding:0}
details::details-content{content-visibility:visible;height:auto}
summary::before{display:none}
tr,li{break-inside:avoid}
h2,h3,h4,summary{break-after:avoid}
nav{display:none}
}
`;

/** The signs of statuses, in the color of the text: round for topics, square for tasks. */
export function signHtml(status: Status, kind: "topic" | "task"): string {
  const { color, topic, task } = signs[status];
  const symbol = kind === "topic" ? topic : task;
  return `<svg class="i ${color}" role="img" aria-label="${statusTitle(status)}"><use href="#${symbol}"/></svg>`;
}

/** `In progress` */
export function statusTitle(status: Status): string {
  const word = statusLabels[status];
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function statusClass(status: Status): string {
  return signs[status].color;
}

const signs: Readonly<Record<Status, { color: string; topic: string; task: string }>> = {
  "not-started": { color: "idle", topic: "o", task: "u" },
  "in-progress": { color: "active", topic: "a", task: "h" },
  done: { color: "done", topic: "d", task: "x" },
  blocked: { color: "blocked", topic: "b", task: "b" },
  skipped: { color: "idle", topic: "s", task: "s" },
};

const circle = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const square =
  '<rect x="1.25" y="1.25" width="13.5" height="13.5" rx="3.5" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const check = (path: string) => `<path d="${path}" fill="none" stroke="var(--on-done)" stroke-width="1.6"/>`;

const symbols: Readonly<Record<string, string>> = {
  o: circle,
  a: `${circle}<path d="M8 4a4 4 0 0 1 0 8z" fill="currentColor"/>`,
  d: `<circle cx="8" cy="8" r="7" fill="currentColor"/>${check("m4.9 8.2 2.1 2.1 4.1-4.4")}`,
  b: '<path d="M5.3 1h5.4L15 5.3v5.4L10.7 15H5.3L1 10.7V5.3z" fill="currentColor"/><path d="M8 4v5M8 11v1.5" stroke="var(--page)" stroke-width="1.7"/>',
  s: `${circle}<path d="M5 8h6" stroke="currentColor" stroke-width="1.6"/>`,
  x: `<rect x="1" y="1" width="14" height="14" rx="4" fill="currentColor"/>${check("m4.7 8.3 2.2 2.1 4.4-4.7")}`,
  u: square,
  h: `${square}<path d="m5.5 11 5-6" stroke="currentColor" stroke-width="1.6"/>`,
};

export const pageSymbols = [
  '<svg class="unseen" aria-hidden="true">',
  ...Object.entries(symbols).map(([id, drawing]) => `<symbol id="${id}" viewBox="0 0 16 16">${drawing}</symbol>`),
  "</svg>",
];
