/** Sees to it that the password of a destination is shown nowhere. */
import type { Call } from './command.js';
import type { DESTINATION_SETTING } from './load-settings.js';

/** Conceals it in all that is printed from now on, and warns where others can see it already. */
export async function guardPassword(
  call: Pick<Call<typeof DESTINATION_SETTING>, 'settings' | 'sourceOf' | 'log'>,
): Promise<void> {
  const { passwordIn, registerPasswordIn } = await import('../text/redact.js');
  const { to } = call.settings;
  registerPasswordIn(to);
  if (call.sourceOf('to') !== 'command line' || passwordIn(to) === undefined) return;
  call.log.warn(
    'The command line holds a password, and command lines are seen by everybody on this machine. Use the environment variable FLEXETL_TO instead.',
  );
}
