/** Where access keys come from, and when they are renewed. */
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { CredentialSource, credentialsOf } from '../../src/object-store/credentials.js';
import { readProfile } from '../../src/object-store/profiles.js';
import { placeOf, type Credentials } from '../../src/object-store/settings.js';
import { forgetSecrets, redact } from '../../src/text/redact.js';
import { freshFolder } from '../commands/run.js';
import { selfSigned } from '../flex-service/client/certificate.js';
import { startProxy } from '../flex-service/client/proxy.js';
import type { Variables } from './contract.js';

afterEach(forgetSecrets);

const SECRET = 'invented/secret+of/forty/characters=long';

/** Variables for a profile directory with these files. */
function home(files: Readonly<Record<string, string>> = {}): Variables {
  const folder = freshFolder(files);
  return {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  };
}

async function found(env: Variables, signal?: AbortSignal): Promise<Credentials> {
  const all = { ...home(), ...env };
  const profile = await readProfile(all);
  const place = await placeOf('reports', { AWS_REGION: 'eu-central-1', ...all }, profile);
  return credentialsOf({ env: all, profile, place, signal }).current();
}

/** A server that always returns one text: its address, and the requests with their bodies. */
async function answering(
  text: string,
): Promise<{ url: string; asked: [IncomingMessage, string][] }> {
  const asked: [IncomingMessage, string][] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      asked.push([request, body]);
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked };
}

