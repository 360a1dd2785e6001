/** Offering what one's member put in for release to the public by decision, and taking that back. */
import { Menu } from '@mantine/core';
import { IconWorldShare } from '@tabler/icons-react';
import { queryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { questions } from '../../app/questions.ts';
import { ActDialogue, type Dialogue } from '../../part/act-dialogue.tsx';

const ofOffers = ['decisions', 'offers'] as const;

/** Whether a member offers an object; to a secretary, offers of other members are told too. */
export const offeredQuery = (id: string, member: string) =>
  queryOptions({
    queryKey: ofOffers,
    queryFn: () => Array.fromAsync(cell.every('publicOffers', {})),
    select: (offers) => offers.some(({ object, contributor }) => object === id && contributor === member),
  });

export function OfferItem({ isOffered, onOpen }: { isOffered: boolean; onOpen: () => void }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <Menu.Item leftSection={<IconWorldShare size={16} aria-hidden />} onClick={onOpen}>
      {isOffered ? t('act.offer.end') : t('act.offer')}
    </Menu.Item>
  );
}

export function OfferDialog({
  id,
  isOffered,
  ...dialogue
}: Dialogue & { id: string; isOffered: boolean }): ReactNode {
  const { t } = useTranslation('record');
  const words = isOffered
    ? ({
        title: 'act.offer.end',
        says: 'offer.end.what',
        confirm: 'offer.end.confirm',
        done: 'offer.end.done',
      } as const)
    : ({ title: 'act.offer', says: 'offer.what', confirm: 'offer.confirm', done: 'offer.done' } as const);
  return (
    <ActDialogue
      {...dialogue}
      title={t(words.title)}
      says={t(words.says)}
      confirm={t(words.confirm)}
      done={t(words.done)}
      renew={() => questions.invalidateQueries({ queryKey: ofOffers })}
      act={() => (isOffered ? cell.takeOfferBack({ id }) : cell.offerToPublic({ id }))}
    />
  );
}
