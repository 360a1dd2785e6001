/** What a check of the ledger found, for a person, in English or French. */
import type { Audit } from '@entente/core/ledger/audit';
import { sayFinding } from '@entente/core/ledger/words';
import { formatTimestamp } from '@entente/core/stix/timestamp';

export type Language = 'en' | 'fr';

/** The language of a terminal (POSIX: LC_ALL before LC_MESSAGES before LANG). */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const set = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return set !== undefined && /^fr(?:[_.@]|$)/i.test(set) ? 'fr' : 'en';
}

/** As many of what. English has one for 1 alone, French for 0 and 1. */
const english = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;
const french = (count: number, one: string): string => `${count} ${count < 2 ? one : `${one}s`}`;

const words = {
  en: {
    good: 'The ledger holds.',
    bad: 'The ledger does not hold.',
    top: (size: number, at: string) =>
      `top log: ${english(size, 'leaf', 'leaves')}, the last one of ${at}, signed by the hub`,
    log: (size: number) => `your log: ${english(size, 'leaf', 'leaves')}, the root of which the hub signed`,
    opened: (acts: number, reads: number, erased: number) =>
      `opened: ${english(acts, 'act')}, ${english(reads, 'read')}; ${erased} erased`,
    unopened: 'opened: none, as only auditors may',
    receipts: (held: number, waiting: number) => `receipts: ${held} in the log, ${waiting} still promised`,
    key: (key: string) => `key: ${key}`,
    first: 'This was the first check: compare the key with the one that you were given by hand.',
    left: (folder: string) => `What you kept stays as it was, as evidence: ${folder}`,
  },
  fr: {
    good: 'Le registre tient.',
    bad: 'Le registre ne tient pas.',
    top: (size: number, at: string) =>
      `registre général\u00a0: ${french(size, 'feuille')}, la dernière du ${at}, signé par la cellule`,
    log: (size: number) =>
      `votre registre\u00a0: ${french(size, 'feuille')}, dont la cellule a signé la racine`,
    opened: (acts: number, reads: number, erased: number) =>
      `ouvertes\u00a0: ${french(acts, 'acte')}, ${french(reads, 'lecture')}\u00a0; ${french(erased, 'effacée')}`,
    unopened: 'ouvertes\u00a0: aucune, seuls les auditeurs le peuvent',
    receipts: (held: number, waiting: number) =>
      `récépissés\u00a0: ${held} au registre, ${waiting} encore promis`,
    key: (key: string) => `clé\u00a0: ${key}`,
    first:
      'C’était la première vérification\u00a0: comparez la clé avec celle qui vous a été remise en main propre.',
    left: (folder: string) => `Ce que vous gardiez reste tel quel, à titre de preuve\u00a0: ${folder}`,
  },
} as const;

/** Lines of the result. @param isFirst whether nothing had been kept before */
export function reportLines(found: Audit, language: Language, isFirst: boolean): string[] {
  const say = words[language];
  const { findings, topSize, at, log, receipts, kept } = found;
  if (findings.length > 0) return [say.bad, ...findings.map((one) => `- ${sayFinding(one, language)}`)];
  return [
    say.good,
    say.top(topSize, formatTimestamp(at)),
    say.log(log.size),
    log.isOpened ? say.opened(log.acts, log.reads, log.erased) : say.unopened,
    say.receipts(receipts.held, receipts.waiting),
    say.key(kept.key ?? ''),
    ...(isFirst ? [say.first] : []),
  ];
}

/** Where the evidence lies. */
export const leftLine = (folder: string, language: Language): string => words[language].left(folder);
