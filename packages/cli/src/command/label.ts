/** `entente label`: who may see what you contributed; and taking it out. */
import { Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { labelHelp, readLabel } from '../label-option.ts';
import { printJson, say } from '../output.ts';
import { connect } from '../profile.ts';

export interface Selecting {
  version?: string;
  batch?: string;
  json?: boolean;
}

export function labelCommand(): Command {
  return new Command('label')
    .summary('give your own contributions another label')
    .argument('[id...]', 'STIX ids of objects that your member contributed')
    .requiredOption('--label <label>', labelHelp)
    .option('--version <time>', 'this version alone; every one without it')
    .option('--batch <id>', 'a whole import, instead of objects')
    .option('--json', 'a line of JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente label identity--… --label "Alliance nations, TLP:AMBER"\n  $ entente label --batch 7c9e… --label \'{"any":[["public"]]}\'',
    )
    .action(label);
}

async function label(ids: string[], options: Selecting & { label: string }): Promise<void> {
  const client = await connect();
  const wanted = await readLabel(client, options.label);
  const made = await client.makeLabel({ label: wanted });
  const [problem] = made.problems;
  if (problem !== undefined) throw new Failure('invalid', `${problem.part}: ${problem.message}`);
  const { batch } = requireSelection(ids, options);
  if (batch !== undefined) {
    const { waits } = await client.relabelBatch({ id: batch, label: wanted });
    if (options.json === true) printJson({ waits, line: made.line });
    return say(waits ? `The batch ${waiting(made.line)}` : `The batch is now ${made.line}.`);
  }
  const { relabelled, waits } = await client.relabelContributions({
    selection: selected(ids, options),
    label: wanted,
  });
  if (options.json === true) printJson({ relabelled, waits, line: made.line });
  else say(waits ? `${relabelled}: ${waiting(made.line)}` : `${relabelled} relabelled: ${made.line}`);
}

const waiting = (line: string): string =>
  `is under your member’s ceiling now, and waits for a second person to be ${line}. See entente proposal list.`;

/** Takes objects, or what an import put in, out of the cell. */
export async function recall(ids: string[], options: Selecting): Promise<void> {
  const client = await connect();
  const { batch } = requireSelection(ids, options);
  const { recalled } =
    batch === undefined
      ? await client.recallContributions({ selection: selected(ids, options) })
      : await client.undoBatch({ id: batch });
  if (options.json === true) printJson({ recalled });
  else say(`${recalled} recalled.`);
}

function requireSelection(ids: readonly string[], { batch }: Selecting): { batch: string | undefined } {
  if ((ids.length === 0) === (batch === undefined)) {
    throw new Failure('invalid', 'Name objects, or a batch with --batch.');
  }
  return { batch };
}

const selected = (ids: readonly string[], { version }: Selecting): { object: string; version?: string }[] =>
  ids.map((object) => ({ object, ...(version === undefined ? {} : { version }) }));
