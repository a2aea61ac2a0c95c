/** What is saved in place of a report is told apart by its first bytes. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sniff, SNIFF_BYTES } from '../../../src/parser/survey/sniff.js';
import { SERVICE_CODES } from '../../../src/flex-service/codes.js';

const sniffed = (text: string) => sniff(Buffer.from(text));
const codeOf = (text: string) => sniffed(text)?.code;

const REPORT = '<FlexQueryResponse queryName="Daily" type="AF">';

describe('what may be a Flex report', () => {
  it.each([
    ['the root alone', REPORT],
    ['a byte order mark', `\uFEFF${REPORT}`],
    ['white space before it', `\r\n\t ${REPORT}`],
    ['an XML declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${REPORT}`],
    ['the declaration in single quotes', `<?xml version='1.0' encoding='utf-8'?>${REPORT}`],
    ['an ASCII declaration', `<?xml version="1.0" encoding="us-ascii"?>${REPORT}`],
    ['a comment that speaks of other things', `<!-- <html> <!DOCTYPE x> -->${REPORT}`],
    ['a processing instruction', `<?xml-stylesheet href="a.css"?>${REPORT}`],
    ['a head that ends in the root name', '<FlexQueryRes'],
    ['a head that ends at the root name', '<FlexQueryResponse'],
    ['a head that is one long comment', `<!--${'x'.repeat(SNIFF_BYTES)}`],
    ['a head that is one long space', ' '.repeat(SNIFF_BYTES)],
    ['a lone <', '<'],
  ])('%s', (_, text) => {
    expect(sniffed(text)).toBeUndefined();
  });
});

describe('what is none', () => {
  it.each([
    ['', 'FLEX_EMPTY_INPUT'],
    [' \r\n\t', 'FLEX_EMPTY_INPUT'],
    ['\uFEFF\n', 'FLEX_EMPTY_INPUT'],
    ['<!DOCTYPE html><html>', 'FLEX_HTML'],
    ['\n<!doctype HTML PUBLIC "x">', 'FLEX_HTML'],
    ['<HTML lang="en">', 'FLEX_HTML'],
    ['<!-- saved --><head>', 'FLEX_HTML'],
    ['<script src="x">', 'FLEX_HTML'],
    ['<body>', 'FLEX_HTML'],
    ['<?xml version="1.0"?><!DOCTYPE html>', 'FLEX_HTML'],
    ['<!DOCTYPE FlexQueryResponse [<!ENTITY a "b">]>', 'FLEX_DOCTYPE'],
    ['"ClientAccountID","AccountAlias","Symbol"\n', 'FLEX_CSV_REPORT'],
    ['ClientAccountID,AccountAlias', 'FLEX_CSV_REPORT'],
    ['BOF|U1000001|Daily|1|20240304', 'FLEX_CSV_REPORT'],
    ['"BOF","U1000001","Daily"', 'FLEX_CSV_REPORT'],
    ['"HEADER","TRNT","ClientAccountID"\n', 'FLEX_CSV_REPORT'],
    ['Symbol\tISIN\tPut/Call\nX\tY\tZ', 'FLEX_CSV_REPORT'],
    ['Statement,Header,Field Name,Field Value\n', 'FLEX_CSV_REPORT'],
    ['{"error":1,"text":2,"more":3}', 'FLEX_NOT_XML'],
    ['Sorry, the service is down, come back, please', 'FLEX_NOT_XML'],
    ['< hello >', 'FLEX_NOT_XML'],
    ['PK\u0003\u0004rest', 'FLEX_NOT_XML'],
    ['\0\0\0\0\0\0\0\0', 'FLEX_NOT_XML'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><FlexQueryResponse>', 'FLEX_ENCODING'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?>', 'FLEX_ENCODING'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE html>', 'FLEX_HTML'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><FlexStatementResponse>', 'FLEX_ENVELOPE'],
    ['<FlexStatements count="1">', 'FLEX_WRONG_ROOT'],
    ['<FlexQueryResponses>', 'FLEX_WRONG_ROOT'],
    ['<Ünder a="1">', 'FLEX_WRONG_ROOT'],
  ])('%j is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    ['UTF-16 LE with its mark', Buffer.from(`\uFEFF${REPORT}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(REPORT, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\uFEFF${REPORT}`, 'utf16le').swap16()],
    ['UTF-32 BE', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c])],
    ['UTF-32 LE', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
  ])('%s is FLEX_ENCODING', (_, bytes) => {
    expect(sniff(bytes)?.code).toBe('FLEX_ENCODING');
  });

  it('quotes the first 40 printable characters, and no secret', () => {
    const text = `Go to \u0007https://flex.example/x?t=1234 or use t=98765 ${'z'.repeat(99)}`;
    const message = sniffed(text)!.message;
    expect(message).toContain('“Go to  (address) or use t=(hidden) zzzzz');
    expect(message).not.toMatch(/1234|98765|z{20}|flex\.example/);
  });

  it('names the root and its line', () => {
    const error = sniffed('\n<?xml version="1.0"?>\n<!-- a\nb --><rss version="2.0">')!;
    expect(error.message).toContain('<rss>');
    expect(error.at.line).toBe(4);
  });

  it('names the line of a document type', () => {
    expect(sniffed('<?xml version="1.0"?>\n\n<!DOCTYPE x>')!.at.line).toBe(3);
  });

  it('tells what was packed twice', () => {
    const error = sniff(gzipSync(REPORT))!;
    expect(error.code).toBe('FLEX_NOT_XML');
    expect(error.message).toContain('gzip data inside gzip data');
  });
});

describe('an answer of the service', () => {
  const answer = (inner: string) =>
    `<FlexStatementResponse timestamp='04 March, 2024 10:00 AM EST'>${inner}</FlexStatementResponse>`;

  it('is quoted and explained', () => {
    const error = sniffed(
      answer(
        '<Status> Warn\n</Status><ErrorCode>\n1019 </ErrorCode><ErrorMessage>Soon</ErrorMessage>',
      ),
    )!;
    expect(error.code).toBe('FLEX_ENVELOPE');
    expect(error.message).toContain('Status Warn, ErrorCode 1019, “Soon”. 1019 means');
    expect(error.message).toContain(SERVICE_CODES.get('1019')!.meaning);
    expect(error.advice).toBe(SERVICE_CODES.get('1019')!.advice);
  });

  it('ends once where its own message ends with a full stop', () => {
    const error = sniffed(answer('<ErrorCode>1019</ErrorCode><ErrorMessage>Soon.</ErrorMessage>'))!;
    expect(error.message).toContain('“Soon.” 1019 means');
  });

  it('is read in other spellings', () => {
    const error = sniffed(`<FlexStatementResponse status='Fail' errorCode="1012"/>`)!;
    expect(error.message).toContain('Status Fail, ErrorCode 1012');
    expect(error.message).toContain('expired');
  });

  it('never shows a reference, an address or a token', () => {
    const error = sniffed(
      answer(
        '<Status>Success</Status><ReferenceCode>5550001112</ReferenceCode>' +
          '<Url>https://flex.example/GetStatement?t=31415926</Url>' +
          '<ErrorMessage>see https://flex.example/?q=1&amp;t=31415926 or 5550001112 or t=abc</ErrorMessage>',
      ),
    )!;
    expect(error.describe()).not.toMatch(/5550001112|31415926|flex\.example|abc/);
    expect(error.advice).toContain('announces');
  });

  it('with an unknown code is still an answer', () => {
    const error = sniffed(answer('<Status>Fail</Status><ErrorCode>4242</ErrorCode>'))!;
    expect(error.message).toContain('4242');
    expect(error.advice).toContain('The code is undocumented');
  });

  it('has a meaning and an advice for every documented code and 1025', () => {
    const codes = ['1001', ...Array.from({ length: 19 }, (_, at) => String(1003 + at)), '1025'];
    expect([...SERVICE_CODES.keys()]).toEqual(codes);
    for (const { meaning, advice } of SERVICE_CODES.values()) {
      expect(meaning).not.toMatch(/[.]$/);
      expect(advice).toMatch(/[.]$/);
    }
  });
});
