/** The last line of `npm test`: that it was not all, and how to run all. */
import type { Reporter } from 'vitest/node';

export default class BriefReporter implements Reporter {
  onTestRunEnd(): void {
    process.on('exit', () => {
      process.stdout.write(
        'The long test files were run in part (test/brief.ts); `npm run test:all` runs all tests.\n',
      );
    });
  }
}
