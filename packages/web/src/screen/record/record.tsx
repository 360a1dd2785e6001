/** The record of an object: what the view has of it, member by member, and what may be done with it. */
import { Code, CopyButton, Button, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressId, useAsked } from '../../app/address.ts';
import { claimsQuery, meQuery, objectQuery, openedQuery } from '../../app/questions.ts';
import { ContributorOf, ObjectTitle } from '../../part/entry.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { Loading, NotShown } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { kindOf } from '../../record/kind.ts';
import { namesOf, titleOf, type Entry } from '../../record/object.ts';
import { Opened } from './opened.tsx';
import { WhoSees } from '../release/who-sees.tsx';
import { Acts } from './acts.tsx';
import { Claims } from './claims.tsx';
import { Grade } from './grade.tsx';
import { History } from './history.tsx';
import { Links } from './links.tsx';
import { LookedAt } from './looked-at.tsx';
import { RecordPlaces } from './places.tsx';
import { neighboursQuery } from './questions.ts';
import './record.css';
import { SameProposals } from './same-proposals.tsx';
import { NameValue } from './value/property-value.tsx';
import { WriteAct } from './write/write-act.tsx';

export function RecordScreen(): ReactNode {
  const id = useAddressId();
  const { act } = useAsked<'act'>();
  const found = useQuery(objectQuery(id));
  const claims = useQuery(claimsQuery(id));
  useQuery({ ...openedQuery(id), enabled: found.isSuccess });
  // Of these are the proposals that stand above the tabs.
  const neighbours = useInfiniteQuery(neighboursQuery(id));
  if (found.isPending || claims.isPending || neighbours.isPending) return <Loading />;
  if (found.isError) return <NotShown error={found.error} onRetry={() => void found.refetch()} to="search" />;
  if (claims.isError)
    return <NotShown error={claims.error} onRetry={() => void claims.refetch()} to="search" />;
  const given = { served: found.data, claims: claims.data };
  if (act === 'revise' || act === 'claim' || act === 'grade')
    return <WriteAct key={id} act={act} {...given} />;
  return <Sheet key={id} {...given} />;
}

interface Given {
  served: Entry;
  claims: readonly Entry[];
}

function Sheet({ served, claims }: Given): ReactNode {
  const { t } = useTranslation('record');
  const { id } = served.object;
  return (
    <Stack gap="md">
      <RecordHead served={served} claims={claims} />
      <SameProposals id={id} />
      <RecordTabs served={served} claims={claims} />
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {t('id')} <Code>{id}</Code>
        </Text>
        <CopyId id={id} />
      </Group>
    </Stack>
  );
}

function CopyId({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <Button size="compact-xs" variant="subtle" onClick={copy}>
          {copied ? t('copied') : t('copy')}
        </Button>
      )}
    </CopyButton>
  );
}

function RecordHead({ served, claims }: Given): ReactNode {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const { object, version } = served;
  const others = otherNames(claims, titleOf(object));
  return (
    <header className="record-head">
      <span className="record-picture">
        <KindIcon object={object} size={30} />
      </span>
      <Stack gap={6} className="record-head-main">
        <Text size="sm" c="dimmed">
          {kindOf(object, stix)} · <ContributorOf entry={served} />
          {version !== null && <> · {times.day(version)}</>}
          {object['revoked'] === true && <strong> · {t('revoked')}</strong>}
        </Text>
        <Title order={1} className="lines">
          <ObjectTitle object={object} />
        </Title>
        {others.length > 0 && (
          <ul className="record-names" aria-label={t('names.others')}>
            {others.map((name) => (
              <li key={name.text} className="lines">
                <NameValue name={name} />
              </li>
            ))}
          </ul>
        )}
        <Group gap="sm">
          <MarkingLine object={object} label={served.label} />
          <Grade object={object} />
        </Group>
      </Stack>
      <Acts served={served} claims={claims} />
    </header>
  );
}

/** Every other name that any member gives, each once; of those written alike the one that says most. */
function otherNames(claims: readonly Entry[], title: string) {
  const names = new Map(
    claims
      .flatMap(({ object }) => namesOf(object))
      .toReversed()
      .map((name) => [name.text, name]),
  );
  return [...names.values()]
    .toReversed()
    .filter(({ text }) => text !== title)
    .slice(0, 40);
}

const tabs = ['claims', 'history', 'links', 'places', 'who-sees'] as const;
type Tab = (typeof tabs)[number];

function RecordTabs({ served, claims }: Given): ReactNode {
  const { t } = useTranslation('record');
  const navigate = useNavigate();
  const { tab = 'claims' } = useAsked<'tab'>();
  const { data: me } = useQuery(meQuery);
  const { id } = served.object;
  const own = claims.find(({ contributor }) => contributor === me?.member.id);
  const shown: Tab[] = tabs.filter((one) => one !== 'who-sees' || own !== undefined);
  const chosen = shown.find((one) => one === tab) ?? 'claims';
  const go = (next: string | null): void =>
    void navigate({
      to: '/record/$id',
      params: { id },
      search: next === null ? {} : { tab: next },
      replace: true,
    });
  return (
    <Tabs value={chosen} onChange={go} keepMounted={false}>
      <Tabs.List mb="md">
        {shown.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="claims">
        <Claims entries={claims} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <History served={served} claims={claims} />
      </Tabs.Panel>
      <Tabs.Panel value="links">
        <Links id={id} />
      </Tabs.Panel>
      <Tabs.Panel value="places">
        <RecordPlaces id={id} claims={claims} />
      </Tabs.Panel>
      <Tabs.Panel value="who-sees">
        <Opened id={id} />
        <LookedAt id={id} />
        <WhoSees object={id} version={own?.version ?? undefined} />
      </Tabs.Panel>
    </Tabs>
  );
}
