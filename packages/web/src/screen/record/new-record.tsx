/** Contributing from scratch: the choice of a kind, and its form. */
import { Button, Group, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconAt,
  IconMapPin,
  IconNote,
  IconPlus,
  IconUser,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { Head, NoRight } from '../../part/states.tsx';
import { blankWriting, kinds, randomId, typeOfKind, type Kind } from '../../record/writing.ts';
import { useMayWrite } from './questions.ts';
import './record.css';
import { WriteForm } from './write/write-form.tsx';

const pictures: Readonly<Record<Kind, Icon>> = {
  person: IconUser,
  group: IconUsersGroup,
  place: IconMapPin,
  incident: IconAlertTriangle,
  observable: IconAt,
  note: IconNote,
};

/** A button that begins a new record; nothing for accounts that only read. */
export function NewRecord(): ReactNode {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  if (!useMayWrite()) return null;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {common('new-record')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={<KindPicture kind={kind} />}
            renderRoot={(props) => <Link {...props} to="/record/new" search={{ kind }} />}
          >
            {t(`kind.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function KindPicture({ kind }: { kind: Kind }): ReactNode {
  const Picture = pictures[kind];
  return <Picture size={16} aria-hidden />;
}

/** The kinds side by side, where none was chosen yet. */
function ChooseKind(): ReactNode {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const { about } = useAsked<'about'>();
  return (
    <>
      <Head title={common('new-record')} lead={t('new.which')} />
      <Group>
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="md"
            leftSection={<KindPicture kind={kind} />}
            renderRoot={(props) => <Link {...props} to="/record/new" search={{ kind, about }} />}
          >
            {t(`kind.${kind}`)}
          </Button>
        ))}
      </Group>
    </>
  );
}

export function NewRecordScreen(): ReactNode {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const { kind, about } = useAsked<'kind' | 'about'>();
  const mayWrite = useMayWrite();
  const known = kinds.find((one) => one === kind);
  if (!mayWrite)
    return (
      <NoRight
        title={common('new-record')}
        why={t('write.no-right')}
        next={t('write.no-right.next')}
        to="search"
      />
    );
  if (known === undefined) return <ChooseKind />;
  return <Begun key={`${known} ${about}`} kind={known} about={about} />;
}

function Begun({ kind, about }: { kind: Kind; about: string | undefined }): ReactNode {
  const { t } = useTranslation('record');
  const [fresh] = useState(() =>
    blankWriting(kind, randomId(typeOfKind(kind)), about === undefined ? [] : [about]),
  );
  return (
    <WriteForm
      name={about === undefined ? `new.${kind}` : `new.${kind}.${about}`}
      kind={kind}
      fresh={fresh}
      title={t(`new.${kind}`)}
      back={about}
    />
  );
}
