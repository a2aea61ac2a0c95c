/**
 * Inputs of a call that are published in one transaction, each with its own row in the ledger: a
 * statement of SQL takes some milliseconds whatever the number of rows, and a daily file needs a
 * hundred. Which inputs may be together is merge/competition.ts, how they are published
 * publish-group.ts. If a group cannot be published, its inputs are published one by one, with the
 * results that they would have had without a group.
 */
import { asFlexError } from '../../../errors.js';
import type { Committed, InputFacts, InputTransaction, Settled, SinkOptions } from '../../sink.js';
import type { HeldRows, SqlEngine } from '../engine.js';
import { forgetMade } from '../load-steps.js';
import { Competition } from '../merge/competition.js';
import type { SinkState } from '../schema/prepare.js';
import { incomingOf, publishGroup, type GroupInput } from './publish-group.js';

const MOST_INPUTS = 100;
/** Of the inputs, unpacked: what waits is in memory. */
const MOST_BYTES = 8 * 1024 * 1024;

/** An input that waits: its rows are held by the engine. */
export interface Member extends GroupInput {
  readonly alone: {
    commit(): Promise<Committed | 'already_loaded'>;
    rollback: InputTransaction['rollback'];
  };
}

/** @returns undefined where each input is to be committed by itself */
export function inputGroup(
  engine: SqlEngine,
  options: SinkOptions,
  toolVersion: string,
  memory: SinkState,
): InputGroup | undefined {
  const { held } = engine;
  // A dry run is one transaction anyway, and an input that is loaded again replaces its own rows.
  if (held === undefined || options.dryRun || options.force || options.mode === 'replace') {
    return undefined;
  }
  return new InputGroup(held, engine, options, toolVersion, memory);
}

export class InputGroup {
  private members: Member[] = [];
  private bytes = 0;
  private competition = new Competition();

  constructor(
    private readonly held: HeldRows,
    private readonly engine: SqlEngine,
    private readonly options: SinkOptions,
    private readonly toolVersion: string,
    private readonly memory: SinkState,
  ) {}

  /** Whether those that wait are to be committed before this input begins. */
  endsBefore(input: InputFacts): boolean {
    const { members, bytes } = this;
    if (members.length === 0) return false;
    const full = members.length >= MOST_INPUTS || bytes + input.bytes > MOST_BYTES;
    return full || members.some((member) => isSame(member.input, input));
  }

  /** @returns false where the input cannot be committed with those that wait */
  add(member: Member): boolean {
    const { input, report } = member;
    if (this.endsBefore(input) || input.bytes > MOST_BYTES) return false;
    if (!this.competition.admits(report.statements) || !this.held.hold()) return false;
    this.competition.add(report.statements);
    this.members.push(member);
    this.bytes += input.bytes;
    return true;
  }

  /** What became of those that wait, in their order; where they are not asked for, they are dropped. */
  async *commit(): AsyncGenerator<Settled, void, undefined> {
    const { members } = this;
    try {
      const together = members.length > 1 ? await this.together() : undefined;
      if (together !== undefined) yield* together;
      else for (const number of members.keys()) yield await this.alone(number);
    } finally {
      this.members = [];
      this.bytes = 0;
      this.competition = new Competition();
      this.held.drop();
    }
  }

  /** @returns undefined where nothing was committed */
  private async together(): Promise<Committed[] | undefined> {
    const { members, engine, options, toolVersion, memory } = this;
    try {
      return await this.held.inHand(0, members.length, async () => {
        if ((await engine.readIn?.(incomingOf(members, options))) === true) forgetMade(memory);
        await engine.begin();
        const tables = await publishGroup(engine, members, { options, toolVersion, memory });
        if (tables !== undefined) await engine.commit();
        else await this.undo();
        return tables?.map((counts) => ({ tables: counts, notices: [] }));
      });
    } catch (thrown) {
      if ((await engine.canTryAgain?.(thrown)) === true) {
        await this.undo();
        return this.together();
      }
      // Publishing one by one shows which input it is about, if it is about one.
      await this.undo();
      return undefined;
    }
  }

  private async undo(): Promise<void> {
    forgetMade(this.memory);
    await this.engine.rollback();
  }

  private alone(number: number): Promise<Settled> {
    const { alone } = this.members[number]!;
    return this.held.inHand(number, number + 1, async () => {
      try {
        return await alone.commit();
      } catch (thrown) {
        await alone.rollback();
        return asFlexError(thrown);
      }
    });
  }
}

function isSame(one: InputFacts, other: InputFacts): boolean {
  return one.sha256 === other.sha256 && one.variant === other.variant;
}
