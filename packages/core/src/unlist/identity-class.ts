import type { UnEntry } from './entry.ts';

const company =
  /industr|compan|corp|bank|\bltd\b|limited|\bco\b|\binc\b|trad|shipping|found|societ|ministr|department|bureau|committee|academ|cent(?:er|re)|office|institut|hospital|charit|trust|support|relief|exchange|enterprise|heritage|humanitarian/i;
const group =
  /group|front|brigade|battalion|army|movement|force|jihad|network|organi[sz]ation|jama|jemm?a|harak|ansar|kh?atib|militia|lashkar|ja[iy]sh|jund|emarat|al-islam\b|itihaad|qaida|taliban|islamic (?:state|army|regiment)|mujahid/i;

/** Regimes under which armed groups are listed; those on states list offices and companies. */
const regimes = new Set(['Al-Qaida', 'Taliban', 'Somalia', 'DRC', 'CAR', 'Mali', 'Libya']);

/** The identity class of an entry (STIX 2.1 §10.8): `group` for an armed group, else `organization`. */
export function identityClass(entry: UnEntry): 'individual' | 'group' | 'organization' {
  if (entry.kind === 'individual') return 'individual';
  const text = (tag: string): string => entry.fields.find((field) => field.tag === tag)?.text.trim() ?? '';
  const name = text('FIRST_NAME');
  return regimes.has(text('UN_LIST_TYPE')) && group.test(name) && !company.test(name)
    ? 'group'
    : 'organization';
}
