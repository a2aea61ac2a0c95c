import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkQuery, checkService } from '../../../src/commands/check/service.js';
import { createLog } from '../../../src/cli/log.js';
import { parseEndpoint } from '../../../src/flex-service/client/endpoint.js';
import { memoryPacer } from '../../../src/flex-service/client/pacing.js';
import { Secret } from '../../../src/flex-service/client/token.js';
import { ManualClock } from '../../flex-service/client/manual-clock.js';
import { fake, QUERY, TOKEN } from '../../flex-service/client/talk.js';

const call = {
  settings: { endpoint: 'current' },
  log: createLog({ level: 'silent', terminal: false, write: () => undefined }),
} as unknown as Parameters<typeof checkService>[0];

/** The properties that make stdin a terminal; one that is asked anything says so. */
const TERMINAL = {
  isTTY: true,
  setRawMode: () => {
    throw new Error('asked for the token');
  },
};
afterEach(() => {
  vi.unstubAllEnvs();
  Object.assign(process.stdin, { isTTY: undefined, setRawMode: undefined });
});

describe('the check of the token, on a terminal', () => {
  it.each([
    { queries: [], found: { name: 'token', status: 'warn' } },
    {
      queries: ['123456'],
      found: { name: 'token', status: 'fail', error: { message: 'asked for the token' } },
    },
  ])('asks for one only where it is going to be tried: $queries', async ({ queries, found }) => {
    vi.stubEnv('FLEXETL_TOKEN', '');
    vi.stubEnv('FLEXETL_TOKEN_FILE', '');
    Object.assign(process.stdin, TERMINAL);
    expect(await checkService(call, queries)).toMatchObject([found]);
  });
});

describe('the check of several queries', () => {
  it.each([
    { answer: { code: '1018' }, pause: 20_000 },
    { answer: { status: 429, headers: { 'retry-after': '45' } }, pause: 45_000 },
    { answer: { code: '1019' }, pause: 0 },
  ])('slows down where the service asks for it: $answer', async ({ answer, pause }) => {
    const clock = new ManualClock();
    const service = await fake({ clock, script: [{ on: 'SendRequest', ...answer }] });
    const endpoint = parseEndpoint(service.url);
    const tools = { endpoint, token: new Secret(TOKEN), pacer: memoryPacer(clock), clock };
    for (let turn = 0; turn < 2; turn++) await checkQuery(tools, QUERY);
    const [first, second] = service.requests;
    const waited = second!.at - first!.at;
    expect([service.requests.length, waited >= pause, waited < pause + 20_000]).toEqual([
      2,
      true,
      true,
    ]);
  });
});
