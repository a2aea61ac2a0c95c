/** `flexetl check` at work: tries service, destination and archive in turn, and prints what was found. */
import type { CallWith } from '../../cli/command.js';
import type { DESTINATION_SETTING } from '../../cli/general-settings.js';
import { queriesOf, type ENDPOINT_SETTINGS, type QUERY_SETTING } from '../../cli/fetch-settings.js';
import { guardPassword } from '../../cli/leak-guards.js';
import type { Values } from '../../cli/settings.js';
import { checkArchive } from './archive.js';
import { checkDestination } from './destination.js';
import * as print from './findings.js';
import { checkService } from './service.js';

type CheckCall = CallWith<
  Values<typeof DESTINATION_SETTING & typeof QUERY_SETTING & typeof ENDPOINT_SETTINGS> & {
    readonly archive: string | undefined;
    readonly json: boolean;
  }
>;

/** @returns the exit status */
export async function run(call: CheckCall): Promise<number> {
  const { settings, stdout } = call;
  const queries = settings.query.length === 0 ? [] : queriesOf(call);
  guardPassword(call);
  const { archive } = settings;
  const findings = [
    ...(await checkService(call, queries)),
    ...(await checkDestination(settings.to, await call.catalog())),
    ...(archive === undefined ? [] : [await checkArchive(archive)]),
  ];
  const { json } = settings;
  await stdout.write(json ? print.findingsJson(findings) : print.findingsText(findings));
  return print.exitStatusOf(findings);
}
