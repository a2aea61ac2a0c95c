/** What the audit proves of the broker's figures, what differs, and what nothing can be said of. */
import type { Audit, AuditedIdentity } from '../../audit/document.js';
import { plural } from '../../text/numbers.js';
import type { Section } from '../document.js';
import type { Html } from '../html.js';
import { tableHtml } from '../table.js';

const HEAD = { id: 'audit', title: 'Audit: do the figures tie?', short: 'Audit' };

const RESULTS: Readonly<Record<AuditedIdentity['status'], string>> = {
  proved: 'ties',
  differs: 'does not tie',
  not_provable: 'not provable',
};

export function proofs(audit: Audit): Section {
  const { totals, status, differences, notProvable } = audit;
  const proved = plural(totals.exact + totals.rounded, 'check');
  const verdicts: Readonly<Record<Audit['status'], readonly [lead: string, glance: string]>> = {
    ties: [`Everything that can be proved ties: ${proved}.`, `ties, ${proved}`],
    differs: [
      `${plural(totals.differing, 'check does', 'checks do')} not tie; ${proved} did.`,
      `${plural(totals.differing, 'check')} of it ${totals.differing === 1 ? 'does' : 'do'} not tie`,
    ],
    nothing_proved: [
      'Nothing could be proved: no two figures were there to compare.',
      'nothing to compare',
    ],
  };
  const [verdict, glance] = verdicts[status];
  return {
    ...HEAD,
    lead: `${verdict} Figures that the broker states in two places, or that follow from each other, are compared as exact decimals. What is not provable lacks data, and counts as neither.`,
    blocks: [
      identityTable(audit),
      ...(differences.length === 0 ? [] : [differenceTable(audit)]),
      ...(notProvable.length === 0 ? [] : [notProvableTable(audit)]),
    ],
    glance: [{ label: 'Audit', value: glance, alarming: status === 'differs' }],
  };
}

function identityTable({ identities }: Audit): Html {
  return tableHtml({
    caption: 'Identities',
    columns: [
      { title: 'Identity', kind: 'day' },
      { title: 'Result', kind: 'day' },
      { title: 'Must be equal', kind: 'text' },
      { title: 'Exact', kind: 'exact' },
      { title: 'Rounded', kind: 'exact' },
      { title: 'Differing', kind: 'exact' },
      { title: 'Not provable', kind: 'exact' },
    ],
    rows: identities.map(
      ({ identity, equation, status, exact, rounded, differing, notProvable }) => [
        identity,
        RESULTS[status],
        equation,
        ...[exact, rounded, differing, notProvable].map(String),
      ],
    ),
  });
}

function differenceTable({ differences, differencesOmitted = 0 }: Audit): Html {
  return tableHtml({
    caption: 'Figures that do not tie',
    columns: [
      { title: 'Identity', kind: 'text' },
      { title: 'Account', kind: 'name' },
      { title: 'Query', kind: 'name' },
      { title: 'From', kind: 'day' },
      { title: 'Day', kind: 'day' },
      { title: 'Of', kind: 'text' },
      { title: 'Expected', kind: 'exact' },
      { title: 'Found', kind: 'exact' },
      { title: 'Difference', kind: 'exact' },
      { title: 'Note', kind: 'text' },
    ],
    rows: differences.map((each) => [
      ...[each.identity, each.account, each.query, each.since ?? null, each.day, each.subject],
      ...[each.expected, each.found, each.difference, each.note ?? null],
    ]),
    total: differences.length + differencesOmitted,
  });
}

function notProvableTable({ notProvable, notProvableOmitted = 0 }: Audit): Html {
  return tableHtml({
    caption: 'Not provable, and what is missing',
    columns: [
      { title: 'Identity', kind: 'text' },
      { title: 'Account', kind: 'name' },
      { title: 'Query', kind: 'name' },
      { title: 'Missing', kind: 'text' },
      { title: 'Checks', kind: 'exact' },
      { title: 'First day', kind: 'day' },
      { title: 'Last day', kind: 'day' },
    ],
    rows: notProvable.map(({ identity, account, query, lacking, checks, first, last }) => [
      ...[identity, account, query, lacking, `${checks}`, first, last],
    ]),
    total: notProvable.length + notProvableOmitted,
  });
}
