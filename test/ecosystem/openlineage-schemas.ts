/**
 * The schemas of OpenLineage's specification as a judge of events: whatever lies in
 * .tmp/ecosystem/openlineage-spec, read by ajv. fetch-openlineage-spec.js puts it there. An event must
 * have the form of the core schema, and each of its facets that of the schema that it names.
 */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_SCHEMA } from '../../src/orchestrators/openlineage/facets.js';
import { notRun, ROOT } from './programs.js';

const FOLDER = join(ROOT, '.tmp/ecosystem/openlineage-spec');

/** Nothing where they are there; else the reason to skip, for a title. */
export const missingSchemas = existsSync(FOLDER) ? '' : notRun('openlineage-spec');

interface Schema {
  readonly $id: string;
  /** By the name of the facet. */
  readonly properties?: Readonly<Record<string, { readonly $ref: string }>>;
}

type Members = Readonly<Record<string, unknown>>;

export class EventSchemas {
  private readonly byId = new Map<string, Schema>();
  private readonly ajv = new Ajv2020({ allErrors: true });

  constructor() {
    addFormats.default(this.ajv);
    // An annotation of OpenAPI.
    this.ajv.addKeyword('example');
    for (const path of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.json')) continue;
      const schema = JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as Schema;
      this.byId.set(schema.$id, schema);
      this.ajv.addSchema(schema);
    }
  }

  /** Whether a `schemaURL` is in the folder, and can be used. */
  has(address: string): boolean {
    return this.byId.has(fileOf(address)) && this.ajv.getSchema(address) !== undefined;
  }

  /** What the schemas find wrong; nothing where it is an event. */
  faultsOf(event: unknown): string[] {
    const { schemaURL, run, job, inputs, outputs } = event as Members;
    return [
      ...(schemaURL === EVENT_SCHEMA ? [] : [`the event names ${String(schemaURL)}`]),
      ...this.faultsBy(EVENT_SCHEMA, event, ''),
      ...this.faultsBy(fileOf(EVENT_SCHEMA), event, ''),
      ...[...facetsOf('/run', run), ...facetsOf('/job', job)].flatMap(this.faultsOfFacet),
      ...datasetsOf('/inputs', inputs).flatMap(this.faultsOfFacet),
      ...datasetsOf('/outputs', outputs).flatMap(this.faultsOfFacet),
    ];
  }

  private readonly faultsOfFacet = ([at, name, facet]: Found): string[] => {
    const address = String((facet as Members)['_schemaURL']);
    const [file = '', place] = address.split(/(?=#)/);
    const named = this.byId.get(file)?.properties?.[name]?.$ref;
    if (named === undefined || named !== place) return [`${at}: ${address} is not its schema`];
    return this.faultsBy(address, facet, at);
  };

  private faultsBy(address: string, value: unknown, at: string): string[] {
    const validate = this.ajv.getSchema(address);
    if (validate === undefined) return [`${at}: there is no schema ${address}`];
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }: ErrorObject) => `${at}${instancePath} ${message}`,
    );
  }
}

type Found = readonly [at: string, name: string, facet: unknown];

const fileOf = (address: string): string => address.replace(/#.*/, '');

/** The facets of a run, a job or a dataset. */
function facetsOf(at: string, owner: unknown, members: readonly string[] = ['facets']): Found[] {
  return members.flatMap((member) =>
    Object.entries(((owner as Members | undefined)?.[member] ?? {}) as Members).map(
      ([name, facet]): Found => [`${at}/${member}/${name}`, name, facet],
    ),
  );
}

function datasetsOf(at: string, datasets: unknown): Found[] {
  if (!Array.isArray(datasets)) return [];
  return datasets.flatMap((dataset, index) =>
    facetsOf(`${at}/${index}`, dataset, ['facets', 'inputFacets', 'outputFacets']),
  );
}
