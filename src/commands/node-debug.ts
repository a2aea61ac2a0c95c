/** Refuses to use a token while NODE_DEBUG would have it printed, past the log and all concealment. */
import { debuglog } from 'node:util';
import { FlexError } from '../errors.js';

/** The words of NODE_DEBUG under which undici prints the address of every request. */
const TELLING = ['undici', 'fetch', 'websocket'] as const;

/**
 * Node reads the variable when it starts, so that to unset it here would change nothing.
 * @throws FlexError FLEX_CONFIG
 */
export function refuseNodeDebug(): void {
  if (!TELLING.some((word) => debuglog(word).enabled)) return;
  throw new FlexError(
    'FLEX_CONFIG',
    'NODE_DEBUG makes Node print the addresses of requests, and the token is in them.',
    {
      advice: `Unset NODE_DEBUG, or leave out ${TELLING.join(', ')} and * of it; --log-level debug tells of requests without the token.`,
    },
  );
}
