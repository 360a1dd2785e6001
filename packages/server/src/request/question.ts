/** What may be asked, and of whom. */
import { Failure } from '@entente/core/failure';
import type { Addressee } from '@entente/core/request/addressee';
import type { Change } from '@entente/store/change/change';
import { knownTo } from '@entente/store/coalition/rights';
import type { Question } from './note.ts';

/** @throws Failure `invalid` where nobody is asked, or the date has passed */
export function requireQuestion({ addressees, by }: Question, asker: string, at: number): void {
  const others = addressees.filter((audience) => audience !== `member:${asker}`);
  if (others.length === 0 || others.length < addressees.length) {
    throw new Failure('invalid', 'addressees: name members or communities other than your own member.');
  }
  const wrong = addressees.find((audience) => !/^(member|community):[^:@]+$/.test(audience));
  if (wrong !== undefined) {
    throw new Failure('invalid', `addressees: “${wrong}” is neither \`member:<id>\` nor \`community:<id>\`.`);
  }
  if (by <= at) throw new Failure('invalid', 'by: name a time that has not passed.');
}

/** Addressees as they are kept: a community is bound to its epoch of the moment, as in the label. */
export function addresseesOf(
  { coalition }: Change,
  asker: string,
  addressees: readonly string[],
): Addressee[] {
  const known = knownTo(coalition, asker);
  return [...new Set(addressees)].map((audience) => {
    const [kind, id = ''] = audience.split(':');
    if (kind === 'member') return { member: id, community: null, epoch: null };
    // `requireKnown` has let it pass.
    return { member: null, community: id, epoch: known.epochOf(id) as number };
  });
}
