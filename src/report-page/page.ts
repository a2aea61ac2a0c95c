/**
 * The page around its sections: head, contents, headings. It asks for nothing from elsewhere, and
 * its policy allows nothing: only this style sheet and this script, known by their digests.
 */
import { createHash } from 'node:crypto';
import type { Glance, Section } from './document.js';
import { markup, Html, NOTHING } from './html.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/** By this, a file is known to be a report that may be replaced. */
export const MARK = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="flexetl report">
`;

export interface Page {
  /** Name of the destination, without password. */
  readonly destination: string;
  /** When it was made, for people: `2024-05-01 07:30 UTC`. */
  readonly made: string;
  /** Of flexetl. */
  readonly version: string;
  readonly sections: readonly Section[];
}

/** The whole file. */
export function pageText(page: Page): string {
  const { destination, made, version, sections } = page;
  const glance = sections.flatMap((section) => section.glance ?? []);
  const contents = sections.map(({ id, short }) => markup`<li><a href="#${id}">${short}</a></li>`);
  const numbers = glance.length === 0 ? NOTHING : markup`<dl>${glance.map(glanceHtml)}</dl>`;
  const body = markup`<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>flexetl report: ${destination}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>
<h1>Accounts in <bdi>${destination}</bdi></h1>
<p>As of ${made}. Made by flexetl ${version}.</p>
${numbers}
<nav aria-label="Contents"><ul>${contents}</ul></nav>
</header>
<main>
${sections.map(sectionHtml)}</main>
<footer>
<p>Amounts are rounded to two decimals where the database has more; the tooltip of an amount has
them all. Columns without any value are left out. Amounts of different currencies, accounts or queries are never added together. This file
holds all that it shows, and asks for nothing over a network.</p>
</footer>
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`;
  return MARK + body.text;
}

function policy(): string {
  return [
    "default-src 'none'",
    `style-src '${digestOf(STYLE)}'`,
    `script-src '${digestOf(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function glanceHtml({ label, value, alarming = false }: Glance): Html {
  const mark = alarming ? markup` class="alarm"` : NOTHING;
  return markup`<div${mark}><dt>${label}</dt><dd>${value}</dd></div>`;
}

function sectionHtml({ id, title, lead, blocks }: Section): Html {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="lead">${lead}</p>
${blocks}</section>
`;
}
