/** The sign of a verdict, with its word for whoever does not see the sign. */
import { IconCircleCheckFilled, IconCircleX, IconHelpCircle, IconMinus } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from './cells.ts';

const signs = {
  yes: IconCircleCheckFilled,
  no: IconCircleX,
  'depends-on-others': IconHelpCircle,
  nothing: IconMinus,
};

export function Sign({ verdict, isSaid = false }: { verdict: Cell['verdict']; isSaid?: boolean }): ReactNode {
  const { t } = useTranslation('release');
  const Picture = signs[verdict];
  const word = t(`verdict.${verdict}`);
  return (
    <span className={`release-sign release-sign-${verdict}`}>
      <Picture size={17} stroke={1.8} aria-hidden />
      {isSaid ? <span>{word}</span> : <VisuallyHidden>{word}</VisuallyHidden>}
    </span>
  );
}
