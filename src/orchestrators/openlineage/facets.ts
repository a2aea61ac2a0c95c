/**
 * The schemas that events of OpenLineage name, each with its version: one of the event, and one of
 * each facet that is used; and the members that all facets have. Pure.
 */
import { VERSION } from '../../version.js';

/** Who says it, as a URI. */
export const PRODUCER = `https://www.npmjs.com/package/flexetl/v/${VERSION}`;

export const EVENT_SCHEMA = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';

/** Each facet has a version of its own, which is a part of the address of its schema. */
const VERSIONS = {
  ColumnLineageDatasetFacet: '1-2-0',
  DatasetVersionDatasetFacet: '1-0-1',
  DatasourceDatasetFacet: '1-0-1',
  ErrorMessageRunFacet: '1-0-1',
  InputStatisticsInputDatasetFacet: '1-0-0',
  JobTypeJobFacet: '2-0-4',
  NominalTimeRunFacet: '1-0-1',
  OutputStatisticsOutputDatasetFacet: '1-0-2',
  ParentRunFacet: '1-2-0',
  ProcessingEngineRunFacet: '1-1-1',
  SchemaDatasetFacet: '1-2-0',
} as const;

export type FacetName = keyof typeof VERSIONS;

const schemaOf = (name: FacetName): string =>
  `https://openlineage.io/spec/facets/${VERSIONS[name]}/${name}.json#/$defs/${name}`;

/** All that an event may name. */
export const SCHEMAS: readonly string[] = [
  EVENT_SCHEMA,
  ...(Object.keys(VERSIONS) as FacetName[]).map(schemaOf),
];

export interface Facet {
  readonly _producer: string;
  readonly _schemaURL: string;
  readonly [member: string]: unknown;
}

/** By the name that the specification gives them: `nominalTime`. */
export type Facets = Readonly<Record<string, Facet>>;

export function facet(name: FacetName, members: Readonly<Record<string, unknown>>): Facet {
  return { _producer: PRODUCER, _schemaURL: schemaOf(name), ...members };
}
