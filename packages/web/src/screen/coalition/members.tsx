/** Every member of the cell, those who left included, with the communities on whose rosters they are seen to stand. */
import { ActionIcon, Badge, Group, Menu, Text, TextInput, Title } from '@mantine/core';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, meQuery } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { useNames } from '../../part/names.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { CommunityLink } from './community-link.tsx';
import { useFounds } from '../../part/secretary.ts';
import { MemberLeaves } from './confirm.tsx';
import { useStanding } from './rosters.ts';

interface Member {
  id: string;
  name: string;
  kind: string;
  departed: boolean;
  supervises: boolean;
}

export function Members(): ReactNode {
  const { t, i18n } = useTranslation('coalition');
  const times = useTimes();
  const [typed, setTyped] = useState('');
  const within = useStanding();
  const { data: members, error, refetch } = useQuery(membersQuery);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (members === undefined) return <Loading />;
  const wanted = typed.trim().toLocaleLowerCase(i18n.language);
  const shown = members
    .filter(({ name }) => name.toLocaleLowerCase(i18n.language).includes(wanted))
    .toSorted(
      (a, b) => Number(a.departed) - Number(b.departed) || a.name.localeCompare(b.name, i18n.language),
    );
  return (
    <section aria-labelledby="members-title">
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} id="members-title">
          {t('members', { count: members.length, number: times.number(members.length) })}
        </Title>
        <TextInput
          size="xs"
          aria-label={t('members.find')}
          placeholder={t('members.find')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
      </Group>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed" p="sm" role="status">
          {t('members.none')}
        </Text>
      ) : (
        <LongTable
          className="coalition-table"
          label={t('title')}
          columns={[
            { key: 'member', head: t('column.member'), track: 'minmax(9rem, 1fr)' },
            { key: 'within', head: t('column.within'), track: 'minmax(8rem, 1fr)' },
          ]}
          count={shown.length}
          keyOf={(index) => (shown[index] as Member).id}
          row={(index) => {
            const member = shown[index] as Member;
            return [
              <MemberName key="member" member={member} />,
              <Within key="within" communities={within.get(member.id) ?? []} />,
            ];
          }}
        />
      )}
    </section>
  );
}

function MemberName({ member }: { member: Member }): ReactNode {
  const { t } = useTranslation('coalition');
  const { data: me } = useQuery(meQuery);
  const isOwn = member.id === me?.member.id;
  const founds = useFounds();
  return (
    <Group gap={6} wrap="nowrap">
      <div className="coalition-name">
        <Text size="sm" fw={isOwn ? 650 : 500}>
          <Foreign text={member.name} />
        </Text>
        <Text size="xs" c="dimmed">
          {member.kind === 'organisation' ? t('kind.organisation') : t('kind.nation')}
          {isOwn && ` · ${t('member.own')}`}
        </Text>
        {member.supervises && (
          <Text size="xs" c="dimmed">
            {t('member.supervises')}
          </Text>
        )}
      </div>
      {member.departed && (
        <Badge size="sm" color="gray" variant="outline" tt="none">
          {t('member.departed')}
        </Badge>
      )}
      {founds && !member.departed && !isOwn && <MemberActs member={member} />}
    </Group>
  );
}

function Within({ communities }: { communities: readonly string[] }): ReactNode {
  const names = useNames();
  return (
    <Group gap={4}>
      {communities.map((id) => (
        <CommunityLink key={id} id={id} size="xs">
          <bdi>{names(id)}</bdi>
        </CommunityLink>
      ))}
    </Group>
  );
}

function MemberActs({ member }: { member: Member }): ReactNode {
  const { t } = useTranslation('coalition');
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('member.acts', { member: member.name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setLeaving(true)}>{t('member.leaves')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <MemberLeaves member={member} isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </>
  );
}
