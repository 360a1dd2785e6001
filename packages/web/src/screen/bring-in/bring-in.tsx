/** Bringing files in: what one holds, under which label it goes in, what came of it; and the batches before. */
import { Alert, Anchor, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { meQuery } from '../../app/questions.ts';
import { Head, Loading } from '../../part/states.tsx';
import { BeginRecord } from '../record/begin-record.tsx';
import { Arrival } from './arrival.tsx';
import { BatchScreen } from './batch.tsx';
import { Batches } from './batches.tsx';
import './bring-in.css';
import { Drop } from './drop.tsx';

export function BringIn(): ReactNode {
  const { batch } = useAsked<'batch'>();
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  if (me.narrow) return <NoRight />;
  if (batch !== undefined) return <BatchScreen key={batch} id={batch} />;
  return (
    <Arrivals mayWrite={me.scopes.includes('write')} isAdministrator={me.roles.includes('administrator')} />
  );
}

/** An account that sees less than its member neither puts in nor sees what its member put in. */
function NoRight(): ReactNode {
  const { t } = useTranslation('bring-in');
  return (
    <>
      <Head title={t('title')} />
      <Alert color="gray" icon={<IconLock size={20} aria-hidden />} title={t('narrow')}>
        {t('narrow.next')}
      </Alert>
    </>
  );
}

/** Whoever administers is led to where roles are given: the first account of a cell begins with no other. */
function NoWrite({ isAdministrator }: { isAdministrator: boolean }): ReactNode {
  const { t } = useTranslation('bring-in');
  return (
    <Alert color="gray" icon={<IconLock size={20} aria-hidden />} title={t('no-write')}>
      {t('no-write.next')}{' '}
      {isAdministrator ? (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/settings" search={{ tab: 'accounts' }} />}
        >
          {t('no-write.give')}
        </Anchor>
      ) : (
        t('no-write.ask')
      )}
    </Alert>
  );
}

function Arrivals({ mayWrite, isAdministrator }: { mayWrite: boolean; isAdministrator: boolean }): ReactNode {
  const { t } = useTranslation('bring-in');
  const [given, setGiven] = useState<{ file: File; number: number }>();
  const give = (file: File): void => setGiven((before) => ({ file, number: (before?.number ?? 0) + 1 }));
  return (
    <>
      <Head title={t('title')} lead={t('lead')}>
        <BeginRecord />
      </Head>
      <Stack gap="lg">
        {!mayWrite && <NoWrite isAdministrator={isAdministrator} />}
        {mayWrite && given === undefined && <Drop onFile={give} />}
        {given !== undefined && (
          <Arrival key={given.number} file={given.file} onAnother={() => setGiven(undefined)} />
        )}
        <Batches />
      </Stack>
    </>
  );
}
