/**
 * What Dagster's reader asks of a message, said once more: exactly these members, of these types.
 * The real reader has its turn in test/ecosystem/dagster.test.ts.
 */

type Members = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown): boolean =>
  typeof value === 'string' && !/\p{Surrogate}/u.test(value);
const isNull = (value: unknown): boolean => value === null;
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const either =
  (...kinds: readonly ((value: unknown) => boolean)[]) =>
  (value: unknown): boolean =>
    kinds.some((kind) => kind(value));
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (kind: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(kind);
const exactly =
  (members: Members) =>
  (value: unknown): boolean =>
    isObject(value) &&
    Object.keys(value).sort().join() === Object.keys(members).sort().join() &&
    Object.entries(members).every(([name, kind]) => kind(value[name]));

/** Anything of JSON, with texts that can be stored. */
const isPlain = (value: unknown): boolean => {
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, each]) => isText(name) && isPlain(each));
};

const column = exactly({
  name: isText,
  type: isText,
  description: either(isText, isNull),
  tags: exactly({}),
  constraints: exactly({ nullable: isBoolean, unique: isBoolean, other: listOf(isText) }),
});
const dependency = exactly({ asset_key: listOf(isText), column_name: isText });

const RAW: Members = {
  text: isText,
  int: (value) => Number.isSafeInteger(value),
  json: (value) => (Array.isArray(value) || isObject(value)) && isPlain(value),
  table_schema: exactly({ columns: listOf(column) }),
  table_column_lineage: exactly({
    deps_by_column: (value) => isObject(value) && Object.values(value).every(listOf(dependency)),
  }),
};

const metadata = (value: unknown): boolean =>
  isObject(value) &&
  Object.values(value).every(
    (each) =>
      isObject(each) &&
      Object.keys(each).sort().join() === 'raw_value,type' &&
      (RAW[String(each['type'])]?.(each['raw_value']) ?? false),
  );

const PARAMS: Members = {
  opened: exactly({ extras: exactly({}) }),
  log: exactly({
    message: isText,
    level: (value) => ['INFO', 'WARNING', 'ERROR'].includes(String(value)),
  }),
  report_asset_materialization: exactly({
    asset_key: isText,
    data_version: either(isText, isNull),
    metadata,
  }),
  report_asset_check: exactly({
    asset_key: isText,
    check_name: isText,
    passed: isBoolean,
    severity: (value) => value === 'WARN' || value === 'ERROR',
    metadata,
  }),
  report_custom_message: exactly({ payload: isPlain }),
  closed: either(
    exactly({}),
    exactly({
      exception: exactly({
        message: isText,
        stack: listOf(isText),
        name: isText,
        cause: isNull,
        context: isNull,
      }),
    }),
  ),
};

export interface Message {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The messages of a file. @throws Error for what Dagster would not take */
export function messagesOf(content: string): Message[] {
  if (!content.endsWith('\n')) throw new Error(`half a line: ${content.slice(-80)}`);
  // As Python's str.splitlines, which knows more ends of a line than JSON escapes.
  // oxlint-disable-next-line no-control-regex -- it is control characters that are meant
  const lines = content.slice(0, -1).split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  return lines.map((line) => {
    const message = JSON.parse(line) as Message & Record<string, unknown>;
    const form = exactly({
      __dagster_pipes_version: (value) => value === '0.1',
      method: isText,
      params: PARAMS[message.method] ?? (() => false),
    });
    if (!form(message)) throw new Error(`Dagster does not take ${line.slice(0, 2000)}`);
    return message;
  });
}
