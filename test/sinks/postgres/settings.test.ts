/**
 * What stands after the question mark of `postgres://…`, in the extras of an Airflow connection and
 * in the variables of Postgres' own library: it takes effect, or it is refused.
 */
import fc from 'fast-check';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FlexError } from '../../../src/errors.js';
import { parsePostgresUrl } from '../../../src/sinks/postgres/url.js';
import { POSTGRES_SETTINGS } from '../../../src/sinks/postgres/settings.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** As Airflow writes the extras of a connection that are not all text. */
function withExtras(extras: unknown, more = ''): string {
  return `postgres://me@db/money?__extra__=${encodeURIComponent(JSON.stringify(extras))}${more}`;
}

function refusal(url: string): FlexError {
  try {
    parsePostgresUrl(url);
  } catch (thrown) {
    if (thrown instanceof FlexError) return thrown;
    throw thrown;
  }
  throw new Error(`${url} was not refused`);
}

/** What the driver makes of it. */
function ssl(url: string): unknown {
  return (new pg.Client(parsePostgresUrl(url).config) as unknown as { ssl: unknown }).ssl;
}

describe('a setting of a Postgres destination', () => {
  it.each([
    ['?scheam=flex', 'has no setting scheam', 'Did you mean schema?'],
    ['?Schema=flex', 'has no setting Schema', 'Did you mean schema?'],
    ['?sslmode=verify_full', 'The setting sslmode is disable', ''],
    ['?target_session_attrs=primary', 'has no setting target_session_attrs', 'Use postgres://'],
    ['?schema=a&schema=b', 'has the setting schema twice', 'Keep one'],
    ['?client_encoding=latin1', 'The setting client_encoding is UTF8', ''],
    ['?stall_timeout=soon', 'The setting stall_timeout is a whole number', ''],
  ])('%s is refused', (query, message, advice) => {
    const error = refusal(`postgres://me@db/money${query}`);
    expect([error.code, error.exitStatus]).toEqual(['FLEX_CONFIG', 78]);
    expect(error.message).toContain(message);
    expect(error.advice).toContain(advice);
  });

  it('whose name is a piece of a password is refused without being shown', () => {
    const error = refusal('postgres://me:top?secret1234@db/money');
    expect(error.describe()).not.toContain('secret1234');
    expect(error.advice).toContain('%3F');
  });

  it('of the extras of an Airflow connection is a setting like any other', () => {
    expect(ssl(withExtras({ sslmode: 'verify-full', connect_timeout: 5 }))).toEqual({});
    expect(ssl(withExtras({ sslmode: 'disable', schema: 'other' }))).toBe(false);
    expect(parsePostgresUrl(withExtras({ schema: 'other' })).schema).toBe('other');
  });

  it.each([
    ['that means nothing here', withExtras({ cursor: 'dictcursor' }), 'has no setting cursor'],
    ['that is a list', withExtras({ options: ['-c', 'a=b'] }), 'is not text or a number'],
    ['that the URL has, too', withExtras({ schema: 'a' }, '&schema=b'), 'schema twice'],
    ['in no object', withExtras(['sslmode']), 'is no JSON object'],
    ['in no JSON', 'postgres://me@db/money?__extra__=sslmode', 'is no JSON object'],
  ])('of the extras %s is refused', (_, url, message) => {
    expect(refusal(url)).toMatchObject({
      code: 'FLEX_CONFIG',
      message: expect.stringContaining(message) as string,
    });
  });

  it('of any other name is refused, wherever it stands', () => {
    const names = fc
      .string({ minLength: 1 })
      .filter((name) => !Object.hasOwn(POSTGRES_SETTINGS, name));
    fc.assert(
      fc.property(names, fc.boolean(), (name, within) => {
        const query = new URLSearchParams([[name, '1']]).toString();
        const url = within ? withExtras({ [name]: '1' }) : `postgres://me@db/money?${query}`;
        expect(refusal(url).code).toBe('FLEX_CONFIG');
      }),
    );
  });
});

describe('a mode that checks the certificate', () => {
  /** The driver warns of the words whose meaning it will change, and of no other. */
  const told = (url: string): string | null =>
    new URL(parsePostgresUrl(url).config.connectionString!).searchParams.get('sslmode');

  it.each(['prefer', 'require', 'verify-ca', 'verify-full'])(
    '%s is said to the driver in the word that keeps its meaning',
    (mode) => {
      expect(told(`postgres://me@db/money?sslmode=${mode}`)).toBe('verify-full');
      expect(told(withExtras({ sslmode: mode }))).toBe('verify-full');
      expect(ssl(`postgres://me@db/money?sslmode=${mode}`)).toEqual({});
      vi.stubEnv('PGSSLMODE', mode);
      expect(told('postgres://me@db/money')).toBe('verify-full');
      expect(told('postgres://me@db/money?sslmode=no-verify')).toBe('no-verify');
    },
  );

  it('keeps its word where the meaning of Postgres is asked for', () => {
    const url = 'postgres://me@db/money?uselibpqcompat=true';
    expect(told(`${url}&sslmode=require`)).toBe('require');
    expect(ssl(`${url}&sslmode=require`)).toEqual({ rejectUnauthorized: false });
    vi.stubEnv('PGSSLMODE', 'prefer');
    expect(told(url)).toBe('prefer');
  });

  it('verify-ca in the meaning of Postgres needs the certificate of an authority', () => {
    const url = 'postgres://me@db/money?uselibpqcompat=true&sslmode=verify-ca';
    expect(refusal(url)).toMatchObject({
      code: 'FLEX_CONFIG',
      message: 'The mode verify-ca needs the setting sslrootcert.',
    });
    const file = import.meta.filename;
    expect(ssl(`${url}&sslrootcert=${file}`)).toMatchObject({ ca: expect.any(String) as string });
  });
});

describe('a variable of the library of Postgres', () => {
  it('names the mode of encryption and its certificates', () => {
    vi.stubEnv('PGSSLMODE', 'verify-full');
    vi.stubEnv('PGSSLROOTCERT', import.meta.filename);
    expect(ssl('postgres://me@db/money')).toEqual({ ca: expect.any(String) as string });
    expect(ssl('postgres://me@db/money?sslmode=disable')).toBe(false);
  });

  it('that names no mode is refused: the driver would not encrypt', () => {
    vi.stubEnv('PGSSLMODE', 'verify_full');
    expect(refusal('postgres://me@db/money').message).toContain('PGSSLMODE');
    expect(ssl('postgres://me@db/money?sslmode=verify-full')).toEqual({});
  });

  it.each(['PGSERVICE', 'PGSERVICEFILE', 'PGHOSTADDR'])('%s is refused', (name) => {
    vi.stubEnv(name, 'elsewhere');
    expect(refusal('postgres://me@db/money')).toMatchObject({
      code: 'FLEX_CONFIG',
      message: `The variable ${name} is set, and is not read.`,
    });
  });
});
