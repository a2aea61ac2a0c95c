/** Reports cut into tags and text: nothing is lost, wherever the chunks end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, PieceReader, withValues } from '../../../src/flex-service/fake/pieces.js';
import { cutAt } from '../../fixtures.js';

function piecesOf(chunks: readonly Buffer[]): (readonly [string, string])[] {
  const reader = new PieceReader();
  const pieces = [...chunks.flatMap((chunk) => reader.take(chunk)), ...reader.end()];
  // A text may come in several pieces.
  const joined: [string, string][] = [];
  for (const { kind, name, text } of pieces) {
    const last = joined.at(-1);
    if (kind === 'text' && last?.[0] === 'text') last[1] += text;
    else joined.push([kind === 'text' ? kind : `${kind} ${name}`, text]);
  }
  return joined;
}

const SAMPLE =
  `<?xml version="1.0"?>\n<!-- <Trade a="1"/> --><Report a='>' b="it's">\n` +
  `  <Trade note="a > b" /><x:y/><![CDATA[<Trade/> ]] >]]>caf\u00e9 & so\n</Report >`;

describe('the pieces of a report', () => {
  it('are its tags, and the text between them', () => {
    expect(piecesOf([Buffer.from(SAMPLE)]).map(([kind]) => kind)).toEqual([
      'text',
      'open Report',
      'text',
      'empty Trade',
      'empty x:y',
      'text',
      'close Report',
    ]);
  });

  it('are the same wherever it is cut, and together are the report', () => {
    const whole = Buffer.from(SAMPLE);
    const expected = piecesOf([whole]);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (cuts) => {
        expect(piecesOf(cutAt(whole, cuts))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(expected.map(([, text]) => text).join('')).toBe(whole.toString('latin1'));
  });

  it.each(['<Trade a="1', 'x <', '<!-', '<!-- x', '<![CDATA[ x', '<', '< a>', '<>', ''])(
    '"%s" is text where the report ends',
    (text) => {
      const found = piecesOf([Buffer.from(text)]);
      expect(found.map(([, each]) => each).join('')).toBe(text);
      expect(found.filter(([kind]) => kind !== 'text')).toEqual([]);
    },
  );

  it('do not wait for ever for a tag to end', () => {
    const reader = new PieceReader();
    const chunk = Buffer.from(`<Trade a="${'x'.repeat(1024 * 1024)}`);
    expect(reader.take(chunk)).toHaveLength(1);
    expect(reader.end()).toEqual([]);
  });
});

describe('the attributes of a tag', () => {
  const tag = `<Trade a = "1" b='2 "x"' ab="" />`;

  it('are found by their names', () => {
    expect(['a', 'b', 'ab', 'c'].map((name) => attributeOf(tag, name))).toEqual([
      '1',
      '2 "x"',
      '',
      undefined,
    ]);
  });

  it('are changed in their quotes, and nothing else is', () => {
    expect(withValues(tag, (_, value) => value)).toBe(tag);
    expect(withValues(tag, (name, value) => (name === 'ab' ? value : `${value}!`))).toBe(
      `<Trade a = "1!" b='2 "x"!' ab="" />`,
    );
  });
});
