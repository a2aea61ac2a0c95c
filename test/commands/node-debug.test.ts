/**
 * NODE_DEBUG makes Node and its libraries print what they do, on stderr and past the
 * log: with some of its words, the addresses of requests, and the token in them; with
 * others, the bytes of the token's file.
 */
import { describe, expect, it } from 'vitest';
import { freshFolder, logLines, run } from './run.js';
import { filesIn, QUERY, serve, start, tokenIsNowhere } from './service.js';

describe('NODE_DEBUG', () => {
  it.each(['undici', 'fetch', 'websocket', 'UNDICI', 'net,undici', 'und*', 'stream', '*'])(
    'as %s is refused before the service is asked',
    async (words) => {
      const service = await serve();
      const cwd = freshFolder();
      const ran = await start('fetch', cwd, service, [], { NODE_DEBUG: words }).ended;
      expect(ran.status).toBe(78);
      tokenIsNowhere(cwd, ran);
      expect(ran.stderr).toContain(
        'FLEX_CONFIG: NODE_DEBUG makes Node print what it requests and reads, the token included. Unset NODE_DEBUG',
      );
      expect(service.requests).toEqual([]);
      expect(filesIn(cwd).filter((path) => path.startsWith('archive'))).toEqual([]);
    },
  );

  it.each(['http,https,http2', 'net,tls,dns', 'timer,fs,module,child_process'])(
    'as %s shows no token',
    async (words) => {
      const cwd = freshFolder();
      const ran = await start('run', cwd, await serve(), [], { NODE_DEBUG: words }).ended;
      expect(ran.status).toBe(0);
      tokenIsNowhere(cwd, ran);
    },
  );

  it('is refused by check, which uses the token too', async () => {
    const service = await serve();
    const env = { ...service.env, NODE_DEBUG: 'undici' };
    const ran = await run(['check', '--query', QUERY, '--to', 'csv:x'], { env });
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(service.env['FLEXETL_TOKEN']);
    expect(ran.status).toBe(78);
    expect(service.requests).toEqual([]);
  });

  it('is no matter where no token is used', async () => {
    const { status, stderr } = await run(['schema', 'trades'], { env: { NODE_DEBUG: 'undici' } });
    expect([status, logLines(stderr)]).toEqual([0, []]);
  });
});
