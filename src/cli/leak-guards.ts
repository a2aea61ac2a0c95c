/** Keeps the password of a destination and the token out of sight. */
import { debuglog } from 'node:util';
import { FlexError } from '../errors.js';
import { passwordIn, registerPasswordIn } from '../text/redact.js';
import type { Call } from './command.js';
import type { DESTINATION_SETTING } from './general-settings.js';

/** Redacts the password in all output, and warns if it is already visible to others. */
export function guardPassword(
  call: Pick<Call<typeof DESTINATION_SETTING>, 'settings' | 'sourceOf' | 'log'>,
): void {
  const { to } = call.settings;
  registerPasswordIn(to);
  if (call.sourceOf('to') !== 'command line' || passwordIn(to) === undefined) return;
  call.log.warn(
    'The command line contains a password, and every user of this machine can see it. Use the environment variable FLEXETL_TO instead.',
  );
}

/**
 * Values of NODE_DEBUG that make undici print the address of every request, and Node print the
 * bytes that it reads: the token file, and the prompt.
 */
const TELLING = ['undici', 'fetch', 'websocket', 'stream'] as const;

/**
 * Node reads the variable at startup, so unsetting it here would change nothing.
 * @throws FlexError FLEX_CONFIG
 */
export function refuseNodeDebug(): void {
  if (!TELLING.some((word) => debuglog(word).enabled)) return;
  throw new FlexError(
    'FLEX_CONFIG',
    'NODE_DEBUG makes Node print what it requests and reads, the token included.',
    {
      advice: `Unset NODE_DEBUG, or leave out ${TELLING.join(', ')} and * from it; --log-level debug logs requests without the token.`,
    },
  );
}
