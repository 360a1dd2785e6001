/** What speaks for and against a candidate, in sentences. */
import { IconArrowDown, IconArrowUp, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPerson, Candidate } from '@entente/contract/screening';
import { saidOf, type Said, type Tone } from './said.ts';

const pictures = {
  'strongly-for': IconArrowUp,
  for: IconArrowUp,
  neither: IconMinus,
  against: IconArrowDown,
  'strongly-against': IconArrowDown,
} as const satisfies Record<Tone, unknown>;

export function Evidence({ asked, candidate }: { asked: AskedPerson; candidate: Candidate }): ReactNode {
  const { t } = useTranslation('screening');
  const words = useSaid();
  return (
    <ul className="evidence" aria-label={t('evidence')}>
      {saidOf(asked, candidate).map((said) => {
        const Picture = pictures[said.tone];
        return (
          <li key={said.what} data-tone={said.tone}>
            <Picture size={16} aria-hidden />
            <span>
              {words(said)} <span className="evidence-tone">{t(`tone.${said.tone}`)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A piece of evidence as a sentence. */
export function useSaid(): (said: Said) => string {
  const { t } = useTranslation('screening');
  return (said) => {
    if (said.what === 'birth') return t(`birth.${said.meeting}`);
    if ('matched' in said) return t(`said.${said.what}`, { count: said.matched, asked: said.asked });
    return t(`said.${said.what}`);
  };
}
