/** What may be done with a record: revise, claim, grade, link, propose as the same, write a note, recall. */
import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronDown,
  IconEqual,
  IconLink,
  IconMessageQuestion,
  IconNote,
  IconPencil,
  IconPlus,
  IconStairs,
  IconTopologyStar3,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { endsOf, type Entry } from '../../record/object.ts';
import { useDecisionRights } from '../decisions/queries.ts';
import { LinkDialog } from './link-dialog.tsx';
import { NewRecord } from './new-record.tsx';
import { OfferDialog, OfferItem, offeredQuery } from './offer.tsx';
import { useMayWrite } from './questions.ts';
import { RecallDialog } from './recall.tsx';

type Linking = 'link' | 'same';

/** What is open beside the record. */
type Open = Linking | 'offer' | 'recall';

export function Acts({ served, claims }: { served: Entry; claims: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('record');
  const mayWrite = useMayWrite();
  const { data: me } = useQuery(meQuery);
  const [open, setOpen] = useState<Open | undefined>();
  const close = (): void => setOpen(undefined);
  const { object } = served;
  const { id } = object;
  const hasOwn = claims.some(({ contributor }) => contributor === me?.member.id);
  const speaks = useDecisionRights()?.speaks === true;
  const { data: isOffered = false } = useQuery({
    ...offeredQuery(id, me?.member.id ?? ''),
    enabled: hasOwn && speaks,
  });
  return (
    <div className="head-acts no-print">
      <Button
        variant="default"
        leftSection={<IconTopologyStar3 size={16} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/graph" search={{ start: id }} />}
      >
        {t('act.graph')}
      </Button>
      {mayWrite && (
        <>
          <NewRecord />
          <ActsMenu object={object} hasOwn={hasOwn} onOpen={setOpen}>
            {speaks && <OfferItem isOffered={isOffered} onOpen={() => setOpen('offer')} />}
          </ActsMenu>
        </>
      )}
      <OfferDialog id={id} isOffered={isOffered} isOpen={open === 'offer'} onClose={close} />
      <RecallDialog id={id} isOpen={open === 'recall'} onClose={close} />
      {(open === 'link' || open === 'same') && (
        <LinkDialog object={object} isSame={open === 'same'} onClose={close} />
      )}
    </div>
  );
}

interface MenuProps {
  object: Entry['object'];
  hasOwn: boolean;
  onOpen: (open: Open) => void;
  /** Of what is one's own, before the recall. */
  children: ReactNode;
}

function ActsMenu({ object, hasOwn, onOpen, children }: MenuProps): ReactNode {
  const { t } = useTranslation('record');
  const { id } = object;
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t('acts')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <WritingItems id={id} hasOwn={hasOwn} />
        {endsOf(object) === undefined && <LinkingItems onLink={onOpen} />}
        <AboutItems id={id} />
        {hasOwn && (
          <>
            <Menu.Divider />
            {children}
            <Menu.Item
              color="red"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => onOpen('recall')}
            >
              {t('act.recall')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function AboutItems({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <>
      <Menu.Item
        leftSection={<IconNote size={16} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/record/new" search={{ kind: 'note', about: id }} />}
      >
        {t('act.note')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconMessageQuestion size={16} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/requests/new" search={{ about: id }} />}
      >
        {t('act.ask')}
      </Menu.Item>
    </>
  );
}

function WritingItems({ id, hasOwn }: { id: string; hasOwn: boolean }): ReactNode {
  const { t } = useTranslation('record');
  const to = (act: string) => (props: object) => (
    <Link {...props} to="/record/$id" params={{ id }} search={{ act }} />
  );
  return (
    <>
      {hasOwn ? (
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} renderRoot={to('revise')}>
          {t('act.revise')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} renderRoot={to('claim')}>
          {t('act.claim')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconStairs size={16} aria-hidden />} renderRoot={to('grade')}>
        {t('act.grade')}
      </Menu.Item>
    </>
  );
}

function LinkingItems({ onLink }: { onLink: (linking: Linking) => void }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <>
      <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => onLink('link')}>
        {t('act.link')}
      </Menu.Item>
      <Menu.Item leftSection={<IconEqual size={16} aria-hidden />} onClick={() => onLink('same')}>
        {t('act.same')}
      </Menu.Item>
    </>
  );
}
