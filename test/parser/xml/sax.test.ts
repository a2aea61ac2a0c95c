/** The SAX parser stays in the form in which the engine runs it fast, with every handler set. */
import { SaxesParser } from 'saxes';
import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { saxParser } from '../../../src/parser/xml/sax.js';

const EVENTS = [
  'opentagstart',
  'attribute',
  'opentag',
  'closetag',
  'text',
  'cdata',
  'comment',
  'processinginstruction',
  'xmldecl',
  'doctype',
] as const;

const XML = '<?xml version="1.0"?><!DOCTYPE a><?p i?><a b="c"><!--d-->e<![CDATA[f]]></a>';

/** Asks the engine itself; only its own syntax can. */
function hasFastProperties(object: object): boolean {
  setFlagsFromString('--allow-natives-syntax');
  // oxlint-disable-next-line typescript/no-implied-eval -- no source file may hold it
  const ask = new Function('object', 'return %HasFastProperties(object)') as (
    of: object,
  ) => boolean;
  setFlagsFromString('--no-allow-natives-syntax');
  return ask(object);
}

function events(parser: SaxesParser): string[] {
  const seen: string[] = [];
  for (const event of EVENTS) parser.on(event, () => seen.push(event));
  parser.write(XML).close();
  return seen;
}

describe('saxParser', () => {
  it('says what saxes says', () => {
    const seen = events(saxParser());
    expect(seen).toEqual(events(new SaxesParser()));
    expect(new Set(seen)).toEqual(new Set(EVENTS));
  });

  it('keeps its handlers where the engine finds them fast', () => {
    const parser = saxParser();
    events(parser);
    expect(hasFastProperties(parser)).toBe(true);
  });
});
