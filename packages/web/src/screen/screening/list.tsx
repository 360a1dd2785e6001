/** A list of persons: pasted or dropped, how far it is, and what came of it. */
import { Alert, Button, FileButton, Group, Progress, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowLeft, IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Screened as Answer } from '@entente/contract/screening';
import { DropArea } from '../../part/drop-area.tsx';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { TableError } from '../bring-in/table/read.ts';
import { foundOf, type Result } from './found.ts';
import { useKept } from './kept.ts';
import { ListResults } from './list-results.tsx';
import { listedIn, mostPersons, type Listed, type ListedPerson } from './listed.ts';
import { listQuery } from './questions.ts';

export function PersonList(): ReactNode {
  const [listed, setListed] = useKept<Listed | null>('list', null);
  if (listed !== null) return <Screened listed={listed} onClose={() => setListed(null)} />;
  return <Given onListed={setListed} />;
}

function Given({ onListed }: { onListed: (listed: Listed) => void }): ReactNode {
  const { t } = useTranslation('screening');
  const times = useTimes();
  const [text, setText] = useState('');
  const reading = useMutation({ mutationFn: listedIn, onSuccess: (listed) => keepIfAny(listed, onListed) });
  return (
    <Stack gap="sm" maw={760}>
      <FileField onFile={(file) => reading.mutate(file)}>
        <Textarea
          autosize
          minRows={8}
          maxRows={18}
          dir="auto"
          label={t('list.lines')}
          description={t('list.hint', { number: times.number(mostPersons) })}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
      </FileField>
      <Trouble reading={reading} />
      <Group justify="flex-end">
        <Button
          disabled={text.trim() === ''}
          loading={reading.isPending}
          onClick={() => reading.mutate(new File([text], ''))}
        >
          {t('list.screen')}
        </Button>
      </Group>
    </Stack>
  );
}

const keepIfAny = (listed: Listed, keep: (listed: Listed) => void): void => {
  if (listed.persons.length > 0) keep(listed);
};

/** Why a list is none. */
function Trouble({
  reading: { data, error },
}: {
  reading: { data: Listed | undefined; error: Error | null };
}): ReactNode {
  const { t } = useTranslation('screening');
  if (error !== null && !(error instanceof TableError)) return <Failed error={error} />;
  const isEmpty = data !== undefined && data.persons.length === 0;
  if (error === null && !isEmpty) return null;
  return (
    <Alert color="red" role="alert">
      {error === null ? t('list.nobody') : t('list.unreadable', { line: error.line })}
    </Alert>
  );
}

function FileField({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }): ReactNode {
  const { t } = useTranslation('screening');
  return (
    <DropArea className="screening-drop" onFile={onFile}>
      {children}
      <Group gap="sm">
        <IconFileUpload size={18} aria-hidden />
        <Text size="sm">{t('list.file')}</Text>
        <FileButton onChange={(file) => file !== null && onFile(file)} accept=".csv,.tsv,.txt">
          {(props) => (
            <Button {...props} size="xs" variant="default">
              {t('list.choose')}
            </Button>
          )}
        </FileButton>
      </Group>
    </DropArea>
  );
}

function Screened({ listed, onClose }: { listed: Listed; onClose: () => void }): ReactNode {
  const { t } = useTranslation('screening');
  const times = useTimes();
  const [done, setDone] = useState(0);
  const { persons } = listed;
  const found = useQuery(
    listQuery(
      persons.map(({ asked }) => asked),
      setDone,
    ),
  );
  const number = times.number(persons.length);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={600} role="status">
          {found.data === undefined
            ? t('list.progress', { done: times.number(done), number })
            : t('list.done', { count: persons.length, number })}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={onClose}
        >
          {t('list.another')}
        </Button>
      </Group>
      <Passed listed={listed} />
      {found.isPending && <Progress value={(done / persons.length) * 100} aria-label={t('list.bar')} />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && <ListResults results={resultsIn(persons, found.data)} />}
    </Stack>
  );
}

const resultsIn = (persons: readonly ListedPerson[], screened: readonly Answer[]): Result[] =>
  persons.map((person, at) => ({
    ...person,
    key: String(person.line),
    found: screened.slice(at, at + 1).flatMap(foundOf),
  }));

/** What of the list was not screened, or not as it was meant. */
function Passed({ listed: { persons, nameless, left } }: { listed: Listed }): ReactNode {
  const { t } = useTranslation('screening');
  const unread = persons.filter((person) => person.unread !== undefined).length;
  const said = [
    ...(left > 0 ? [t('list.left', { count: left })] : []),
    ...(nameless > 0 ? [t('list.nameless', { count: nameless })] : []),
    ...(unread > 0 ? [t('list.unread', { count: unread })] : []),
  ];
  if (said.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" role="note">
      {said.join(' ')}
    </Text>
  );
}
