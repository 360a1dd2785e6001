/** The file of a data subject, to read, to print and to keep: everything that the member holds of the records. */
import { Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectFile } from '@entente/contract/subject';
import { meQuery } from '../../app/questions.ts';
import { TitleOf } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { useNames } from '../../part/names.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { safeText } from '../../record/safe-text.ts';
import { WhoHad } from './own-recalls.tsx';
import { fileQuery } from './questions.ts';

type FileRecord = SubjectFile['records'][number];

/** Has the browser keep a text as a file. */
function keep(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export function SubjectFileSheet({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  const { data: me } = useQuery(meQuery);
  const found = useQuery(fileQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const file = found.data;
  return (
    <Stack>
      <Group className="no-print" justify="space-between">
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/protection" search={{ tab: 'subjects', request: id }} />
          )}
        >
          {t('subjects.back')}
        </Anchor>
        <Group gap="xs">
          <Button size="compact-md" variant="default" onClick={() => window.print()}>
            {t('file.print')}
          </Button>
          <Button size="compact-md" onClick={() => keep(`file-${id}.json`, JSON.stringify(file, null, 2))}>
            {t('file.save')}
          </Button>
        </Group>
      </Group>
      <div>
        <Title order={2}>{t('file.title', { member: me?.member.name ?? '' })}</Title>
        <Text size="sm">
          <Foreign text={file.request.subject} />
        </Text>
        <Text size="sm" c="dimmed">
          {t('file.lead', { kind: t(`kind.${file.request.kind}`), time: times.moment(file.made) })}
        </Text>
      </div>
      {file.records.map((record) => (
        <RecordPart key={record.id} record={record} />
      ))}
    </Stack>
  );
}

function RecordPart({ record }: { record: FileRecord }): ReactNode {
  const { t } = useTranslation('protection');
  return (
    <section>
      <Title order={3}>
        <TitleOf id={record.id} />
      </Title>
      <Text size="xs" c="dimmed" className="care-id">
        {record.id}
      </Text>
      {record.versions.length === 0 && <Text size="sm">{t('file.gone')}</Text>}
      {record.versions.map((version) => (
        <Version key={`${version.at} ${JSON.stringify(version.label)}`} version={version} />
      ))}
      <Recipients record={record} />
      {record.recalls.length > 0 && (
        <>
          <Text fw={600} size="sm" mt="xs">
            {t('file.recalls')}
          </Text>
          {record.recalls.map((one) => (
            <WhoHad key={one.at} members={one.members} rest={one.rest} />
          ))}
        </>
      )}
      {record.mentionedBy.length > 0 && (
        <>
          <Text fw={600} size="sm" mt="xs">
            {t('file.mentioned')}
          </Text>
          <ul className="care-names">
            {record.mentionedBy.map((id) => (
              <li key={id}>
                <Text size="sm">
                  <TitleOf id={id} />
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Version({ version }: { version: FileRecord['versions'][number] }): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  const { object, at, login, account, source, purpose } = version;
  const said = [
    t('file.source', { time: times.moment(at), account: login ?? account }),
    ...(source === null ? [] : [t('file.from', { source })]),
    ...(purpose === null ? [] : [t('file.purpose', { purpose })]),
  ];
  return (
    <div>
      <Text size="sm" mt="xs">
        <Foreign text={said.join(' · ')} />
      </Text>
      <Code block>{safeText(JSON.stringify(object, null, 2)).text}</Code>
    </div>
  );
}

function Recipients({ record: { recipients, openings } }: { record: FileRecord }): ReactNode {
  const { t } = useTranslation('protection');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const opened = new Map(openings.readers.map(({ member, first }) => [member, first]));
  return (
    <>
      <Text fw={600} size="sm" mt="xs">
        {t('file.recipients')}
      </Text>
      {recipients.length === 0 && !openings.rest && <Text size="sm">{t('file.recipients.none')}</Text>}
      <ul className="care-names">
        {recipients.map((member) => {
          const first = opened.get(member);
          return (
            <li key={member}>
              <Text size="sm">
                <bdi>{names(member) ?? common('members.unknown')}</bdi>
                {first !== undefined && ` · ${t('file.opened', { day: times.day(first) })}`}
              </Text>
            </li>
          );
        })}
      </ul>
      {openings.rest && (
        <Text size="sm" c="dimmed">
          {t('file.rest')}
        </Text>
      )}
    </>
  );
}
