import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  redact,
  redactAll,
  forgetSecrets,
  passwordIn,
  registerPasswordIn,
  registerSecret,
} from '../../src/text/redact.js';

afterEach(forgetSecrets);

describe('conceal', () => {
  it.each([
    ['postgres://flex:hunter2@db:5432/x', 'postgres://flex:***@db:5432/x'],
    ['to postgresql://flex:p@ss:w/rd?@db/x failed', 'to postgresql://flex:***@db/x failed'],
    [
      'postgres://db/x?user=flex&password=hunter2&a=b',
      'postgres://db/x?user=flex&password=***&a=b',
    ],
    ["host=db password='two words' user=flex", "host=db password='***' user=flex"],
    ['PGPASSWORD=hunter2 psql', 'PGPASSWORD=*** psql'],
    [
      'https://example.org/SendRequest?t=123456789&q=42&v=3',
      'https://example.org/SendRequest?t=***&q=42&v=3',
    ],
    ['{"token":"123456789","query":"42"}', '{"token":"***","query":"42"}'],
    ['api_key: abcdef', 'api_key: ***'],
    ['user/password: hunter2', 'user/password: ***'],
    ['and/or password: hunter2', 'and/or password: ***'],
    ['/etc/passwd: password=hunter2', '/etc/passwd: password=***'],
    ['/run/secrets/token: token: hunter2', '/run/secrets/token: token: ***'],
    ['/run/secrets/token:hunter2', '/run/secrets/token:***'],
    ['/run/secrets/token:12345678901234567890', '/run/secrets/token:***'],
    ['/data/token=hunter2', '/data/token=***'],
    ['https://db/x?a=/b&password: hunter2', 'https://db/x?a=/b&password: ***'],
    ['"/etc/flex\\npassword: hunter2"', '"/etc/flex\\npassword: ***"'],
    ['{"dir":"/a/b","password":"hunter2"}', '{"dir":"/a/b","password":"***"}'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'statement.xml:12:7, Trades, Trade@quantity: not a number',
    'postgres://flex@db:5432/x',
    'https://example.org:8080/a/b?q=42',
    'Set the token, or the file that holds it.',
    'from=2024-03-04 cost=12',
    'FLEX_TOKEN: No token of the Flex Web Service was given.',
    'FLEX_NOT_XML: /etc/passwd: The input is not XML.',
    '/etc/passwd:12:7, Trades: not a number',
    "EACCES: permission denied, open '/run/secrets/flex-token': again",
    'archive/secrets/token: No such file.',
    '../token: No such file.',
    '~/.flex/token: No such file.',
    'csv:/srv/api-key: No such directory.',
    String.raw`C:\Users\flex\token: No such file.`,
    'https://example.org/oauth/token: the connection was refused',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['{"password":"two wor', '{"password":"***'],
    ["password='it\\'s\nnext", "password='***\nnext"],
    ['MY_FLEX_TOKEN: hunter2', 'MY_FLEX_TOKEN: ***'],
    ['xFLEX_TOKEN: hunter2', 'xFLEX_TOKEN: ***'],
    ['flex_token: hunter2', 'flex_token: hunter2'],
    ['secretoken=hunter2', 'secretoken=***'],
    ['a://b:c@d postgres://u:p', 'a://b:***@d postgres://u:p'],
  ])('of a value that is cut, or a name in a name: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'password',
    'password ',
    'password="',
    "password='\\",
    'a/password',
    '/password:',
    '://',
    'a://b:',
    'a://b:c@',
    'a',
    ' ',
    '"',
    '?t=',
    'token\\":',
    '(/token: ',
    'hunter-2',
    'hunter2',
  ])('ends with a megabyte of %j', (unit) => {
    // What looks at the text once for every place in it would take an hour.
    registerSecret('hunter-2');
    registerSecret('hunter2hunter3');
    const text = unit.repeat(2 ** 20 / unit.length);
    expect(redact(`${text} pwd: swordfish`)).not.toContain('swordfish');
  });

  it('conceals the longer of two secrets that overlap', () => {
    registerSecret('hunter-2');
    registerSecret('hunter-2-and-more');
    expect(redact('hunter-2-and-more')).toBe('***');
  });

  it('conceals what was registered, however it is written', () => {
    registerSecret('a"b/c d-é');
    for (const form of ['a"b/c d-é', 'a\\"b/c d-é', 'a%22b%2Fc%20d-%C3%A9']) {
      expect(redact(`x ${form} y`)).toBe('x *** y');
    }
  });

  it('conceals a short secret as a word only, and a very short one not at all', () => {
    registerSecret('flex');
    registerSecret('abc');
    expect(redact('flex and flexetl and abc')).toBe('*** and flexetl and abc');
  });

  it('conceals any registered secret anywhere', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 40 }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          forgetSecrets();
          fc.pre(!/^\**$/.test(secret));
          registerSecret(secret);
          expect(redact(before + secret + after)).not.toContain(secret);
        },
      ),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, password) => {
        const once = redact(`see postgres://${name}:${password}@db?t=${password} end`);
        expect(redact(once)).toBe(once);
      }),
    );
  });
});

describe('concealAll', () => {
  it('reaches every string, and no name', () => {
    const value = { 'token=abc': ['token=abc', { a: 'token=abc', n: 1, d: new Date(0) }, null] };
    expect(redactAll(value)).toEqual({
      'token=abc': ['token=***', { a: 'token=***', n: 1, d: new Date(0) }, null],
    });
  });
});

describe('passwordIn', () => {
  it.each([
    ['postgres://flex:hunter2@db/x', 'hunter2'],
    ['postgres://flex:a@b:c@db/x', 'a@b:c'],
    ['postgres://db/x?password=hunter2&a=b', 'hunter2'],
    ['postgres://flex@db/x', undefined],
    ['duckdb:flexetl.duckdb', undefined],
  ])('%s', (text, expected) => {
    expect(passwordIn(text)).toBe(expected);
  });

  it('is registered as it is meant, too', () => {
    registerPasswordIn('postgres://flex:hunter%202+2@db/x');
    expect(redact('"hunter 2+2" and hunter%202+2')).toBe('"***" and ***');
  });
});
