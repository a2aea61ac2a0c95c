/**
 * Events of OpenLineage, specification 2-0-2: one at the start of a call, and one at its end with
 * what was read and written. Pure: from what the call knows to objects without secrets; facets of
 * datasets are datasets.ts.
 */
import { isInterruption } from '../../errors.js';
import { addDays } from '../../time/days.js';
import { printable } from '../../text/printable.js';
import { redactAll } from '../../text/redact.js';
import { VERSION } from '../../version.js';
import type { Beginning, Ending } from '../listener.js';
import { inputsOf, outputsOf, type InputDataset, type OutputDataset } from './datasets.js';
import { EVENT_SCHEMA, facet, PRODUCER, type Facets } from './facets.js';
import type { Parent } from './parent.js';

export interface RunEvent {
  readonly eventType: 'START' | 'COMPLETE' | 'FAIL' | 'ABORT';
  /** ISO 8601, as all times. */
  readonly eventTime: string;
  readonly producer: string;
  readonly schemaURL: string;
  readonly run: { readonly runId: string; readonly facets: Facets };
  readonly job: { readonly namespace: string; readonly name: string; readonly facets: Facets };
  readonly inputs: readonly InputDataset[];
  readonly outputs: readonly OutputDataset[];
}

/** What stays the same from the start to the end. */
export interface Identity {
  readonly namespace: string;
  readonly parent: Parent | undefined;
}

export function startEvent(beginning: Beginning, identity: Identity, now: Date): RunEvent {
  return event('START', beginning, identity, now, {});
}

export function endEvent(
  beginning: Beginning,
  identity: Identity,
  ending: Ending,
  now: Date,
): RunEvent {
  const { error } = ending;
  const type = error === undefined ? 'COMPLETE' : isInterruption(error) ? 'ABORT' : 'FAIL';
  const inputs = inputsOf(ending);
  return event(type, beginning, identity, now, {
    inputs,
    outputs: outputsOf(beginning, ending, inputs),
    facets: {
      ...nominalTime(ending),
      ...(error !== undefined && {
        errorMessage: facet('ErrorMessageRunFacet', {
          message: `${error.code}: ${error.message}`,
          programmingLanguage: 'JAVASCRIPT',
        }),
      }),
    },
  });
}

function event(
  eventType: RunEvent['eventType'],
  { loadId, fetches }: Beginning,
  { namespace, parent }: Identity,
  now: Date,
  said: { inputs?: InputDataset[]; outputs?: OutputDataset[]; facets?: Facets },
): RunEvent {
  return redactAll({
    eventType,
    eventTime: now.toISOString(),
    producer: PRODUCER,
    schemaURL: EVENT_SCHEMA,
    run: {
      runId: loadId,
      facets: {
        processing_engine: facet('ProcessingEngineRunFacet', {
          version: VERSION,
          name: 'flexetl',
        }),
        ...(parent !== undefined && { parent: facet('ParentRunFacet', { ...parent }) }),
        ...said.facets,
      },
    },
    job: {
      namespace,
      name: fetches ? 'flexetl.run' : 'flexetl.load',
      facets: {
        jobType: facet('JobTypeJobFacet', {
          processingType: 'BATCH',
          integration: 'FLEXETL',
          jobType: 'JOB',
        }),
      },
    },
    inputs: said.inputs ?? [],
    outputs: said.outputs ?? [],
  }) as RunEvent;
}

/** One line, which any server can keep. */
export function eventJson(event: RunEvent): string {
  return JSON.stringify(event, (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
}

/** The days of all windows; the end is not part of it. */
function nominalTime({ summary }: Ending): Facets {
  const days = (which: 'from' | 'to'): string[] =>
    (summary?.inputs ?? []).flatMap((input) => input[which] ?? []).sort();
  const [first, last] = [days('from')[0], days('to').at(-1)];
  if (first === undefined || last === undefined) return {};
  return {
    nominalTime: facet('NominalTimeRunFacet', {
      nominalStartTime: `${first}T00:00:00Z`,
      nominalEndTime: `${addDays(last, 1)}T00:00:00Z`,
    }),
  };
}