describe('an access key', () => {
  it('comes from the variables first', async () => {
    const env = {
      ...home({ credentials: '[default]\naws_access_key_id=B\naws_secret_access_key=C\n' }),
      AWS_ACCESS_KEY_ID: 'A',
      AWS_SECRET_ACCESS_KEY: SECRET,
    };
    expect(await found(env)).toEqual({ accessKeyId: 'A', secretAccessKey: SECRET });
    expect(await found({ ...env, AWS_SESSION_TOKEN: 'T' })).toMatchObject({ sessionToken: 'T' });
  });

  it('comes from the named profile, or the default one', async () => {
    const files = home({
      credentials: `[default]\naws_access_key_id = A\naws_secret_access_key = ${SECRET}\n`,
      config:
        '# a comment\n[profile lake]\naws_access_key_id=B ; of the lake\naws_secret_access_key=C\naws_session_token=T\n',
    });
    expect(await found(files)).toEqual({ accessKeyId: 'A', secretAccessKey: SECRET });
    expect(await found({ ...files, AWS_PROFILE: 'lake' })).toEqual({
      accessKeyId: 'B',
      secretAccessKey: 'C',
      sessionToken: 'T',
    });
    await expect(found({ ...files, AWS_PROFILE: 'none' })).rejects.toThrow(/AWS_PROFILE is "none"/);
  });

  it('comes from the program of the profile, whose command line is not shown', async () => {
    const json = JSON.stringify({
      ...{ Version: 1, AccessKeyId: 'A', SecretAccessKey: SECRET, SessionToken: 'T' },
      Expiration: '2024-03-05T13:00:00Z',
    });
    const folder = freshFolder({ 'the key.json': json });
    const program = (path: string): Variables =>
      home({ config: `[default]\ncredential_process = cat "${join(folder, path)}"\n` });
    expect(await found(program('the key.json'))).toEqual({
      accessKeyId: 'A',
      secretAccessKey: SECRET,
      sessionToken: 'T',
      expires: Date.parse('2024-03-05T13:00:00Z'),
    });
    expect(redact(`it is ${SECRET}`)).toBe('it is ***');
    await expect(found(program('no such file'))).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
      message: 'The program in credential_process failed (1).',
    });
  });

  it('comes from the service account of a pod', async () => {
    const { url, asked } = await answering(
      `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>A</AccessKeyId><SecretAccessKey>${SECRET}</SecretAccessKey><SessionToken>T</SessionToken><Expiration>2024-03-05T13:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
    );
    const folder = freshFolder({ token: 'identity-of-the-pod\n' });
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token'),
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/etl',
      AWS_ENDPOINT_URL_STS: url,
    };
    expect(await found(env)).toMatchObject({ accessKeyId: 'A', sessionToken: 'T' });
    expect(new URLSearchParams(asked[0]![1]).get('WebIdentityToken')).toBe('identity-of-the-pod');
    expect(redact('it is identity-of-the-pod')).toBe('it is ***');
    const missing = { ...env, AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'none') };
    await expect(found(missing)).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });

  it('of a role is requested through the proxy, with AWS_CA_BUNDLE', async () => {
    const certificate = selfSigned(['sts.cn-north-1.amazonaws.com.cn']);
    const server = createSecureServer(certificate, (_, response) => {
      response.statusCode = 403;
      response.end('<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const host = 'sts.cn-north-1.amazonaws.com.cn:443';
    const proxy = await startProxy({ [host]: `https://127.0.0.1:${port}` });
    onTestFinished(async () => {
      await proxy.stop();
      server.close();
    });
    const folder = freshFolder({ token: 'identity', 'ca.pem': certificate.cert });
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token'),
      AWS_ROLE_ARN: 'arn:aws-cn:iam::123456789012:role/etl',
      AWS_REGION: 'cn-north-1',
      AWS_CA_BUNDLE: join(folder, 'ca.pem'),
      HTTPS_PROXY: proxy.url,
    };
    await expect(found(env)).rejects.toMatchObject({
      code: 'FLEX_STORE_REFUSED',
      message: expect.stringContaining('AWS_ROLE_ARN: HTTP 403, AccessDenied') as string,
    });
    expect(proxy.asked).toEqual([host]);
  });

  it.each<[string, (folder: string) => Variables]>([
    [
      'a program',
      (folder) =>
        home({ config: `[default]\ncredential_process = "${join(folder, 'program')}"\n` }),
    ],
    [
      'a service',
      (folder) => ({
        AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token'),
        AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/etl',
      }),
    ],
  ])('from %s is no longer waited for after an abort', async (_, place) => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const server = createServer(() => controller.abort(reason));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const folder = freshFolder({
      token: 'identity',
      program: `#!${process.execPath}\nfetch('${url}');\n`,
    });
    chmodSync(join(folder, 'program'), 0o700);
    const env = { ...place(folder), AWS_ENDPOINT_URL_STS: url };
    await expect(found(env, controller.signal)).rejects.toBe(reason);
  });

  it('comes from the agent of a container, over plain http only from its host', async () => {
    const json = JSON.stringify({ AccessKeyId: 'A', SecretAccessKey: SECRET, Token: 'T' });
    const { url, asked } = await answering(json);
    const folder = freshFolder({ token: 'of the agent\n' });
    const env = {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}v1/credentials`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: join(folder, 'token'),
    };
    expect(await found(env)).toMatchObject({ accessKeyId: 'A', sessionToken: 'T' });
    expect(asked[0]![0].headers.authorization).toBe('of the agent');
    expect(redact('it is of the agent')).toBe('it is ***');
    const elsewhere = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://agent.example.com/' };
    await expect(found(elsewhere)).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
  });

  it.each<[string, Variables, RegExp]>([
    ['nowhere', {}, /No credentials/],
    ['half in the variables', { AWS_ACCESS_KEY_ID: 'A' }, /only half of an access key/],
    ['half in the variables', { AWS_SECRET_ACCESS_KEY: SECRET }, /only half of an access key/],
    [
      'behind no address',
      {
        AWS_WEB_IDENTITY_TOKEN_FILE: import.meta.filename,
        AWS_ROLE_ARN: 'x',
        AWS_ENDPOINT_URL_STS: 'sts.example.com',
      },
      /AWS_ENDPOINT_URL_STS is not a valid address/,
    ],
    ['in a session', home({ config: '[default]\nsso_session = x\n' }), /uses sso_session/],
    [
      'in another role',
      { ...home({ config: '[profile a]\nrole_arn = x\n' }), AWS_PROFILE: 'a' },
      /uses role_arn/,
    ],
  ])('that is %s is an error of the settings', async (_, env, message) => {
    const failed = await found(env).catch((thrown: unknown) => thrown as Error);
    expect(failed).toMatchObject({ code: 'FLEX_CONFIG' });
    expect((failed as Error).message).toMatch(message);
    expect((failed as Error).message).not.toContain(SECRET);
  });
});

describe('a temporary key', () => {
  const key = (expires: number): Credentials => ({
    accessKeyId: String(expires),
    secretAccessKey: SECRET,
    expires,
  });

  it('is renewed five minutes before it expires, once for many requests', async () => {
    const MINUTE = 60_000;
    let [now, asked] = [0, 0];
    const source = new CredentialSource(
      () => Promise.resolve(key((asked += 1) * 60 * MINUTE)),
      () => now,
    );
    const all = (): Promise<Credentials[]> =>
      Promise.all(Array.from({ length: 5 }, () => source.current()));
    expect(new Set((await all()).map(({ accessKeyId }) => accessKeyId)).size).toBe(1);
    now = 54 * MINUTE;
    await all();
    expect(asked).toBe(1);
    now = 56 * MINUTE;
    expect((await all())[4]).toEqual(key(120 * MINUTE));
    expect(asked).toBe(2);
  });

  it('is requested again after a failure', async () => {
    let asked = 0;
    const source = new CredentialSource(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('not now')) : Promise.resolve(key(1e15));
    });
    await expect(source.current()).rejects.toThrow('not now');
    expect(await source.current()).toEqual(key(1e15));
  });
});
