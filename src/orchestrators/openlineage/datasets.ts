/**
 * Reports and tables as datasets of OpenLineage: names, statistics, columns, and which attribute a
 * column is from. Pure.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STATEMENTS_TABLE, type RowElement } from '../../catalog/section.js';
import { tableColumns } from '../../catalog/table-columns.js';
import type { InputOutcome } from '../../pipeline/load-input.js';
import { parseDestination } from '../../sinks/destinations.js';
import type { Beginning, Ending } from '../listener.js';
import { facet, type Facets } from './facets.js';

interface Dataset {
  readonly namespace: string;
  readonly name: string;
  readonly facets: Facets;
}

export interface InputDataset extends Dataset {
  readonly inputFacets: Facets;
}

export interface OutputDataset extends Dataset {
  readonly outputFacets: Facets;
}

/** An event is one request: of a long list of files, only the beginning is named. */
const INPUTS_NAMED = 100;
/** Every column names its attribute in each of these; with more, none is named. */
const INPUTS_OF_COLUMNS = 3;

/** The files that were read. */
export function inputsOf({ outcomes }: Pick<Ending, 'outcomes'>): InputDataset[] {
  return outcomes.slice(0, INPUTS_NAMED).map(inputOf);
}

function inputOf({ name: given, survey, report }: InputOutcome): InputDataset {
  const { namespace, name, uri } = placeOf(given);
  const rows = [...(report?.rows ?? [])].reduce(
    (sum, [table, count]) => sum + (table === STATEMENTS_TABLE ? 0 : count),
    0,
  );
  return {
    namespace,
    name,
    facets: {
      dataSource: facet('DatasourceDatasetFacet', { name: namespace, uri }),
      ...(survey !== undefined && {
        version: facet('DatasetVersionDatasetFacet', { datasetVersion: `sha256:${survey.sha256}` }),
      }),
    },
    inputFacets:
      survey === undefined
        ? {}
        : {
            inputStatistics: facet('InputStatisticsInputDatasetFacet', {
              // Of a file that was loaded before, the rows are not read.
              ...(report !== undefined && { rowCount: rows }),
              size: survey.bytes,
              fileCount: 1,
            }),
          },
  };
}

/** @param given the name of an input: a path, `s3://BUCKET/KEY`, or `-` */
function placeOf(given: string): { namespace: string; name: string; uri: string } {
  const object = /^([a-z][a-z0-9]*:\/\/[^/]+)\/(.+)$/i.exec(given);
  if (object !== null) {
    const [, namespace = '', name = ''] = object;
    return { namespace, name, uri: uriOf(namespace, name) };
  }
  const path = given === '-' ? '/dev/stdin' : resolve(given);
  return { namespace: 'file', name: path, uri: uriOf('file', path) };
}

/** Names are text; an address is not, and has no user. */
function uriOf(namespace: string, name: string): string {
  if (namespace === 'file') return pathToFileURL(name).href;
  // `duckdb:///PATH` has the path as it is, whose characters may mean something in an address.
  const [, scheme = '', path] = /^([a-z][a-z0-9]*):\/\/(\/.*)$/is.exec(namespace) ?? [];
  if (path !== undefined) return `${scheme}://${pathToFileURL(path).pathname}`;
  return URL.canParse(namespace) ? new URL(namespace).href : 'urn:unknown';
}

/** The tables that the call has written to; none for a dry run. */
export function outputsOf(
  { catalog, to }: Beginning,
  { summary }: Ending,
  inputs: readonly InputDataset[],
): OutputDataset[] {
  if (summary === undefined || summary.status === 'planned') return [];
  const destination = parseDestination(to);
  return Object.entries(summary.tables).flatMap(([table, { inserted, updated }]) => {
    const place = destination.kind.datasetOf(destination, table);
    if (place === undefined) return [];
    const { namespace } = place;
    const element = catalog.table(table);
    return [
      {
        ...place,
        facets: {
          dataSource: facet('DatasourceDatasetFacet', {
            name: namespace,
            uri: uriOf(namespace, place.name),
          }),
          ...(element !== undefined && columnsOf(element, inputs)),
        },
        outputFacets: {
          outputStatistics: facet('OutputStatisticsOutputDatasetFacet', {
            rowCount: inserted + updated,
          }),
        },
      },
    ];
  });
}

function columnsOf(element: RowElement, inputs: readonly InputDataset[]): Facets {
  const columns = tableColumns(element);
  const schema = facet('SchemaDatasetFacet', {
    fields: columns.map(({ name, type, doc }, index) => ({
      name,
      type,
      ...(doc === '' ? {} : { description: doc }),
      ordinal_position: index + 1,
    })),
  });
  if (inputs.length === 0 || inputs.length > INPUTS_OF_COLUMNS) return { schema };
  const fields = Object.fromEntries(
    columns.flatMap(({ name, attribute }) =>
      attribute === undefined
        ? []
        : [[name, { inputFields: inputs.map((input) => fieldOf(input, element, attribute)) }]],
    ),
  );
  return { schema, columnLineage: facet('ColumnLineageDatasetFacet', { fields }) };
}

/** `Trades.Trade.ibExecID`: section, element and attribute of the report. */
function fieldOf(
  { namespace, name }: Dataset,
  { section, name: element }: RowElement,
  attribute: string,
): object {
  const path = [section, element, attribute].filter((part) => part !== '');
  const transformations = [{ type: 'DIRECT', subtype: 'IDENTITY' }];
  return { namespace, name, field: path.join('.'), transformations };
}
