/** Where the service is, and who may be given the token. */
import { describe, expect, it } from 'vitest';
import {
  mayHaveToken,
  parseEndpoint,
  statementAddresses,
} from '../../../src/flex-service/client/endpoint.js';

const hrefs = (text: string): string[] => {
  const { sendRequest, getStatement } = parseEndpoint(text);
  return [sendRequest.href, getStatement.href];
};

describe('the endpoint', () => {
  it('is the current or the legacy one', () => {
    const current = 'https://ndcdyn.interactivebrokers.com/AccountManagement/FlexWebService/';
    expect(hrefs('current')).toEqual([`${current}SendRequest`, `${current}GetStatement`]);
    expect(hrefs('legacy')).toEqual([
      'https://www.interactivebrokers.com/Universal/servlet/FlexStatementService.SendRequest',
      'https://gdcdyn.interactivebrokers.com/Universal/servlet/FlexStatementService.GetStatement',
    ]);
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://localhost:8080/flex', 'http://localhost:8080/flex/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['https://flex.example/a/', 'https://flex.example/a/'],
  ])('is a test service at %s', (text, base) => {
    expect(hrefs(text)).toEqual([`${base}SendRequest`, `${base}GetStatement`]);
  });

  it.each([
    ['http://flex.example/', 'FLEX_FOREIGN_HOST'],
    ['http://127.0.0.1.flex.example/', 'FLEX_FOREIGN_HOST'],
    ['http://ndcdyn.interactivebrokers.com/', 'FLEX_FOREIGN_HOST'],
    ['newest', 'FLEX_CONFIG'],
    ['', 'FLEX_CONFIG'],
    ['ftp://flex.example/', 'FLEX_CONFIG'],
    ['https://user:word@flex.example/', 'FLEX_CONFIG'],
    ['https://flex.example/?t=1', 'FLEX_CONFIG'],
  ])('is not %j', (text, code) => {
    expect(() => parseEndpoint(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the token', () => {
  it.each([
    ['https://gdcdyn.interactivebrokers.com/x', true],
    ['https://WWW.InteractiveBrokers.com/', true],
    ['https://interactivebrokers.com/', true],
    ['http://gdcdyn.interactivebrokers.com/', false],
    ['https://gdcdyn.interactivebrokers.com:8443/', false],
    ['https://interactivebrokers.com.example/', false],
    ['https://evilinteractivebrokers.com/', false],
    ['https://gdcdyn.interactivebrokers.com@flex.example/', false],
    ['https://user@gdcdyn.interactivebrokers.com/', false],
    ['https://gdcdyn.interactivebrokers.com.:443/', false],
    ['https://127.0.0.1/', false],
  ])('meant for the broker goes to %s: %s', (text, may) => {
    expect(mayHaveToken(parseEndpoint('current'), new URL(text))).toBe(may);
  });

  it('meant for a test service goes nowhere else, not even to the broker', () => {
    const endpoint = parseEndpoint('http://127.0.0.1:8080/');
    const may = (text: string) => mayHaveToken(endpoint, new URL(text));
    expect(may('http://127.0.0.1:8080/elsewhere')).toBe(true);
    expect(may('http://127.0.0.1:8081/')).toBe(false);
    expect(may('https://gdcdyn.interactivebrokers.com/')).toBe(false);
  });
});

describe('the addresses of a report', () => {
  const own = 'https://ndcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement';
  const gdcdyn = own.replace('ndcdyn', 'gdcdyn');
  it.each([
    [gdcdyn, [gdcdyn, own]],
    [`${gdcdyn}?x=1#y`, [gdcdyn, own]],
    [own, [own]],
    [undefined, [own]],
    ['nowhere', [own]],
    ['https://flex.example/GetStatement', [own]],
    [gdcdyn.replace('https', 'http'), [own]],
  ])('for %s', (named, expected) => {
    const addresses = statementAddresses(parseEndpoint('current'), named);
    expect(addresses.map(({ href }) => href)).toEqual(expected);
  });
});
