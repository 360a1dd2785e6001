/** Versions of one contributor, newest first, and what changed between any two of them. */
import { Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { meQuery, versionsQuery } from '../../app/questions.ts';
import { LongList } from '../../part/long-list.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { useNames } from '../../part/names.ts';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { changesBetween, labelsBetween } from '../../record/comparison.ts';
import type { Entry } from '../../record/object.ts';
import { Grade } from './grade.tsx';
import { PropertyValue } from './value/property-value.tsx';
import { wordForProperty } from './value/words.ts';

export function History({ served, claims }: { served: Entry; claims: readonly Entry[] }): ReactNode {
  const { contributor = served.contributor ?? undefined } = useAsked<'contributor'>();
  const found = useQuery(versionsQuery(served.object.id, contributor));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Stack>
      <Whose claims={claims} contributor={contributor} id={served.object.id} />
      <Versions key={contributor} versions={found.data} />
    </Stack>
  );
}

/** Whose versions are shown; a choice where several members said something. */
function Whose({
  claims,
  contributor,
  id,
}: {
  claims: readonly Entry[];
  contributor: string | undefined;
  id: string;
}): ReactNode {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const members = [
    ...new Set(claims.flatMap((claim) => (claim.contributor === null ? [] : [claim.contributor]))),
  ];
  const data = members.map((member) => ({
    value: member,
    label:
      member === me?.member.id ? common('own-contribution') : (names(member) ?? common('members.unknown')),
  }));
  return (
    <Select
      label={t('history.whose')}
      data={data}
      value={contributor ?? null}
      allowDeselect={false}
      maw={360}
      onChange={(chosen) =>
        void navigate({
          to: '/record/$id',
          params: { id },
          search: { tab: 'history', ...(chosen === null ? {} : { contributor: chosen }) },
        })
      }
    />
  );
}

function Versions({ versions }: { versions: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('record');
  const times = useTimes();
  const [earlier, setEarlier] = useState<number | undefined>();
  const [later, setLater] = useState<number | undefined>();
  if (versions.length === 0) return <Empty title={t('history.none')} />;
  const choices = versions.map(({ version, added }, index) => ({
    value: String(index),
    label: times.moment(version ?? added ?? ''),
  }));
  const isChosen = earlier !== undefined && later !== undefined && earlier !== later;
  return (
    <>
      {versions.length > 2 && (
        <Group align="flex-end">
          <Select
            label={t('history.from')}
            data={choices}
            value={earlier === undefined ? null : String(earlier)}
            clearable
            onChange={(chosen) => setEarlier(chosen === null ? undefined : Number(chosen))}
          />
          <Select
            label={t('history.to')}
            data={choices}
            value={later === undefined ? null : String(later)}
            clearable
            onChange={(chosen) => setLater(chosen === null ? undefined : Number(chosen))}
          />
        </Group>
      )}
      {isChosen && (
        <Paper withBorder p="md">
          <Title order={2}>{t('history.between')}</Title>
          <Changes
            earlier={versions[Math.max(earlier, later)] as Entry}
            later={versions[Math.min(earlier, later)] as Entry}
          />
        </Paper>
      )}
      <LongList
        label={t('tab.history')}
        items={versions.map((entry, index) => ({ entry, before: versions[index + 1] }))}
        keyOf={({ entry }) => `${entry.version} ${entry.added}`}
        height={130}
        row={({ entry, before }) => <Version entry={entry} before={before} />}
      />
    </>
  );
}

function Version({ entry, before }: { entry: Entry; before: Entry | undefined }): ReactNode {
  const { t } = useTranslation('record');
  const times = useTimes();
  const { object, version, added } = entry;
  return (
    <div className="version">
      <Stack gap={6}>
        <Group gap="sm">
          <Text fw={650} component="time" dateTime={version ?? added ?? undefined}>
            {times.moment(version ?? added ?? '')}
          </Text>
          {added !== null && (
            <Text size="xs" c="dimmed">
              {t('history.added', { date: times.moment(added) })}
            </Text>
          )}
          {object['revoked'] === true && <Text size="sm">{t('history.revoked')}</Text>}
        </Group>
        <MarkingLine object={object} label={entry.label} />
        <Grade object={object} isQuiet />
        {before === undefined ? (
          <Text size="sm" c="dimmed">
            {t('history.first')}
          </Text>
        ) : (
          <Changes earlier={before} later={entry} />
        )}
      </Stack>
    </div>
  );
}

function Changes({ earlier, later }: { earlier: Entry; later: Entry }): ReactNode {
  const { t } = useTranslation('record');
  const changes = changesBetween(earlier.object, later.object);
  const { isOther, isOtherInParts } = labelsBetween(earlier, later);
  return (
    <>
      {changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('history.same')}
        </Text>
      )}
      {(changes.length > 0 || isOther) && (
        <dl className="fields">
          {changes.map(({ property, gone, came }) => (
            <div key={property}>
              <dt>{wordForProperty(property, t)}</dt>
              <dd>
                {gone.map((value) => (
                  <Gone key={JSON.stringify(value)}>
                    <PropertyValue property={property} value={value} />
                  </Gone>
                ))}
                {came.map((value) => (
                  <Came key={JSON.stringify(value)}>
                    <PropertyValue property={property} value={value} />
                  </Came>
                ))}
              </dd>
            </div>
          ))}
          {isOther && <LabelChange earlier={earlier} later={later} />}
        </dl>
      )}
      {isOtherInParts && <Text size="sm">{t('history.portions')}</Text>}
    </>
  );
}

/** What each version is under now, as far as one may know. */
function LabelChange({ earlier, later }: { earlier: Entry; later: Entry }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <div>
      <dt>{t('history.label')}</dt>
      <dd>
        <Gone>
          <MarkingLine object={earlier.object} label={earlier.label} />
        </Gone>
        <Came>
          <MarkingLine object={later.object} label={later.label} />
        </Came>
      </dd>
    </div>
  );
}

function Gone({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <del>
      <span className="said-only">{t('history.gone')} </span>
      {children}
    </del>
  );
}

function Came({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <ins>
      <span className="said-only">{t('history.came')} </span>
      {children}
    </ins>
  );
}
