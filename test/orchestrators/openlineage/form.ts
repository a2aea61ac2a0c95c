/**
 * The form of an event and of its facets, as the specification 2-0-2 and the schemas of the facets
 * have it, said once more: required members, no unknown facets, types, formats. The classes of the
 * Python client have their turn in test/ecosystem/openlineage.test.ts.
 */

type Kind = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Kind = (value) => typeof value === 'string';
const count: Kind = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const uuid: Kind = (value) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(String(value));
const time: Kind = (value) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(String(value)) &&
  !Number.isNaN(Date.parse(String(value)));
/** The characters of RFC 3986; brackets are those of a host. What it cannot say, `URL` can. */
const uri: Kind = (value) =>
  /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?(?:[\w.~!$&'()*+,;=:@/?#-]|%[\da-f]{2})*$/i.test(
    String(value),
  ) && URL.canParse(String(value));
const oneOf =
  (...words: readonly string[]): Kind =>
  (value) =>
    words.includes(String(value));
const listOf =
  (kind: Kind): Kind =>
  (value) =>
    Array.isArray(value) && value.every(kind);
const mapOf =
  (kind: Kind): Kind =>
  (value) =>
    isObject(value) && Object.values(value).every(kind);

/** An object with these members and no others; a name with `?` may be missing. */
function members(kinds: Readonly<Record<string, Kind>>): Kind {
  const names = Object.keys(kinds).map((name) => name.replace('?', ''));
  return (value) =>
    isObject(value) &&
    Object.keys(value).every((name) => names.includes(name)) &&
    Object.entries(kinds).every(([name, kind]) => {
      const member = value[name.replace('?', '')];
      return member === undefined ? name.endsWith('?') : kind(member);
    });
}

const facet = (kinds: Readonly<Record<string, Kind>>): Kind =>
  members({ _producer: uri, _schemaURL: uri, ...kinds });

const job = members({ namespace: text, name: text });
const run = members({ runId: uuid });

const RUN_FACETS = members({
  processing_engine: facet({ version: text, 'name?': text }),
  'parent?': facet({ run, job, 'root?': members({ run, job }) }),
  'nominalTime?': facet({ nominalStartTime: time, 'nominalEndTime?': time }),
  'errorMessage?': facet({ message: text, programmingLanguage: text, 'stackTrace?': text }),
});
const JOB_FACETS = members({
  jobType: facet({ processingType: oneOf('BATCH'), integration: text, 'jobType?': text }),
});
const dataSource = facet({ 'name?': text, 'uri?': uri });
const inputField = members({
  namespace: text,
  name: text,
  field: text,
  'transformations?': listOf(members({ type: oneOf('DIRECT', 'INDIRECT'), 'subtype?': text })),
});
const INPUT = members({
  namespace: text,
  name: text,
  facets: members({ dataSource, 'version?': facet({ datasetVersion: text }) }),
  inputFacets: members({
    'inputStatistics?': facet({ 'rowCount?': count, 'size?': count, 'fileCount?': count }),
  }),
});
const OUTPUT = members({
  namespace: text,
  name: text,
  facets: members({
    dataSource,
    'schema?': facet({
      fields: listOf(
        members({ name: text, type: text, 'description?': text, ordinal_position: count }),
      ),
    }),
    'columnLineage?': facet({ fields: mapOf(members({ inputFields: listOf(inputField) })) }),
  }),
  outputFacets: members({ outputStatistics: facet({ 'rowCount?': count, 'size?': count }) }),
});

const EVENT: Readonly<Record<string, Kind>> = {
  eventType: oneOf('START', 'COMPLETE', 'FAIL', 'ABORT'),
  eventTime: time,
  producer: uri,
  schemaURL: (value) =>
    value === 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
  run: members({ runId: uuid, facets: RUN_FACETS }),
  job: members({ namespace: text, name: text, facets: JOB_FACETS }),
  inputs: listOf(INPUT),
  outputs: listOf(OUTPUT),
};

/** The parts of an event that do not have their form; none where it is an event. */
export function faultsOf(event: unknown): string[] {
  if (!isObject(event)) return ['no object'];
  const unknown = Object.keys(event).filter((name) => !(name in EVENT));
  const wrong = Object.entries(EVENT).filter(([name, kind]) => !kind(event[name]));
  return [
    ...unknown.map((name) => `${name} is unknown`),
    ...wrong.map(([name]) => `${name}: ${JSON.stringify(event[name] ?? null).slice(0, 2000)}`),
  ];
}
