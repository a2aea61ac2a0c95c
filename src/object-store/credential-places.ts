/**
 * Sources of temporary credentials: a program of the user, Kubernetes service accounts, the agent of
 * a container. Their order is decided in credentials.ts.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { FlexError } from '../errors.js';
import { agentOf, answerTo, type Answer, type Asked } from '../http/exchange.js';
import { Proxies, type Environment } from '../http/proxies.js';
import { registerSecret } from '../text/redact.js';
import { readAssumedRole } from './answers.js';
import { connectionError, refusal } from './errors.js';
import { amazonHost, first, type Credentials, type Place } from './settings.js';

export interface Seeker {
  readonly env: Environment;
  /** Its region and certificates are those of the service that issues credentials, too. */
  readonly place: Pick<Place, 'region' | 'ca'>;
  readonly signal?: AbortSignal | undefined;
}

const PATIENCE = 20_000;
const LIMIT = 64 * 1024;

/** Hosts that may be used with plain http: the container and its host. */
const OF_CONTAINER = new Set([
  '127.0.0.1',
  'localhost',
  '[::1]',
  '169.254.170.2',
  '169.254.170.23',
  '[fd00:ec2::23]',
]);

/** Runs a program from the user's configuration, which prints JSON. */
export async function ofProcess(command: string, signal?: AbortSignal): Promise<Credentials> {
  const words = [...command.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(
    ([, quoted, plain, bare]) => quoted?.replaceAll(/\\(["\\])/g, '$1') ?? plain ?? bare ?? '',
  );
  const [program = '', ...given] = words;
  const text = await new Promise<string>((resolve, reject) => {
    const options = { timeout: 60_000, maxBuffer: LIMIT, signal };
    execFile(program, given, options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (signal?.aborted === true) reject(signal.reason as Error);
      // The message of the error repeats the command line, which may contain a secret.
      else
        reject(
          unusable(`The program in credential_process failed (${error.code ?? error.signal}).`),
        );
    });
  });
  return read('The program in credential_process', text, {
    id: 'AccessKeyId',
    token: 'SessionToken',
  });
}

/** Exchanges the token of a Kubernetes service account for a role. */
export async function ofWebIdentity(seeker: Seeker): Promise<Credentials | undefined> {
  const { env, place } = seeker;
  const file = first(env['AWS_WEB_IDENTITY_TOKEN_FILE']);
  const role = first(env['AWS_ROLE_ARN']);
  if (file === undefined || role === undefined) return undefined;
  const address =
    first(env['AWS_ENDPOINT_URL_STS']) ?? `https://${amazonHost('sts', place.region)}/`;
  if (!URL.canParse(address)) throw unusable('AWS_ENDPOINT_URL_STS is not a valid address.');
  const url = new URL(address);
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: first(env['AWS_ROLE_SESSION_NAME']) ?? 'flexetl',
    WebIdentityToken: await readSecret(file),
  });
  const answer = await ask(new Proxies(env), seeker, {
    ...{ method: 'POST', url },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(form.toString()),
  });
  if (answer.status !== 200) throw refusal('assume the role of AWS_ROLE_ARN', answer);
  try {
    return readAssumedRole(answer.body);
  } catch {
    throw unusable(`${url.host} gave no credentials for AWS_ROLE_ARN.`);
  }
}

/** Asks the agent of a container: ECS, or EKS Pod Identity. */
export async function ofContainer(seeker: Seeker): Promise<Credentials | undefined> {
  const { env } = seeker;
  const relative = first(env['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI']);
  const full = first(env['AWS_CONTAINER_CREDENTIALS_FULL_URI']);
  if (relative === undefined && full === undefined) return undefined;
  const address = relative === undefined ? full! : `http://169.254.170.2${relative}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && !OF_CONTAINER.has(url.hostname))) {
    throw unusable(
      'AWS_CONTAINER_CREDENTIALS_FULL_URI is neither https nor an address of the container host.',
    );
  }
  const file = first(env['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE']);
  const token =
    file === undefined ? first(env['AWS_CONTAINER_AUTHORIZATION_TOKEN']) : await readSecret(file);
  if (token !== undefined) registerSecret(token);
  const headers = token === undefined ? {} : { authorization: token };
  const answer = await ask(new Proxies({}), seeker, { method: 'GET', url, headers });
  if (answer.status !== 200) throw refusal(`give credentials at ${url.host}`, answer);
  return read(url.host, answer.body.toString('utf8'), { id: 'AccessKeyId', token: 'Token' });
}

async function ask(
  proxies: Proxies,
  { place, signal }: Seeker,
  asked: Pick<Asked, 'method' | 'url' | 'headers' | 'body'>,
): Promise<Answer> {
  const agent = agentOf(proxies, place.ca, PATIENCE);
  const proxy = proxies.for(asked.url);
  try {
    return await answerTo(agent, { ...asked, limit: LIMIT, patience: PATIENCE, signal });
  } catch (thrown) {
    signal?.throwIfAborted();
    throw connectionError(asked.url.host, thrown, proxy);
  } finally {
    await agent.destroy();
  }
}

function read(who: string, text: string, names: { id: string; token: string }): Credentials {
  let found: Readonly<Record<string, unknown>> | null = null;
  try {
    found = JSON.parse(text) as typeof found;
  } catch {
    // Reported below without the text, which may contain a secret.
  }
  const value = (name: string): string | undefined => {
    const given = found?.[name];
    return typeof given === 'string' && given !== '' ? given : undefined;
  };
  const [accessKeyId, secretAccessKey] = [value(names.id), value('SecretAccessKey')];
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw unusable(`${who} gave no AccessKeyId and SecretAccessKey.`);
  }
  const sessionToken = value(names.token);
  const expires = Date.parse(value('Expiration') ?? '');
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(Number.isNaN(expires) ? {} : { expires }),
  };
}

async function readSecret(path: string): Promise<string> {
  return readFile(path, 'utf8').then(
    (text) => {
      registerSecret(text.trim());
      return text.trim();
    },
    (thrown: unknown) => {
      throw unusable(`${path} cannot be read (${(thrown as NodeJS.ErrnoException).code}).`);
    },
  );
}

function unusable(message: string): FlexError {
  return new FlexError('FLEX_CONFIG', message, {
    advice: 'Correct it, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  });
}
