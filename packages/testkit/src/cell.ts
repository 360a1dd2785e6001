/** A cell in the test's own process, on an empty database, with a clock that the test moves. */
import { createHash } from 'node:crypto';
import { Cell, type World } from '@entente/server/cell';
import type { Keys } from '@entente/server/keys';
import { ledgerDuty } from '@entente/server/ledger/duty';
import type { Bounds } from '@entente/store/feed/sequencer';
import { lentDatabase } from './database.ts';

/** 25 May 2017, the day of the summit, in microseconds. */
export const summit = Date.UTC(2017, 4, 25) * 1000;

/** Time and chance that repeat: the same seed gives the same numbers. */
export class TestWorld implements World {
  at = summit;
  private drawn = 0;
  private seed: string;

  constructor(seed = 'entente') {
    this.seed = seed;
  }

  now(): number {
    return this.at;
  }

  /** Draws anew, from another seed: what is drawn then is the same whatever was drawn before. */
  reseed(seed: string): void {
    this.seed = seed;
    this.drawn = 0;
  }

  random(bytes: number): Uint8Array {
    const blocks: Buffer[] = [];
    for (let length = 0; length < bytes; length += 32) {
      this.drawn += 1;
      blocks.push(createHash('sha256').update(`${this.seed} ${this.drawn}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, bytes);
  }

  uuid(): string {
    const bytes = Buffer.from(this.random(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

const keyOf = (name: string): Uint8Array => createHash('sha256').update(name).digest();

/** Keys that every test knows. */
export const testKeys: Keys = {
  standIn: keyOf('stand-in'),
  cursor: keyOf('cursor'),
  account: keyOf('account'),
};

export interface TestCell {
  cell: Cell;
  world: TestWorld;
  close(): Promise<void>;
}

/**
 * Starts a cell; failures of the background are collected and end the test when it closes.
 * @param bounds of the slices in which its feeds are served
 */
export async function startTestCell(seed?: string, bounds?: Bounds): Promise<TestCell> {
  const database = await lentDatabase();
  const world = new TestWorld(seed);
  const failures: object[] = [];
  const log = { info: () => undefined, error: (fields: object) => void failures.push(fields) };
  const cell = new Cell(database, testKeys, world, log, bounds);
  cell.duty(ledgerDuty(cell, 60));
  return {
    cell,
    world,
    close: async () => {
      await cell.close();
      await database.close();
      if (failures.length > 0) throw new AggregateError(failures, 'the sequencer failed');
    },
  };
}
