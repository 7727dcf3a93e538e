// Page style: the style of the page, for light and dark, narrow and wide screens, and for print.

/** The page's content security policy allows only this very style. A test recomputes the hash. */
export const pageStyleHash = "sha256-oWNKsZjRFu1uzvQvcQ6WOfTzZbbjIJOc70jT3QNIQZU=";

export const pageStyle = `
:root{color-scheme:light dark;--page:light-dark(#fff,#0d1117);--card:light-dark(#f6f8fa,#151b23);--ink:light-dark(#1f2328,#f0f6fc);--faint:light-dark(#59636e,#9198a1);--line:light-dark(#d1d9e0,#3d444d);--rest:light-dark(#e0e6eb,#2a313c);--link:light-dark(#0969da,#4493f8);--done:light-dark(#1a7f37,#3fb950);--active:light-dark(#9a6700,#d29922);--blocked:light-dark(#cf222e,#f85149)}
:root.light{color-scheme:light}
:root.dark{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
header,main{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
main{padding-bottom:3rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.5rem 0 .4rem}
h3{font-size:1.1rem;margin:1.75rem 0 .4rem}
p{margin:.2rem 0}
a{color:var(--link)}
.faint,.goal{color:var(--faint)}
progress{appearance:none;-webkit-appearance:none;display:block;width:100%;height:.5rem;margin:.5rem 0;border:0;border-radius:1rem;overflow:hidden;background:var(--rest);print-color-adjust:exact;-webkit-print-color-adjust:exact}
progress::-webkit-progress-bar{background:var(--rest)}
progress::-webkit-progress-value{background:var(--done)}
progress::-moz-progress-bar{background:var(--done)}
header progress{height:.75rem;margin-top:.9rem}
.overview{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.75rem;margin:1.5rem 0 0;padding:0}
.overview li{display:flex;flex-direction:column;padding:.7rem .9rem .5rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
.overview div{flex:1}
.overview a{color:inherit;font-weight:600;text-decoration:none}
.overview a:hover,.overview a:focus{text-decoration:underline}
.count{float:right;font-weight:400;margin-left:.75rem;color:var(--faint);font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;margin:.75rem 0}
th,td{padding:.6rem .75rem;border-top:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead th{border-top:0;padding-bottom:.3rem;color:var(--faint);font-size:.85rem}
thead th:first-child{width:99%}
tbody tr:last-child>*{border-bottom:1px solid var(--line)}
tbody th{padding-left:0}
thead th:first-child{padding-left:0}
.status,time,thead th{white-space:nowrap;overflow-wrap:normal}
td+td{min-width:6.75rem}
.name{font-weight:600}
tbody th p{font-size:.9rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75rem;margin:.25rem 0 0;font-size:.9rem}
dt{color:var(--faint)}
dd{margin:0;min-width:0}
.status{display:inline-block;padding:0 .6rem;border:1px solid;border-radius:1rem;font-size:.85rem;color:var(--faint)}
.status.done,.mark.done{color:var(--done)}
.status.in-progress,.mark.in-progress{color:var(--active)}
.status.blocked,.mark.blocked{color:var(--blocked)}
time{font-variant-numeric:tabular-nums}
.tasks,.tasks ul{list-style:none;margin:.5rem 0;padding:0}
.tasks ul{margin:0;padding-left:1.7rem}
.tasks li{position:relative;padding:.15rem 0 .15rem 1.7rem}
.tasks ul li{margin-left:-1.7rem}
.mark{position:absolute;left:0;width:1.15rem;height:1.15rem;margin-top:.2rem;border:1.5px solid;border-radius:.25rem;color:var(--faint);font-size:.8rem;line-height:1rem;text-align:center}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:40rem){header{padding-top:1.5rem}thead{display:none}table,tbody,tr,th,td{display:block}tr{padding:.7rem 0;border-top:1px solid var(--line)}tbody tr:last-child{border-bottom:1px solid var(--line)}tbody tr:last-child>*,th,td{border:0;padding:0}td{display:inline-block;margin:.35rem .75rem 0 0}td:empty{display:none}td[data-label]::before{content:attr(data-label) " ";color:var(--faint);font-size:.85rem}dl{grid-template-columns:1fr}dd{margin-bottom:.2rem}}
@media print{:root{color-scheme:light}header,main{max-width:none;padding:0}tr,li{break-inside:avoid}h2,h3{break-after:avoid}.overview{display:none}}
`;
