/** Kills an import at random moments, looks, and goes on with the same command. */
import { rm } from 'node:fs/promises';
import { randomOf } from '../bench/random.ts';
import { makeFolder } from '../bench/stand.ts';
import { runImporter, type Victim } from './run.ts';
import { look } from './whole.ts';

export interface KillOptions {
  kills: number;
  /** Size of one file; where it is in, the next one begins. */
  bytes: number;
  /** Milliseconds of an import within which it is killed; longer where none of it became durable. */
  within: number;
  seed: number;
  tell: (line: string) => void;
}

export interface KillReport {
  kills: number;
  /** Files that came in whole. */
  files: number;
  contributions: number;
  faults: string[];
}

const victims: readonly Victim[] = ['cell', 'both', 'cell', 'postgres'];

/** @returns every fault found; none where each look found everything whole */
export async function killAgainAndAgain(options: KillOptions): Promise<KillReport> {
  const { kills, bytes, seed, tell } = options;
  const random = randomOf(seed);
  const folder = await makeFolder();
  const faults: string[] = [];
  let files = 0;
  let contributions = 0;
  // What any earlier run of the same file acknowledged must be there too.
  let acknowledged = 0;
  let { within } = options;
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const space = 0x9000 + files;
      const victim = victims[kill % victims.length] as Victim;
      const killAfter = Math.floor(random() * within);
      const told = await runImporter({ folder, space, bytes, killAfter, victim });
      if (told.acknowledged === 0) within *= 1.2;
      acknowledged = Math.max(acknowledged, told.acknowledged);
      const held = await look(folder, { space, bytes, acknowledged });
      contributions = held.contributions;
      faults.push(...held.faults.map((fault) => `after kill ${kill} (${victim}): ${fault}`));
      tell(
        `kill ${kill} of ${victim} after ${killAfter} ms: ${acknowledged} acknowledged, ${contributions} there`,
      );
      if (told.done === undefined) continue;
      files += 1;
      acknowledged = 0;
    }
    const space = 0x9000 + files;
    const { done, acknowledged: all } = await runImporter({ folder, space, bytes });
    const held = await look(folder, { space, bytes, acknowledged: all });
    faults.push(...held.faults.map((fault) => `at the end: ${fault}`));
    if (done === undefined || done.added + done.unchanged !== all) faults.push('the last file is not whole');
    return { kills, files: files + 1, contributions: held.contributions, faults };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
