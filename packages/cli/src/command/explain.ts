/** `entente explain`: which member sees what you contributed, and why. */
import { Command } from 'commander';
import pc from 'picocolors';
import type { Explanation } from '@entente/contract/label';
import { Failure } from '@entente/core/failure';
import { labelHelp, readLabel } from '../label-option.ts';
import { namesOf } from '../named.ts';
import { printJson, printTable } from '../output.ts';
import { connect } from '../profile.ts';
import { reasonText } from '../reasons.ts';

interface ExplainOptions {
  version?: string;
  label?: string;
  json?: boolean;
}

export function explainCommand(): Command {
  return new Command('explain')
    .summary('say which member sees what you contributed, and why')
    .description(
      'Computed from your own labels, your own grounds and the rosters that you may read. What that does not\n' +
        'settle depends on others.',
    )
    .argument('[id]', 'STIX id of an object that your member contributed')
    .option('--version <time>', 'which version; the latest without it')
    .option('--label <label>', `instead of an object, ${labelHelp}`)
    .option('--json', 'a line of JSON for each member')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente explain identity--…\n  $ entente explain --label "Coalition, TLP:AMBER"',
    )
    .action(explain);
}

async function explain(
  id: string | undefined,
  { version, label, json = false }: ExplainOptions,
): Promise<void> {
  const client = await connect();
  if ((id === undefined) === (label === undefined)) {
    throw new Failure('invalid', 'Name an object, or a label with --label.');
  }
  const { items } =
    label === undefined
      ? await client.explainContribution({ object: id ?? '', ...(version === undefined ? {} : { version }) })
      : await client.explainLabel({ label: await readLabel(client, label) });
  if (json) return items.forEach((item) => printJson(item));
  const names = await namesOf(client, ['members', 'communities', 'policies', 'attributes']);
  printTable(
    ['member', 'sees it', 'why'],
    items.map((item) => rowOf(item, names)),
  );
}

const signs = { yes: pc.green('yes'), no: pc.dim('no'), 'depends-on-others': pc.yellow('depends on others') };

const rowOf = (item: Explanation, names: ReadonlyMap<string, string>): string[] => [
  names.get(item.member) ?? item.member,
  signs[item.verdict],
  reasonText(item, (subject) => names.get(subject.slice(subject.indexOf(':') + 1)) ?? subject),
];
