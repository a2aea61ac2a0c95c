/** What did not fit, from the ledger: literals with file and line, and names that are not known. */
import { plural } from '../../text/numbers.js';
import type { Section } from '../document.js';
import type { Html } from '../html.js';
import { tableHtml } from '../table.js';
import { cellsOf, type Cut, type Warehouse } from '../warehouse.js';

const HEAD = { id: 'problems', title: 'Problems and drift', short: 'Problems' };
const KEPT = 1000;
/** Literals may be long; the database has them whole. */
const LITERAL_KEPT = 200;

export async function readProblems(warehouse: Warehouse): Promise<Section> {
  const problems = await problemsOf(warehouse);
  const drift = await driftOf(warehouse);
  const counted = plural(problems.total, 'problem');
  const names = plural(drift.total, 'unknown name');
  return {
    ...HEAD,
    lead:
      problems.total + drift.total === 0
        ? 'Every value has fitted its column, and every name is known.'
        : 'Nothing of this is lost: a value that does not fit its column, or has none, is kept in the column _extra of its row, and sections that are not known in the table unmapped_rows.',
    blocks: [
      ...(problems.total === 0 ? [] : [problemTable(problems)]),
      ...(drift.total === 0 ? [] : [driftTable(drift)]),
    ],
    glance: [
      {
        label: 'Problems and drift',
        value: problems.total + drift.total === 0 ? 'none' : `${counted}, ${names}`,
        alarming: problems.total > 0,
      },
    ],
  };
}

/** Of loads that stand; those of a load that was done over are history. */
function problemsOf(warehouse: Warehouse): Promise<Cut> {
  return warehouse.cut(
    `SELECT CAST(l.started_at AS text) AS loaded, p.input, p.line, p.section, p.element, p.attribute,
       p.table_name, substr(p.literal, 1, ${LITERAL_KEPT}) AS literal, p.reason
     FROM ${warehouse.relation('flexetl_problems')} p
     JOIN ${warehouse.relation('flexetl_loads')} l ON l.load_id = p.load_id AND l.sha256 = p.sha256`,
    'loaded DESC, input, line, attribute, literal',
    KEPT,
  );
}

function driftOf(warehouse: Warehouse): Promise<Cut> {
  return warehouse.cut(
    `SELECT d.kind, d.name, sum(d.seen) AS seen, count(DISTINCT d.sha256) AS files,
       min(l.input) AS input
     FROM ${warehouse.relation('flexetl_drift')} d
     JOIN ${warehouse.relation('flexetl_loads')} l ON l.load_id = d.load_id AND l.sha256 = d.sha256
     GROUP BY d.kind, d.name`,
    'seen DESC, kind, name',
    KEPT,
  );
}

function problemTable({ rows, total }: Cut): Html {
  return tableHtml({
    caption: 'Values that did not fit their column',
    columns: [
      { title: 'File', kind: 'text' },
      { title: 'Line', kind: 'exact' },
      { title: 'Section', kind: 'text' },
      { title: 'Attribute', kind: 'text' },
      { title: 'Value', kind: 'text' },
      { title: 'Reason', kind: 'text' },
      { title: 'Table', kind: 'text' },
    ],
    rows: cellsOf(rows, [
      ...['input', 'line', 'section', 'attribute', 'literal', 'reason', 'table_name'],
    ]),
    total,
    shown: 'the newest',
  });
}

function driftTable({ rows, total }: Cut): Html {
  return tableHtml({
    caption: 'Names that the catalogue does not know',
    columns: [
      { title: 'Name', kind: 'text' },
      { title: 'Kind', kind: 'text' },
      { title: 'Seen', kind: 'exact' },
      { title: 'Files', kind: 'exact' },
      { title: 'One of them', kind: 'text' },
    ],
    rows: cellsOf(rows, ['name', 'kind', 'seen', 'files', 'input']),
    total,
    shown: 'the most frequent',
  });
}
