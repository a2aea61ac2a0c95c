/**
 * The access key for a store, from the usual places. A secret is registered for redaction before it
 * is returned.
 *
 * The order is: variables, a web identity (Kubernetes service account), the profile (its key or its
 * `credential_process`), the agent of a container.
 */
import { FlexError } from '../errors.js';
import type { Environment } from '../http/proxies.js';
import { registerSecret } from '../text/redact.js';
import type { Profile } from './profiles.js';
import { ofContainer, ofProcess, ofWebIdentity, type Seeker } from './credential-places.js';
import { first, type Credentials } from './settings.js';

/** Looks in one place; undefined if it is not configured. @throws FlexError if it fails */
type Find = () => Promise<Credentials | undefined>;

/** Credentials are renewed so many milliseconds before they expire. */
const EARLY = 5 * 60 * 1000;

export class CredentialSource {
  private held: Promise<Credentials> | undefined;

  constructor(
    private readonly find: Find,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws FlexError FLEX_CONFIG if there are none */
  async current(): Promise<Credentials> {
    const held = this.held;
    if (held !== undefined) {
      const found = await held.catch(() => undefined);
      if (found !== undefined && this.now() < (found.expires ?? Infinity) - EARLY) return found;
      // Another caller has renewed them meanwhile.
      if (this.held !== held) return this.current();
    }
    this.held = this.found();
    return this.held;
  }

  private async found(): Promise<Credentials> {
    const found = await this.find();
    if (found === undefined) {
      throw new FlexError('FLEX_CONFIG', 'No credentials for the object store.', {
        advice: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
      });
    }
    registerSecret(found.secretAccessKey);
    if (found.sessionToken !== undefined) registerSecret(found.sessionToken);
    return found;
  }
}

/** The places for a process, in order. */
export function credentialsOf(seeker: Seeker & { readonly profile: Profile }): CredentialSource {
  const places: readonly Find[] = [
    () => Promise.resolve(keyOf('The environment', variables(seeker.env))),
    () => ofWebIdentity(seeker),
    () => ofProfile(seeker.profile, seeker.signal),
    () => ofContainer(seeker),
  ];
  return new CredentialSource(async () => {
    for (const find of places) {
      const found = await find();
      if (found !== undefined) return found;
    }
    return undefined;
  });
}

interface Key {
  readonly id: string | undefined;
  readonly secret: string | undefined;
  readonly token: string | undefined;
}

function variables(env: Environment): Key {
  return {
    id: first(env['AWS_ACCESS_KEY_ID']),
    secret: first(env['AWS_SECRET_ACCESS_KEY']),
    token: first(env['AWS_SESSION_TOKEN']),
  };
}

/** @throws FlexError FLEX_CONFIG if half of it is missing */
function keyOf(where: string, { id, secret, token }: Key): Credentials | undefined {
  if (id === undefined && secret === undefined) return undefined;
  if (id === undefined || secret === undefined) {
    const lacking = id === undefined ? 'access key ID' : 'secret access key';
    throw new FlexError(
      'FLEX_CONFIG',
      `${where} has only half of an access key: the ${lacking} is missing.`,
      {
        advice: 'Give both, or neither.',
      },
    );
  }
  return {
    accessKeyId: id,
    secretAccessKey: secret,
    ...(token === undefined ? {} : { sessionToken: token }),
  };
}

async function ofProfile(
  { name, values }: Profile,
  signal: AbortSignal | undefined,
): Promise<Credentials | undefined> {
  const key = keyOf(`The profile ${name}`, {
    id: first(values['aws_access_key_id']),
    secret: first(values['aws_secret_access_key']),
    token: first(values['aws_session_token']),
  });
  if (key !== undefined) return key;
  const program = first(values['credential_process']);
  if (program !== undefined) return ofProcess(program, signal);
  const other = [
    'role_arn',
    'sso_session',
    'sso_start_url',
    'credential_source',
    'login_session',
  ].find((setting) => first(values[setting]) !== undefined);
  if (other === undefined) return undefined;
  throw new FlexError(
    'FLEX_CONFIG',
    `The profile ${name} uses ${other}, which flexetl does not support.`,
    {
      advice: `Run it with the variables of \`aws configure export-credentials --profile ${name} --format env\`, or name that program in credential_process.`,
    },
  );
}
