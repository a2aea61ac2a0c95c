/**
 * Writes a generated report to a file, for trying things out by hand:
 *
 *   tsc -p test/bench/tsconfig.json
 *   node .tmp/bench/test/bench/write-statement.js big.xml --rows 200000 --levels EXECUTION
 */
import { parseArgs } from 'node:util';
import { writeStatementFile, type StatementOptions } from './generate.js';
import { SECTIONS, type Level, type SectionName } from './sections.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    account: { type: 'string', default: 'U1000001' },
    query: { type: 'string', default: 'Daily' },
    from: { type: 'string', default: '2024-01-01' },
    to: { type: 'string', default: '2024-12-31' },
    'when-generated': { type: 'string', default: '20250102;072104' },
    rows: { type: 'string' },
    attributes: { type: 'string', default: '84' },
    sections: { type: 'string', default: Object.keys(SECTIONS).join(',') },
    levels: { type: 'string', default: 'ORDER,EXECUTION,CLOSED_LOT' },
  },
});
const [path] = positionals;
if (path === undefined) throw new Error('Name the file to write.');

const options: StatementOptions = {
  seed: Number(values.seed),
  account: values.account,
  query: values.query,
  from: values.from,
  to: values.to,
  whenGenerated: values['when-generated'],
  attributes: Number(values.attributes),
  sections: values.sections.split(',') as SectionName[],
  levels: values.levels.split(',') as Level[],
  ...(values.rows === undefined ? {} : { rows: Number(values.rows) }),
};
const { bytes, rows } = await writeStatementFile(path, options);
process.stdout.write(`${JSON.stringify({ path, bytes, rows: Object.fromEntries(rows) })}\n`);
