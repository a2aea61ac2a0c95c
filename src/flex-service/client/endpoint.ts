/**
 * The address of the Flex Web Service, and which hosts may get the token. No requests here.
 */
import { FlexError } from '../../errors.js';

export interface Endpoint {
  /** `test` is any address given in full. */
  readonly kind: 'current' | 'legacy' | 'test';
  /** Without parameters. */
  readonly sendRequest: URL;
  /** Without parameters; the service's answer may give another address. */
  readonly getStatement: URL;
}

const BROKER = 'interactivebrokers.com';
const CURRENT = `https://ndcdyn.${BROKER}/AccountManagement/FlexWebService/`;
const LEGACY_PATH = '/Universal/servlet/FlexStatementService';

/**
 * The endpoint of `--endpoint`: `current`, `legacy`, or the address of a test service, to which
 * `SendRequest` and `GetStatement` are appended as paths.
 * @throws FlexError FLEX_CONFIG for an invalid address; FLEX_FOREIGN_HOST for plain http to another
 *   machine, where the token could be read on the way
 */
export function parseEndpoint(text: string): Endpoint {
  if (text === 'current') return within('current', new URL(CURRENT));
  if (text === 'legacy') {
    return {
      kind: 'legacy',
      sendRequest: new URL(`https://www.${BROKER}${LEGACY_PATH}.SendRequest`),
      getStatement: new URL(`https://gdcdyn.${BROKER}${LEGACY_PATH}.GetStatement`),
    };
  }
  return within('test', testAddress(text));
}

function within(kind: Endpoint['kind'], base: URL): Endpoint {
  return {
    kind,
    sendRequest: new URL('SendRequest', base),
    getStatement: new URL('GetStatement', base),
  };
}

function testAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw notAnAddress('is neither current, nor legacy, nor an address that begins with https://');
  }
  if (address.username !== '' || address.password !== '') throw notAnAddress('contains a password');
  if (address.search !== '' || address.hash !== '') throw notAnAddress('has parameters');
  if (address.protocol === 'http:' && !isLoopback(address.hostname)) {
    throw new FlexError(
      'FLEX_FOREIGN_HOST',
      `The endpoint uses plain http to ${address.host}, so the token could be read on the way.`,
    );
  }
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

function notAnAddress(problem: string): FlexError {
  return new FlexError('FLEX_CONFIG', `The endpoint ${problem}.`, {
    advice:
      'Use current, legacy, or the address of a test service, such as http://127.0.0.1:8080/.',
  });
}

/** Whether a name can only mean this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Whether an address may get the token: https of the broker, or the endpoint's own host. */
export function mayHaveToken(endpoint: Endpoint, address: URL): boolean {
  if (address.username !== '' || address.password !== '') return false;
  const own = [endpoint.sendRequest.origin, endpoint.getStatement.origin];
  if (own.includes(address.origin)) return true;
  // Requests to a test service are not meant for the broker, wherever it redirects.
  return isBroker(endpoint.sendRequest) && isBroker(address);
}

function isBroker({ protocol, hostname, port }: URL): boolean {
  const named = hostname === BROKER || hostname.endsWith(`.${BROKER}`);
  return protocol === 'https:' && port === '' && named;
}

/**
 * Where to fetch a report, in this order: the address that the service gave, if it may get the
 * token, and the endpoint's own. Either may be the only one that works.
 */
export function statementAddresses(endpoint: Endpoint, named: string | undefined): URL[] {
  const own = endpoint.getStatement;
  if (named === undefined || !URL.canParse(named)) return [own];
  const address = new URL(named);
  address.search = '';
  address.hash = '';
  const usable = mayHaveToken(endpoint, address) && address.href !== own.href;
  return usable ? [address, own] : [own];
}
