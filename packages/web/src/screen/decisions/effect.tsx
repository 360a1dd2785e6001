/** What adoption does, in words. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import type { Decision } from './queries.ts';

type From = 'now' | 'start' | number;

export function EffectInWords({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const { t: common } = useTranslation();
  const { effect, names } = decision;
  const name = (id: string): ReactNode => <Foreign text={names[id] ?? id} />;
  const from = (one: From): string =>
    typeof one === 'number' ? t('from.epoch', { epoch: one }) : t(`from.${one}`);
  switch (effect.kind) {
    case 'roster':
      return (
        <ul className="decision-effect">
          {effect.enter.map(({ entry, from: since }) => (
            <li key={entry}>
              {t('effect.enters')} {name(effect.community)}
              {common('colon')} <b>{name(entry)}</b> ({from(since)})
            </li>
          ))}
          {effect.leave.map((entry) => (
            <li key={entry}>
              {t('effect.leaves')} {name(effect.community)}
              {common('colon')} <b>{name(entry)}</b>
            </li>
          ))}
        </ul>
      );
    case 'admission':
      return (
        <ul className="decision-effect">
          <li>
            {t('effect.admitted')} <b>{<Foreign text={effect.name} />}</b> ({t(`standing.${effect.standing}`)}
            )
          </li>
          {effect.communities.map(({ community, from: since }) => (
            <li key={community}>
              {t('effect.enters')} {name(community)} ({from(since)})
            </li>
          ))}
        </ul>
      );
    case 'departure':
    case 'suspension':
    case 'reinstatement':
    case 'supervision':
    case 'end-of-supervision':
      return (
        <p className="decision-effect">
          {t(`effect.${effect.kind}`)}
          {common('colon')} <b>{name(effect.member)}</b>
        </p>
      );
    case 'release':
      return (
        <ul className="decision-effect">
          {effect.products.map(({ contributor, object }) => (
            <li key={`${contributor} ${object}`}>
              <RecordLink id={object} size="sm">
                <TitleOf id={object} />
              </RecordLink>{' '}
              · {name(contributor)}
            </li>
          ))}
        </ul>
      );
    default:
      return <p className="decision-effect">{t('effect.text-alone')}</p>;
  }
}
