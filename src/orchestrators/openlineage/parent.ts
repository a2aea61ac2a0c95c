/**
 * The run that a call is a part of, as OpenLineage's integrations hand it on: OPENLINEAGE_CONTEXT, or
 * OPENLINEAGE_PARENT_ID and OPENLINEAGE_ROOT_PARENT_ID. Pure.
 */
import { isGiven, type Environment } from '../orchestrator.js';

/** A run of another program, and its job. */
export interface Run {
  readonly run: { readonly runId: string };
  readonly job: { readonly namespace: string; readonly name: string };
}

export interface Parent extends Run {
  readonly root?: Run;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws Error for variables that name no run */
export function parentOf(env: Environment): Parent | undefined {
  const context = env['OPENLINEAGE_CONTEXT'];
  if (isGiven(context)) return ofContext(context);
  const parent = runNamed(env, 'OPENLINEAGE_PARENT_ID');
  if (parent === undefined) return undefined;
  const root = runNamed(env, 'OPENLINEAGE_ROOT_PARENT_ID');
  return root === undefined ? parent : { ...parent, root };
}

/** `NAMESPACE/JOB/RUN`: only the namespace may have slashes. */
function runNamed(env: Environment, name: string): Run | undefined {
  const text = env[name];
  if (!isGiven(text)) return undefined;
  const parts = text.trim().split('/');
  const runId = parts.pop() ?? '';
  const job = parts.pop() ?? '';
  const run = runOf(runId, parts.join('/'), job);
  if (run === undefined) throw new Error(`${name} is not NAMESPACE/JOB/RUN with the id of a run`);
  return run;
}

/** `{"parent":{"run":{"runId"},"job":{"namespace","name"},"root":{…}}}` */
function ofContext(text: string): Parent | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Error('OPENLINEAGE_CONTEXT is no JSON');
  }
  const parent = member(given, 'parent');
  if (parent === undefined) return undefined;
  const run = readRun(parent);
  if (run === undefined) throw new Error('OPENLINEAGE_CONTEXT names no run');
  const root = readRun(member(parent, 'root'));
  return root === undefined ? run : { ...run, root };
}

function readRun(value: unknown): Run | undefined {
  const job = member(value, 'job');
  return runOf(
    member(member(value, 'run'), 'runId'),
    member(job, 'namespace'),
    member(job, 'name'),
  );
}

function runOf(runId: unknown, namespace: unknown, name: unknown): Run | undefined {
  if (typeof runId !== 'string' || typeof namespace !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  if (!UUID.test(runId) || namespace === '' || name === '') return undefined;
  return { run: { runId }, job: { namespace, name } };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
