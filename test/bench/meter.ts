/**
 * Loaded before the program that is measured (`node --import`): tells, on
 * descriptor 3 and as the process ends, what it took. Nothing is measured here
 * that the program would not do without it.
 */
import { writeSync } from 'node:fs';

/** What one process took; the time is the parent's to measure. */
export interface Meter {
  /** Largest resident set, in bytes. */
  readonly peak: number;
  /** Processor time of all threads, in seconds. */
  readonly cpu: number;
}

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const meter: Meter = { peak: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 };
  writeSync(3, JSON.stringify(meter));
});
