/** Texts from outside never become markup. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escape, Html, markup, NOTHING } from '../../src/report-page/html.js';
import { forgetSecrets, registerSecret } from '../../src/text/redact.js';
import { HOSTILE } from './reports.js';

it('escapes markup, and shows what cannot be seen as a dot', () => {
  expect(escape(HOSTILE)).toBe(
    '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;·gpj··',
  );
  expect(escape('a\u0000b\nc\u2028d\ufeffe')).toBe('a·b·c·d·e');
});

it('leaves the letters of every script as they are', () => {
  const names = 'Zürich, Ελλάδα, 東京, עברית, می\u200cخواهم, 😀';
  expect(escape(names)).toBe(names);
});

it('puts texts in escaped, markup as it is, and lists of it one after the other', () => {
  const items = ['<a>', 'b'].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul title="${'"x"'}">${items}${NOTHING}</ul>${7}`).toEqual(
    new Html('<ul title="&quot;x&quot;"><li>&lt;a&gt;</li><li>b</li></ul>7'),
  );
});

it('has no character that ends an attribute or an element, whatever the text', () => {
  const ends = /[<>"'\n\r]|&(?!(?:amp|lt|gt|quot|#39);)/;
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !ends.test(escape(text))));
  expect(ends.test('&nbsp;')).toBe(true);
});

it('shows no secret', () => {
  registerSecret('hunter2hunter2');
  try {
    expect(escape('postgres://etl:hunter2hunter2@db/x')).not.toContain('hunter2');
  } finally {
    forgetSecrets();
  }
});
