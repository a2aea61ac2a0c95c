/** Refuses to use a token while NODE_DEBUG would have it printed, past the log and all concealment. */
import { debuglog } from 'node:util';
import { FlexError } from '../errors.js';

/**
 * The words of NODE_DEBUG under which undici prints the address of every request, and under
 * which Node prints the bytes of what it reads: of the token's file, and of the prompt.
 */
const TELLING = ['undici', 'fetch', 'websocket', 'stream'] as const;

/**
 * Node reads the variable when it starts, so that to unset it here would change nothing.
 * @throws FlexError FLEX_CONFIG
 */
export function refuseNodeDebug(): void {
  if (!TELLING.some((word) => debuglog(word).enabled)) return;
  throw new FlexError(
    'FLEX_CONFIG',
    'NODE_DEBUG makes Node print what it asks for or reads, and the token is in it.',
    {
      advice: `Unset NODE_DEBUG, or leave out ${TELLING.join(', ')} and * of it; --log-level debug tells of requests without the token.`,
    },
  );
}
