/** What an error of DuckDB means in the words of the error table. It has no codes, only words. */
import { asFlexError, FlexError, type ErrorCode } from '../../errors.js';

/** What a message of DuckDB means, by what it says. */
const MEANINGS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/Could not set lock on file/, 'FLEX_DEST_BUSY'],
  [/No space left|disk is full|File too large/i, 'FLEX_DEST_FULL'],
  [/(violates (primary key|unique)|PRIMARY KEY or UNIQUE) constraint/, 'FLEX_DEST_CONFLICT'],
  // Values that a column cannot hold; DuckDB reports them only for rows of the input.
  [/^(Conversion|Out of Range|Invalid Input|Invalid Unicode) Error/, 'FLEX_VALUES_REFUSED'],
  [/Permission denied|read-only/i, 'FLEX_DEST_REFUSED'],
  [
    /not a valid DuckDB database|Cannot open file|Is a directory|newer version|older version/,
    'FLEX_CONFIG',
  ],
  [/Corrupt database file|Could not read enough bytes/, 'FLEX_CONFIG'],
];

const OUT_OF_MEMORY = /^Out of Memory Error/;

/** What to do, where the error table does not say it. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /not a valid DuckDB database/,
    'Choose another file, or remove this one: even an empty file is not a database.',
  ],
  [/Is a directory/, 'Choose a file in it.'],
  [
    /Corrupt database file|Could not read enough bytes/,
    'The file is damaged: restore a backup, or choose another file and load the reports again.',
  ],
  [OUT_OF_MEMORY, 'Raise the memory limit: add ?memory_limit=4GB to the destination.'],
  [/No such file or directory/, 'Create its directory first, or choose another.'],
];

/** Whether DuckDB ran out of the memory that it may use. */
export function isOutOfMemory(thrown: unknown): boolean {
  const cause = thrown instanceof FlexError ? thrown.cause : undefined;
  return cause instanceof Error && OUT_OF_MEMORY.test(cause.message);
}

/** Runs it; errors of DuckDB become a FlexError that names the destination. */
export async function translate<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof FlexError || !(thrown instanceof Error)) throw asFlexError(thrown);
    const { message } = thrown;
    const code = MEANINGS.find(([pattern]) => pattern.test(message))?.[1] ?? 'FLEX_DEST_FAILED';
    const advice = ADVICE.find(([pattern]) => pattern.test(message))?.[1];
    // DuckDB's suggested solutions are SQL statements that users cannot run on this connection.
    const said = message.split('Possible solutions', 1)[0]!.trimEnd();
    throw new FlexError(code, `${name}: ${said}`, {
      cause: thrown,
      ...(advice === undefined ? {} : { advice }),
    });
  }
}
