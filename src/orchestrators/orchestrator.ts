/**
 * What the ledger keeps of the run that a load is a part of: as Airflow, Dagster and the user name
 * it. From the environment to JSON; nothing is written here.
 */
import { beginning, printable } from '../text/printable.js';
import { redact, REDACTED } from '../text/redact.js';

/** Variables by name, as in process.env. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The run that Dagster names in the context of its Pipes. */
export interface DagsterRun {
  readonly run_id: string;
  readonly job_name: string | null;
  readonly partition_key: string | null;
  readonly retry_number: number;
}

/** Airflow sets these for every task; owner and e-mail are left out, being about people. */
const AIRFLOW = [
  'dag_id',
  'task_id',
  'dag_run_id',
  'logical_date',
  'execution_date',
  'try_number',
  'map_index',
] as const;

const VALUE_KEPT = 300;
/** Of FLEXETL_ORCHESTRATOR; longer JSON is kept as text, and cut. */
const USER_KEPT = 2000;

/** Whether a variable says anything: schedulers set empty ones. */
export function isGiven(text: string | undefined): text is string {
  return (text ?? '').trim() !== '';
}

/**
 * @returns `{"airflow":{…},"dagster":{…},"user":…}` with those that are there; undefined if none
 *   is. `user` is FLEXETL_ORCHESTRATOR: its value if that is JSON, else its text.
 */
export function orchestratorOf(env: Environment, dagster?: DagsterRun): string | undefined {
  const airflow = Object.fromEntries(
    AIRFLOW.flatMap((name) => {
      const text = env[`AIRFLOW_CTX_${name.toUpperCase()}`];
      return isGiven(text) ? [[name, beginning(text, VALUE_KEPT)]] : [];
    }),
  );
  const user = env['FLEXETL_ORCHESTRATOR'];
  const said = {
    ...(Object.keys(airflow).length > 0 && { airflow }),
    ...(dagster !== undefined && { dagster: runOf(dagster) }),
    ...(isGiven(user) && { user: readUser(user.trim()) }),
  };
  return Object.keys(said).length === 0 ? undefined : storable(said);
}

function runOf({ run_id, job_name, partition_key, retry_number }: DagsterRun): object {
  const short = (text: string | null): string | null => text && beginning(text, VALUE_KEPT);
  return {
    run_id: short(run_id),
    job_name: short(job_name),
    partition_key: short(partition_key),
    retry_number,
  };
}

function readUser(text: string): unknown {
  if (text.length > USER_KEPT) return beginning(text, USER_KEPT);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A member with such a name holds a secret, whatever its value. */
const SECRET =
  /password|passwd|pwd|secret|token|credential|authorization|(?:api|access|private)[-_]?key/i;

/** JSON that any database takes: no NUL, no half of a surrogate pair. */
function storable(said: object): string {
  return JSON.stringify(said, (name, value: unknown) => {
    if (SECRET.test(name)) return REDACTED;
    return typeof value === 'string' ? printable(redact(value)) : value;
  });
}
