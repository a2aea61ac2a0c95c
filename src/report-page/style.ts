/**
 * The style sheet of the page, as text: light and dark, narrow and wide, on screen and on paper.
 * Colours have names of what they mean.
 */

const COLOURS = `:root {
  color-scheme: light dark;
  --paper: rgb(255 255 255); --ink: rgb(26 30 36); --quiet: rgb(87 96 106);
  --rule: rgb(216 221 227); --faint: rgb(243 245 247);
  --link: rgb(11 87 183); --alarm: rgb(168 41 11);
  --s1: rgb(47 111 191); --s2: rgb(15 118 110); --s3: rgb(180 87 11); --s4: rgb(122 75 196);
  --covered: rgb(110 157 219); --restated: rgb(29 62 125); --missing: rgb(200 51 11);
  --holiday: rgb(226 178 46); --weekend: rgb(226 230 235);
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: rgb(20 23 27); --ink: rgb(228 231 235); --quiet: rgb(162 171 182);
    --rule: rgb(51 58 67); --faint: rgb(28 32 38);
    --link: rgb(138 184 245); --alarm: rgb(255 154 125);
    --s1: rgb(111 164 230); --s2: rgb(69 179 166); --s3: rgb(227 154 79); --s4: rgb(177 147 236);
    --covered: rgb(74 117 177); --restated: rgb(182 212 255); --missing: rgb(255 122 82);
    --holiday: rgb(205 163 49); --weekend: rgb(46 52 60);
  }
}
`;

const TEXT = `* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .4rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
a { color: var(--link); }
section { border-top: 1px solid var(--rule); margin-top: 2.25rem; padding-top: 1.5rem; }
.lead, .same, header p, footer { color: var(--quiet); }
.lead { font-size: .9375rem; }
.same { font-weight: 400; }
.cut { font-size: .875rem; margin-top: .375rem; }
.alarm dd { color: var(--alarm); font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 1rem 0 0; padding: 0; font-size: .9375rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: .875rem 1.5rem; margin: 1.5rem 0 0; }
dt { color: var(--quiet); font-size: .8125rem; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
footer { border-top: 1px solid var(--rule); margin-top: 2.25rem; padding-top: 1rem; font-size: .875rem; }
`;

const TABLES = `.table { margin: 0 0 1.25rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, summary:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; line-height: 1.4; }
h3 { font-size: .9375rem; font-weight: 600; line-height: 1.4; margin: 0 0 .125rem; }
.table .same { font-size: .875rem; margin: 0 0 .25rem; }
.same > span:not(:last-child)::after { content: " ·"; }
th, td { padding: .3125rem .75rem .3125rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule);
  unicode-bidi: isolate; overflow-wrap: break-word; max-width: 24rem; }
th { font-weight: 500; color: var(--quiet); vertical-align: bottom; }
.n { text-align: right; white-space: nowrap; }
th.n { white-space: normal; }
.d { white-space: nowrap; }
.t { min-width: 12rem; }
tbody tr:hover { background: var(--faint); }
th button { font: inherit; color: inherit; text-align: inherit; background: none; border: 0; padding: 0; margin: 0; cursor: pointer; }
th button:hover { color: var(--ink); text-decoration: underline; }
th[aria-sort=ascending] button::after { content: " ↑"; }
th[aria-sort=descending] button::after { content: " ↓"; }
th:is([aria-sort=ascending], [aria-sort=descending]) { color: var(--ink); }
summary { cursor: pointer; padding: .375rem 0; color: var(--link); font-size: .9375rem; }
`;

const CHARTS = `figure { margin: 0 0 1.25rem; min-width: 0; }
figcaption { display: flex; flex-wrap: wrap; gap: 0 .625rem; font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
figcaption strong { font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: .5rem 2.5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.125rem; list-style: none; margin: 0 0 .625rem; padding: 0; font-size: .8125rem; color: var(--quiet); }
.swatch { display: inline-block; width: .6875rem; height: .6875rem; border-radius: 2px; margin-right: .375rem; background: currentColor; }
.chart { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); }
.chart svg { display: block; overflow: visible; }
.chart text { fill: var(--quiet); font-size: 11px; font-variant-numeric: tabular-nums; }
.grid { stroke: var(--rule); } .zero { stroke: var(--quiet); }
.line { fill: none; stroke: var(--s1); stroke-width: 1.75px; stroke-linejoin: round; }
.alone { stroke: var(--s1); stroke-width: 6px; stroke-linecap: round; }
.bar { fill: currentColor; } .bar:hover { opacity: .75; }
.calendar { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); gap: .375rem .5rem; max-width: 46rem; font-size: .75rem; color: var(--quiet); }
.calendar b { font-weight: 400; } .calendar svg { display: block; width: 100%; }
.months { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); }
.calendar path { fill: none; stroke: currentColor; stroke-width: 8; stroke-dasharray: 8 2; }
.s1 { color: var(--s1); } .s2 { color: var(--s2); } .s3 { color: var(--s3); } .s4 { color: var(--s4); } .loss { color: var(--s3); }
.covered { color: var(--covered); } .restated { color: var(--restated); } .missing { color: var(--missing); }
.holiday { color: var(--holiday); } .weekend { color: var(--weekend); }
`;

const PLACES = `@media (max-width: 40rem) {
  body { padding: 1rem .875rem 3rem; }
  .wide { display: none; }
  td:not(.n, .d) { min-width: 6.5rem; }
  h1 { font-size: 1.25rem; }
  .months { font-size: .625rem; }
}
@media print {
  :root { color-scheme: light; --ink: black; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  th, td { padding-right: .45rem; overflow-wrap: anywhere; }
  .t { min-width: 0; }
  .d { white-space: normal; }
  thead { display: table-header-group; }
  tr, figure, dl { break-inside: avoid; }
  h2, h3, .lead, .same, figcaption { break-after: avoid; }
  .swatch, .bar, path { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

export const STYLE = COLOURS + TEXT + TABLES + CHARTS + PLACES;
