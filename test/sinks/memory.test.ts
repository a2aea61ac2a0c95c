/** The memory sink keeps the contract; it promises nothing else. */
import { memorySink, type MemorySink } from '../../src/sinks/memory.js';
import { describeSinkContract } from './contract.js';

// What a call has kept is seen when it is closed, as with the sinks that write files.
const shown = new Map<string, MemorySink['rows']>();

describeSinkContract(
  'memory',
  ({ label }, options) => {
    const sink = memorySink(options);
    const close = (outcome: 'done' | 'abandoned'): Promise<void> => {
      if (sink.rows.length > 0) shown.set(label, sink.rows);
      return sink.close(outcome);
    };
    return Promise.resolve({ ...sink, close });
  },
  ({ label }) => Promise.resolve(shown.get(label) ?? []),
);
