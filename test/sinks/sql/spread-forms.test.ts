/** The forms of statements that tables spread over servers take, each beside one that they do not. */
import { describe, expect, it } from 'vitest';
import { refusal } from './spread-forms.js';

const why = (sql: string): string | undefined =>
  refusal(sql, (relation) => relation === '"flex"."trades"');

describe('is taken', () => {
  it.each([
    'SELECT 1 FROM flexetl_a a WHERE EXISTS (SELECT 1 FROM flexetl_b b WHERE a.k = b.k)',
    'SELECT count(*) FROM "flex"."trades" t JOIN flexetl_a a ON a.k = t.k WHERE t.n > 1',
    'SELECT t.k FROM (SELECT s.k FROM pg_temp.s s WHERE s.p IN (SELECT p.p FROM flexetl_p p)) w JOIN "flex"."trades" t ON t.k = w.k',
    'CREATE TEMPORARY TABLE x ON COMMIT DROP AS SELECT DISTINCT t.a, CASE WHEN NOT (t.b IS NOT NULL) THEN t.c END AS c FROM "flex"."trades" t WHERE t.s IN (\'a\', \'b\')',
    'DELETE FROM "flex"."trades" AS t USING flexetl_a d WHERE t.s IN (\'(SELECT\', \'b\') AND t.k = d.k',
    'INSERT INTO "flex"."trades" (a) SELECT a FROM (SELECT a FROM s) w WHERE NOT EXISTS (SELECT 1 FROM flexetl_same k WHERE k.a = w.a) ON CONFLICT (a) DO UPDATE SET a = excluded.a',
    'SELECT \'trades\' AS n, count(*) FROM "flex"."trades" t JOIN o ON o.s = t.s GROUP BY t.s UNION ALL SELECT \'x\' AS n, count(*) FROM "flex"."trades" t JOIN o ON o.s = t.s GROUP BY t.s',
    'SELECT t.k FROM w JOIN (SELECT a, CAST(NULL AS text) AS b FROM "flex"."trades") t ON t.k = w.k',
  ])('%s', (sql) => {
    expect(why(sql)).toBeUndefined();
  });
});

describe('is refused', () => {
  it.each([
    [
      'SELECT s.p FROM (SELECT * FROM s) s WHERE NOT EXISTS (SELECT 1 FROM "flex"."trades" t JOIN "flex".flexetl_coverage c ON c.s = t.s WHERE t.k = s.k)',
      /a subquery names the table/,
    ],
    [
      'DELETE FROM "flex"."trades" AS t WHERE EXISTS (SELECT 1 FROM flexetl_b b WHERE b.k = t.k)',
      /a DELETE has a subquery/,
    ],
    ['DELETE FROM "flex"."trades" WHERE s IN (SELECT s FROM flexetl_gone)', /has a subquery/],
    [
      'DELETE FROM "flex"."trades" AS t USING "flex".flexetl_coverage c WHERE c.s = t.s',
      /temporary/,
    ],
    [
      'DELETE FROM "flex"."trades" AS t USING flexetl_a a, flexetl_b b WHERE a.s = t.s',
      /temporary/,
    ],
    ['SELECT count(*) FROM w LEFT JOIN "flex"."trades" t ON t.k = w.k', /outer join/],
    [
      'SELECT count(*) FILTER (WHERE t.s NOT IN (SELECT n.s FROM n)) FROM w JOIN "flex"."trades" t ON t.k = w.k',
      /subquery in its conditions/,
    ],
    ['SELECT t.k FROM "flex"."trades" t WHERE t.s IN (SELECT s FROM n)', /subquery in its cond/],
    [
      'INSERT INTO "flex"."trades" (a) SELECT a FROM w WHERE NOT EXISTS (SELECT 1 FROM "flex"."trades" t WHERE t.a = w.a)',
      /an INSERT reads the table/,
    ],
    [
      'CREATE TEMPORARY TABLE r AS SELECT d.* FROM (SELECT DISTINCT t.s FROM "flex"."trades" t) d JOIN "flex".flexetl_coverage c ON c.s = d.s WHERE EXISTS (SELECT 1 FROM n WHERE n.s = c.s)',
      /subquery in its conditions/,
    ],
    ['WITH x AS (SELECT 1) SELECT * FROM x, "flex"."trades"', /WITH names the table/],
    ['UPDATE "flex"."trades" SET a = 1', /UPDATE names the table/],
  ])('%s', (sql, reason) => {
    expect(why(sql)).toMatch(reason);
  });
});
