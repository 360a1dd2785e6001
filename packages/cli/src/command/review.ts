/** `entente review`: by when your member looks at its records about persons again, and what is due. */
import { Command } from 'commander';
import { subjectCategories, type ReviewRuleBody } from '@entente/contract/review';
import { Failure } from '@entente/core/failure';
import { printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';

export function reviewCommand(): Command {
  const command = new Command('review')
    .summary('which records about persons are to be looked at again')
    .description(
      'A rule says, for a category of data subject and a purpose, after how many months a record is looked at again\n' +
        'and how many days later others lose it, if nobody does. It holds for what is put in from then on.',
    );
  command
    .command('list')
    .summary('list which of your own records are due, the earliest first')
    .option('--within <days>', 'days from now; 0 for those that are overdue', '30')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('confirm')
    .summary('say that records were looked at and stay until another date')
    .argument('<id...>', 'STIX ids of your own objects')
    .requiredOption('--until <date>', 'when they are looked at again, as 2027-05-25')
    .requiredOption('--reason <text>', 'why they stay')
    .action(confirm);
  command
    .command('confirmations')
    .summary('list who looked at a record of your own again, and why it stays')
    .argument('<id>', 'STIX id')
    .option('--json', 'a line of JSON for each')
    .action(confirmations);
  command
    .command('rules')
    .summary('list the rules')
    .option('--json', 'a line of JSON for each')
    .action(rules);
  command
    .command('rule')
    .summary('set a rule, or take it away (administrator)')
    .argument('<category>', 'of data subjects, as contact; * for any or none')
    .argument('<purpose>', 'as the assessment of a record names it; * for any or none')
    .option('--months <number>', 'until the review')
    .option('--grace <days>', 'after which others lose what nobody looked at', '30')
    .option('--remove', 'takes the rule away')
    .action(rule);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente review rule contact "*" --months 12 --grace 30\n  $ entente review list --within 0\n' +
      '  $ entente review confirm identity--… --until 2027-05-25 --reason "still in contact with the group"',
  );
}

async function list({ within, json = false }: { within: string; json?: boolean }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('reviews', { within: Number(within) })) {
    if (json) printJson(one);
    const state = one.withheld ? 'withheld' : one.overdue ? 'overdue' : 'due';
    rows.push([one.review.slice(0, 10), one.until?.slice(0, 10) ?? '-', state, one.object]);
  }
  if (!json) printTable(['review', 'others until', 'state', 'object'], rows);
}

async function confirm(
  objects: string[],
  { until, reason }: { until: string; reason: string },
): Promise<void> {
  const review = until.includes('T') ? until : `${until}T00:00:00Z`;
  const { confirmed } = await (await connect()).confirmReviews({ objects, review, reason });
  say(`${confirmed} confirmed.`);
}

async function confirmations(id: string, { json = false }: { json?: boolean }): Promise<void> {
  const { items } = await (await connect()).confirmations({ id });
  if (json) return items.forEach(printJson);
  const rows = items.map((one) => [one.at.slice(0, 19), one.account, one.review.slice(0, 10), one.reason]);
  printTable(['at', 'account', 'next review', 'reason'], rows);
}

async function rules({ json = false }: { json?: boolean }): Promise<void> {
  const { items } = await (await connect()).reviewRules({});
  if (json) for (const one of items) printJson(one);
  else
    printTable(
      ['category', 'purpose', 'months', 'days of grace'],
      items.map(({ category, purpose, months, graceDays }) => [
        category,
        purpose,
        String(months),
        String(graceDays),
      ]),
    );
}

interface RuleOptions {
  months?: string;
  grace: string;
  remove?: boolean;
}

async function rule(
  category: string,
  purpose: string,
  { months, grace, remove }: RuleOptions,
): Promise<void> {
  const known: readonly string[] = subjectCategories;
  if (!known.includes(category))
    throw new Failure('invalid', `category: must be one of ${known.join(', ')}.`);
  const place = { category: category as ReviewRuleBody['category'], purpose };
  const client = await connect();
  if (remove === true) {
    await client.removeReviewRule(place);
    return say('Taken away.');
  }
  if (months === undefined) throw new Failure('invalid', 'Say after how many --months, or --remove.');
  await client.setReviewRule({ ...place, months: Number(months), graceDays: Number(grace) });
  say('Set.');
}
