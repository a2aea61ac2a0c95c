/** `flexetl query` at work: runs the SQL, and prints the rows as they come. */
import { answerForm } from '../../cli/answer-form.js';
import type { CallWith } from '../../cli/command.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { FlexError } from '../../errors.js';
import { openForReading } from '../../sinks/destinations.js';
import * as print from './print.js';

/** @returns the exit status */
export async function run(
  call: CallWith<{
    readonly to: string;
    readonly json: boolean;
    readonly csv: boolean;
    readonly timezone: string;
  }>,
): Promise<number> {
  const { operands, settings, stdout, stderr } = call;
  const form = answerForm(call);
  guardPassword(call);
  const sql = await sqlOf(operands[0]!);
  const destination = await openForReading(settings.to, settings.timezone, {
    onWait: (sentence: string) => call.log.info(sentence),
  });
  try {
    const result = await destination.query(sql);
    if (form === 'json') await print.printJson(result, stdout);
    else if (form === 'csv') await print.printCsv(result, stdout);
    else await print.printTable(result, stdout, stderr);
  } finally {
    await destination.close();
  }
  return 0;
}

/** The SQL itself, or `-` where stdin holds it. */
async function sqlOf(operand: string): Promise<string> {
  if (operand !== '-') return operand;
  process.stdin.setEncoding('utf8');
  let sql = '';
  for await (const text of process.stdin) sql += text as string;
  if (sql.trim() !== '') return sql;
  throw new FlexError('FLEX_USAGE', 'There is no SQL on stdin.', {
    advice: 'Write `flexetl query - < FILE`, or give the SQL in place of -.',
  });
}
