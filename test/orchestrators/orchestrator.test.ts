/** What the ledger keeps of the run that a load is a part of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orchestratorOf } from '../../src/orchestrators/orchestrator.js';

const said = (...given: Parameters<typeof orchestratorOf>): unknown => {
  const text = orchestratorOf(...given);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};

describe('the orchestrator', () => {
  it('is not there', () => {
    expect(said({ PATH: '/bin', AIRFLOW_CTX_DAG_ID: '', FLEXETL_ORCHESTRATOR: ' ' })).toBe(
      undefined,
    );
  });

  it('is Airflow, whose owner is of no concern', () => {
    const env = {
      AIRFLOW_CTX_DAG_ID: 'flex',
      AIRFLOW_CTX_TASK_ID: 'load',
      AIRFLOW_CTX_DAG_RUN_ID: 'scheduled__2024-03-04T00:00:00+00:00',
      AIRFLOW_CTX_TRY_NUMBER: '2',
      AIRFLOW_CTX_DAG_EMAIL: 'a@example.com',
      AIRFLOW_CTX_DAG_OWNER: 'a',
    };
    expect(said(env)).toEqual({
      airflow: {
        dag_id: 'flex',
        task_id: 'load',
        dag_run_id: 'scheduled__2024-03-04T00:00:00+00:00',
        try_number: '2',
      },
    });
  });

  it('is Dagster and a user at once', () => {
    const dagster = { run_id: 'r', job_name: null, partition_key: '1-of-16', retry_number: 1 };
    expect(said({ FLEXETL_ORCHESTRATOR: '{"cron":"nightly"}' }, dagster)).toEqual({
      dagster,
      user: { cron: 'nightly' },
    });
  });

  it('may be plain text', () => {
    expect(said({ FLEXETL_ORCHESTRATOR: 'cron on \u001bhost' })).toEqual({ user: 'cron on ·host' });
  });

  it.each([
    '{"url":"https://me:hunter-22@example.com/","token":"hunter-22"}',
    'password=hunter-22 run 7',
    'postgres://me:hunter-22@db/x',
    '{"Authorization":"Bearer hunter-22","credentials":"hunter-22"}',
    '{"access_key":"hunter-22","private-key":"hunter-22"}',
    '{"api_key":["hunter-22"],"deep":{"Password":{"a":"hunter-22"}}}',
  ])('holds no secret: %s', (text) => {
    expect(JSON.stringify(said({ FLEXETL_ORCHESTRATOR: text }))).not.toContain('hunter');
  });

  it('is JSON that a database can keep, and small', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 5000 }),
          fc.json(),
          fc.constant('x'.repeat(99_999)),
        ),
        (text) => {
          const json =
            orchestratorOf({ FLEXETL_ORCHESTRATOR: text, AIRFLOW_CTX_DAG_ID: text }) ?? '{}';
          expect(() => JSON.parse(json) as unknown).not.toThrow();
          expect(json).not.toMatch(/\0|\\u(?:0000|d[89a-f])/i);
          expect(json.length).toBeLessThan(20_000);
        },
      ),
    );
  });
});
