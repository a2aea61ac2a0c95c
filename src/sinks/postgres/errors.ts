/** What an error of Postgres or of its socket means in the words of the error table. */
import { FlexError, type ErrorCode } from '../../errors.js';
import { NO_SSL, POOLER_REFUSES, postgresAdvice, UNTRUSTED } from './advice.js';

/** By SQLSTATE; the longest prefix that is listed decides. */
const BY_STATE: Readonly<Record<string, ErrorCode>> = {
  '08': 'FLEX_DEST_UNAVAILABLE',
  '25006': 'FLEX_DEST_REFUSED',
  '25P03': 'FLEX_DEST_UNAVAILABLE',
  '25P04': 'FLEX_DEST_BUSY',
  '28': 'FLEX_DEST_REFUSED',
  '3D': 'FLEX_CONFIG',
  '3F': 'FLEX_CONFIG',
  '40': 'FLEX_DEST_CONFLICT',
  '42501': 'FLEX_DEST_REFUSED',
  '42939': 'FLEX_CONFIG', // a name that Postgres keeps for itself
  '42': 'FLEX_DEST_ALTERED',
  // A value that no column of the kind takes, such as a character that the encoding lacks.
  '22': 'FLEX_VALUES_REFUSED',
  '22023': 'FLEX_CONFIG', // the value of a setting
  '23': 'FLEX_DEST_ALTERED',
  // Two processes that make the same table at once collide in the system catalogue.
  '23505': 'FLEX_DEST_CONFLICT',
  '42P06': 'FLEX_DEST_CONFLICT',
  '42P07': 'FLEX_DEST_CONFLICT',
  '42710': 'FLEX_DEST_CONFLICT',
  P0: 'FLEX_DEST_ALTERED', // what a trigger raises
  XX000: 'FLEX_DEST_CONFLICT',
  '53': 'FLEX_DEST_UNAVAILABLE',
  '53100': 'FLEX_DEST_FULL',
  '54': 'FLEX_VALUES_REFUSED', // a row, an index entry or a nesting beyond a limit of the server
  '55P03': 'FLEX_DEST_BUSY',
  '57014': 'FLEX_DEST_BUSY',
  '57P': 'FLEX_DEST_UNAVAILABLE',
};

const SOCKET_CODE = /^(E[A-Z]+|ERR_SSL.*)$/;
/** What pg says where it was given no password. */
const NO_PASSWORD = /client password must be a (non-empty )?string/;

/** The fields of pg's DatabaseError that help somebody to understand it. */
interface PostgresFault {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly where?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
}

/** @param name of the destination, without password */
export function postgresError(name: string, thrown: unknown): FlexError {
  if (thrown instanceof FlexError) return thrown;
  const fault = faultOf(thrown);
  const parts = [fault.message, fault.detail, fault.hint, fault.where].filter(
    (part) => part !== undefined && part !== '',
  );
  const advice = postgresAdvice(fault);
  return new FlexError(codeOf(fault), `${name}: ${parts.map(sentence).join(' ')}`, {
    cause: thrown,
    ...(advice === undefined ? {} : { advice }),
  });
}

function faultOf(thrown: unknown): PostgresFault {
  // Node gives the addresses it tried as one AggregateError without a message.
  if (thrown instanceof AggregateError && thrown.errors.length > 0) {
    return faultOf(thrown.errors[0]);
  }
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  if (!NO_PASSWORD.test(thrown.message)) return thrown;
  return { message: 'The server asks for a password, and none was given' };
}

function codeOf(fault: PostgresFault): ErrorCode {
  const { code, message } = fault;
  if (code === '23505' && isOfRows(fault)) return 'FLEX_DEST_ALTERED';
  if (POOLER_REFUSES.some(([pattern]) => pattern.test(message))) return 'FLEX_CONFIG';
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code)) {
    for (let length = 5; length >= 2; length--) {
      const found = BY_STATE[code.slice(0, length)];
      if (found !== undefined) return found;
    }
    return 'FLEX_DEST_FAILED';
  }
  if (NO_SSL.test(message) || (code !== undefined && UNTRUSTED.test(code))) return 'FLEX_CONFIG';
  if (code !== undefined && SOCKET_CODE.test(code)) return 'FLEX_DEST_UNAVAILABLE';
  if (/terminated|timeout|not queryable|connection/i.test(message)) return 'FLEX_DEST_UNAVAILABLE';
  if (/password|SASL|SCRAM/i.test(message)) return 'FLEX_DEST_REFUSED';
  return 'FLEX_DEST_FAILED';
}

/**
 * Whether it is a table of rows: every insert there lets our own key collide, so another
 * constraint refuses them, and does so every time.
 */
function isOfRows({ schema, table = 'flexetl_' }: PostgresFault): boolean {
  return schema !== 'pg_catalog' && !table.startsWith('flexetl_');
}

function sentence(text: string | undefined): string {
  const trimmed = (text ?? '').trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
