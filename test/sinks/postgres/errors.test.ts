/** What an error of Postgres becomes where no test has a server that gives it. */
import { expect, test } from 'vitest';
import { postgresError } from '../../../src/sinks/postgres/errors.js';

test.each<[string, string, string, RegExp]>([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 'FLEX_CONFIG', /sslrootcert/],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'unable to verify the first certificate',
    'FLEX_CONFIG',
    /sslrootcert/,
  ],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'Host: db. is not in', 'FLEX_CONFIG', /sslrootcert/],
  ['ECONNRESET', 'read ECONNRESET', 'FLEX_DEST_UNAVAILABLE', /run again/],
  ['22P05', 'character has no equivalent in encoding "LATIN1"', 'FLEX_VALUES_REFUSED', /UTF8/],
  ['22021', 'invalid byte sequence for encoding', 'FLEX_VALUES_REFUSED', /another destination/],
  ['22023', 'invalid value for parameter "work_mem"', 'FLEX_CONFIG', /setting/],
  ['54000', 'index row size 2800 exceeds maximum', 'FLEX_VALUES_REFUSED', /another destination/],
  ['54011', 'tables can have at most 1600 columns', 'FLEX_VALUES_REFUSED', /another destination/],
  ['25P03', 'idle-in-transaction timeout', 'FLEX_DEST_UNAVAILABLE', /idle_in_transaction/],
  ['25P04', 'transaction timeout', 'FLEX_DEST_BUSY', /transaction_timeout/],
  ['57P05', 'idle-session timeout', 'FLEX_DEST_UNAVAILABLE', /idle_session_timeout/],
])('%s', (code, said, expected, advice) => {
  const error = postgresError('postgres://h/d', Object.assign(new Error(said), { code }));
  expect(error).toMatchObject({
    code: expected,
    message: expect.stringContaining(said) as string,
    advice: expect.stringMatching(advice) as string,
  });
});
