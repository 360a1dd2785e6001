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

const words = {
  en: {
    good: 'The ledger holds.',
    bad: 'The ledger does not hold.',
    top: (size: number, at: string) => `top log: ${size} leaves, the last one of ${at}, signed by the hub`,
    log: (size: number) => `your log: ${size} leaves, which make the root that the hub signed`,
    opened: (acts: number, reads: number, erased: number) =>
      `opened: ${acts} acts, ${reads} reads; ${erased} erased`,
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
      `registre général\u00a0: ${size} feuilles, la dernière du ${at}, signé par la cellule`,
    log: (size: number) =>
      `votre registre\u00a0: ${size} feuilles, qui donnent la racine que la cellule a signée`,
    opened: (acts: number, reads: number, erased: number) =>
      `ouvertes\u00a0: ${acts} actes, ${reads} lectures\u00a0; ${erased} effacées`,
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
