/** Sees to it that the password of a destination is shown nowhere. */
import { debuglog } from 'node:util';
import { FlexError } from '../errors.js';
import { passwordIn, registerPasswordIn } from '../text/redact.js';
import type { Call } from './command.js';
import type { DESTINATION_SETTING } from './general-settings.js';

/** Conceals it in all that is printed from now on, and warns where others can see it already. */
export function guardPassword(
  call: Pick<Call<typeof DESTINATION_SETTING>, 'settings' | 'sourceOf' | 'log'>,
): void {
  const { to } = call.settings;
  registerPasswordIn(to);
  if (call.sourceOf('to') !== 'command line' || passwordIn(to) === undefined) return;
  call.log.warn(
    'The command line holds a password, and command lines are seen by everybody on this machine. Use the environment variable FLEXETL_TO instead.',
  );
}

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
