/**
 * Runs the tests of a file that brief.ts chooses and reports the others as skipped. A part of
 * a file of which no test is chosen is not prepared either.
 */
import { relative } from 'node:path';
import { TestRunner, type RunnerTestFile, type RunnerTestSuite, type RunnerTestCase } from 'vitest';
import { SOME, spread } from './brief.js';

type Task = RunnerTestSuite['tasks'][number];

/** The tests that would run, in the order of the file. */
function testsIn(task: Task): RunnerTestCase[] {
  if (task.mode === 'skip' || task.mode === 'todo') return [];
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsIn);
}

function leaveOut(task: Task): void {
  task.mode = 'skip';
  task.result = { state: 'skip' };
}

/** Leaves out the suites whose tests are all left out. */
function closeEmpty(suite: RunnerTestSuite): void {
  for (const task of suite.tasks) if (task.type === 'suite') closeEmpty(task);
  if (testsIn(suite).length === 0) leaveOut(suite);
}

function choose(file: RunnerTestFile): void {
  const count = SOME[relative(import.meta.dirname, file.filepath)];
  if (count === undefined) return;
  const tests = testsIn(file);
  const chosen = spread(tests.length, count);
  for (const [place, test] of tests.entries()) if (!chosen.has(place)) leaveOut(test);
  closeEmpty(file);
}

export default class BriefRunner extends TestRunner {
  private chooses = false;

  /** Chooses before vitest tells its reporters what there is; its own telling is in place by now. */
  onBeforeCollect(): void {
    if (this.chooses) return;
    this.chooses = true;
    const tell = this.onCollected?.bind(this);
    this.onCollected = async (files: RunnerTestFile[]) => {
      files.forEach(choose);
      await tell?.(files);
    };
  }

  onCollected?: (files: RunnerTestFile[]) => unknown;
}
