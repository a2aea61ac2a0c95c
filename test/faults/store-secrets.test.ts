/** The secret key and the session token of an object store appear in nothing that flexetl writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder, run, type Ran } from '../commands/run.js';
import { reportOf, serve, start } from '../commands/service.js';
import { FakeStore, KEY } from '../object-store/fake-store.js';

const SESSION = 'session/token+of/the=hour';
const WRONG = 'not/the/right+secret/at=all';
const SECRETS = [KEY.secret, SESSION, WRONG];

async function startStore(): Promise<FakeStore> {
  const fake = await FakeStore.start({ key: { ...KEY, sessionToken: SESSION } });
  onTestFinished(() => fake.stop());
  fake.set('in/1.xml', reportOf({ from: '20240304' }));
  return fake;
}

/** Everything that the call wrote: output, files, requests and objects. */
function expectConcealed(ran: Ran, cwd: string, fake: FakeStore): void {
  const files = readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'aws-config')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  const objects = [...fake.objects].flatMap(([key, { bytes, metadata }]) => [
    ...[key, bytes.toString('latin1'), JSON.stringify(metadata)],
  ]);
  for (const text of [ran.stdout, ran.stderr, ...files, ...fake.requests, ...objects]) {
    for (const secret of SECRETS) {
      for (const form of [secret, encodeURIComponent(secret)]) expect(text).not.toContain(form);
    }
  }
}

const IN_PROFILE = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' };

describe('the secret key of a store', () => {
  it.each<[string, Readonly<Record<string, string>>, number]>([
    ['is right', {}, 0],
    ['is in a profile', { ...IN_PROFILE, AWS_CONFIG_FILE: 'aws-config' }, 0],
    ['is wrong', { AWS_SECRET_ACCESS_KEY: WRONG }, 77],
    ['is part of the endpoint', { AWS_ENDPOINT_URL: `http://u:${WRONG}@127.0.0.1:1` }, 78],
    ['has no access key ID', { AWS_ACCESS_KEY_ID: '' }, 78],
    ['is used with NODE_DEBUG', { NODE_DEBUG: '*' }, 0],
  ])('that %s is concealed', async (_, env, status) => {
    const fake = await startStore();
    const cwd = freshFolder({
      'aws-config': `[default]\naws_access_key_id=${KEY.id}\naws_secret_access_key=${KEY.secret}\naws_session_token=${SESSION}\n`,
    });
    const args = ['load', 's3://reports/in', '--to', 'duckdb:a.duckdb', '--log-level', 'debug'];
    const ran = await run([...args, '--summary-file', 'summary.json'], {
      cwd,
      env: { ...fake.env, AWS_SESSION_TOKEN: SESSION, ...env },
    });
    expect(ran.status).toBe(status);
    expectConcealed(ran, cwd, fake);
  });

  it('that is part of an address is refused and concealed', async () => {
    const fake = await startStore();
    const cwd = freshFolder();
    const address = `s3://${KEY.id}:${WRONG}@reports/in`;
    const ran = await run(['load', address], { cwd, env: fake.env });
    expect(ran.status).toBe(78);
    expectConcealed(ran, cwd, fake);
  });

  it('is not in the archive', async () => {
    const [fake, service, cwd] = [await startStore(), await serve(), freshFolder()];
    const args = ['--archive', 's3://reports/flex', '--log-level', 'debug'];
    const env = { ...fake.env, AWS_SESSION_TOKEN: SESSION };
    const ran = await start('run', cwd, service, args, env).ended;
    expect(ran.status).toBe(0);
    expect(fake.objects.size).toBe(3);
    expectConcealed(ran, cwd, fake);
  });
});
