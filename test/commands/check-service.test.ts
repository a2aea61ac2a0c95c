import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkService } from '../../src/commands/check-service.js';
import { createLog } from '../../src/logging.js';

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
