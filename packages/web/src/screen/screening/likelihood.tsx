/** How likely it is, in a word and as a number, with a bar that shows it at a glance. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { likelihoodOf, percentOf } from './probability.ts';

export function LikelihoodShown({ probability }: { probability: number }): ReactNode {
  const { t } = useTranslation('screening');
  const words = usePercent();
  const likelihood = likelihoodOf(probability);
  return (
    <span className="likelihood" data-likelihood={likelihood}>
      <Text span fw={650} size="sm">
        {t(`likelihood.${likelihood}`)}
      </Text>
      <Text span size="sm" className="likelihood-number">
        {words(probability)}
      </Text>
      <span className="likelihood-bar" aria-hidden>
        <span style={{ inlineSize: `${Math.round(probability * 100)}%` }} />
      </span>
    </span>
  );
}

/** The number in words, such as “over 99 %”. */
export function usePercent(): (probability: number) => string {
  const { t, i18n } = useTranslation('screening');
  const format = new Intl.NumberFormat(i18n.language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent' });
  return (probability) => {
    const { bound, share } = percentOf(probability);
    return t(`percent.${bound}`, { number: format.format(share) });
  };
}
