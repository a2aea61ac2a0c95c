/** `flexetl check`: whether a run would find everything in order. */
import { flag, text } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { ENDPOINT_SETTINGS, QUERY_SETTING, queriesOf } from '../cli/fetch-settings.js';
import { guardPassword } from '../cli/leak-guards.js';
import { DESTINATION_SETTING } from '../cli/load-settings.js';

export const check = defineCommand({
  name: 'check',
  summary: 'try token, query, destination and archive, and say what is wrong',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    ...QUERY_SETTING,
    archive: text('DIR', 'directory that raw XML is to be filed in'),
    ...ENDPOINT_SETTINGS,
    json: flag('print one JSON document'),
  },
  examples: [
    'flexetl check',
    'flexetl check --query 123456 --archive archive --to postgres://etl@db.example.com/warehouse',
  ],
  async run(call) {
    const { settings, stdout } = call;
    const queries = settings.query.length === 0 ? [] : queriesOf(call);
    await guardPassword(call);
    const [{ checkService }, { checkArchive, checkDestination }, print] = await Promise.all([
      import('./check/service.js'),
      import('./check/destination.js'),
      import('./check/findings.js'),
    ]);
    const { archive } = settings;
    const findings = [
      ...(await checkService(call, queries)),
      ...(await checkDestination(settings.to, await call.catalog())),
      ...(archive === undefined ? [] : [await checkArchive(archive)]),
    ];
    const { json } = settings;
    await stdout.write(json ? print.findingsJson(findings) : print.findingsText(findings));
    return print.exitStatusOf(findings);
  },
});
