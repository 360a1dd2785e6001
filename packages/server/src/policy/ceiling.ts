/** The ceiling of a member: how wide its accounts may release, and what becomes of anything wider. */
import { Failure } from '@entente/core/failure';
import { readParts } from '@entente/core/label/extension';
import { join, makeLabel, type Label, type LabelParts } from '@entente/core/label/label';
import { resolveLabel, withinCeiling, type Known } from '@entente/core/label/resolve';
import { datedLabel, ruleFor, type ReviewRule } from '@entente/core/review/rules';
import type { Finding, JsonObject } from '@entente/core/stix/types';
import type { PolicyRow } from '@entente/store/account/policy-reader';
import type { MemberPolicy } from './member-policy.ts';
import type { Caller } from '../caller.ts';
import { actsAs } from '../account/rights.ts';

/** What a member laid down, as the acts ask for it. */
export function memberPolicy(member: string, row: PolicyRow, rules: readonly ReviewRule[]): MemberPolicy {
  const ceiling = row.ceiling === null ? undefined : ceilingParts(member, parseParts(row.ceiling));
  const isWithin = (label: Label): boolean =>
    ceiling === undefined || isAlone(member, label) || withinCeiling(unepoched(label), makeLabel(ceiling));
  return {
    date(label, subject, at) {
      const rule = ruleFor(rules, subject);
      return rule === undefined ? label : datedLabel(label, rule, at);
    },
    defaultFor(source) {
      const text = Object.hasOwn(row.defaults, source) ? row.defaults[source] : row.defaults['*'];
      return text === undefined ? undefined : parseParts(text);
    },
    // Where a second person is wanted this refuses too: only what `hold` narrows goes in.
    refuse(caller, label) {
      if (isWithin(label) || (!row.secondPerson && mayExceed(caller))) return undefined;
      return row.secondPerson
        ? 'this label is wider than one person of your member may release'
        : 'this label is wider than your member lets its analysts release: ask a release officer';
    },
    hold(_caller, label, known) {
      if (ceiling === undefined || isWithin(label) || !row.secondPerson) return undefined;
      return join(label, resolveLabel(member, [ceiling], {}, known));
    },
  };
}

/** A release officer may go beyond the ceiling, where the member wants no second person for it. */
const mayExceed = (caller: Caller): boolean => actsAs(caller, 'release-officer', 'label');

/** What the member alone may see is within every ceiling. */
const isAlone = (member: string, label: Label): boolean =>
  label.any.some((clause) => clause.length === 1 && clause[0] === `member:${member}`);

/** The member itself sees what it contributed, whatever the ceiling says. */
const ceilingParts = (member: string, { levels = {}, all = [], any = [] }: LabelParts): LabelParts => ({
  levels,
  all,
  any: any.length === 0 ? [[`member:${member}`]] : any.map((clause) => [...clause, `member:${member}`]),
});

/** Communities without their epochs: a label names the epoch of its moment, and so does the ceiling. */
export const unepoched = (label: Label): Label =>
  makeLabel({
    ...label,
    any: label.any.map((clause) => clause.map((audience) => audience.replace(/@\d+$/, ''))),
  });

/** Reads parts of a label as they are stored. */
export function parseParts(text: string): LabelParts {
  const findings: Finding[] = [];
  const parts = readParts(JSON.parse(text) as JsonObject, 'label', findings);
  if (findings.length > 0) throw new Failure('internal', 'A stored label cannot be read.');
  return parts;
}

/** @throws Failure `invalid` naming the first thing that the member cannot know */
export function requireKnown(parts: LabelParts, known: Known): void {
  const isKnown = (audience: string): boolean => {
    const [kind, id = '', more] = audience.split(':');
    if (audience === 'public') return true;
    if (more !== undefined) return false;
    return kind === 'member' ? known.isMember(id) : kind === 'community' && known.epochOf(id) !== undefined;
  };
  const unknown =
    (parts.any ?? []).flat().find((audience) => !isKnown(audience)) ??
    Object.keys(parts.levels ?? {}).find((policy) => !known.isPolicy(policy)) ??
    (parts.all ?? []).find((attribute) => !known.isAttribute(attribute));
  if (unknown !== undefined) throw new Failure('invalid', `label: ${unknown} is not known.`);
}
