/** Two names part by part: which of the one stands for which of the other, and what stands alone. */
import { VisuallyHidden } from '@mantine/core';
import {
  IconArrowsLeftRight,
  IconEqual,
  IconLanguage,
  IconLetterCase,
  IconMinus,
  IconSection,
  IconWaveSine,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '@entente/contract/screening';
import { Foreign } from '../../part/foreign.tsx';
import { spelledIn } from './spelling.ts';

type Compared = Pick<Candidate, 'name' | 'parts' | 'leftAlone' | 'rightAlone'>;
type How = Compared['parts'][number]['how'] | 'alone';

interface Row {
  left?: string;
  right?: string;
  how: How;
}

const rowsOf = ({ parts, leftAlone, rightAlone }: Compared): Row[] => [
  ...parts,
  ...leftAlone.map((left) => ({ left, how: 'alone' as const })),
  ...rightAlone.map((right) => ({ right, how: 'alone' as const })),
];

export function Aligned({
  asked,
  candidate,
  heads,
}: {
  /** The name on the left. */
  asked: string;
  candidate: Compared;
  /** What the two sides are. */
  heads: readonly [ReactNode, ReactNode];
}): ReactNode {
  const { t } = useTranslation('screening');
  return (
    <table className="aligned">
      <caption>
        <VisuallyHidden>{t('aligned')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">
            <VisuallyHidden>{t('aligned.how')}</VisuallyHidden>
          </th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(candidate).map(({ left, right, how }) => (
          <tr key={`${left} ${right}`} data-how={how}>
            <td>
              <Side name={asked} part={left} />
            </td>
            <td className="aligned-how">
              <Sign how={how} />
            </td>
            <td>
              <Side name={candidate.name} part={right} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ name, part }: { name: string; part: string | undefined }): ReactNode {
  const { t } = useTranslation('screening');
  if (part === undefined) return <span className="aligned-nothing">{t('aligned.nothing')}</span>;
  return <Foreign text={spelledIn(name, part)} />;
}

const signs = {
  same: IconEqual,
  sound: IconWaveSine,
  form: IconArrowsLeftRight,
  initial: IconEqual,
  translation: IconLanguage,
  'legal-form': IconSection,
  acronym: IconLetterCase,
  alone: IconMinus,
} as const;

function Sign({ how }: { how: How }): ReactNode {
  const { t } = useTranslation('screening');
  const Picture = signs[how];
  return (
    <span>
      <Picture size={14} aria-hidden /> {t(`how.${how}`)}
    </span>
  );
}
