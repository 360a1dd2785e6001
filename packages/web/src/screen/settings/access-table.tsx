/**
 * Access records as a table: each names its first objects, and all of them in a dialogue. Of the whole cell, each says
 * whose account it was.
 */
import { Anchor, Code, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { Foreign, ForeignText } from '../../part/foreign.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { useNames } from '../../part/names.ts';
import { Empty } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import type { RecordFilter, RecordQuery } from './access-filter.ts';
import { AllObjects, NamedRecords } from './access-objects.tsx';
import { wayOf } from './access-way.ts';

/** A record; of the whole cell with the member that it is of. */
type AccessRecord = AnswerOf<Operations['accessRecords']>['items'][number] & { member?: string };
type Narrow = (part: Partial<RecordFilter>) => void;

/** Signs of a purpose before one asks for the whole, so that rows stay level. */
const mostOfPurpose = 90;
/** What is named of a record before one asks for all. */
const few = 3;

export function RecordTable({
  records,
  isOfCell = false,
  onNarrow,
  onEnd,
}: {
  records: readonly AccessRecord[];
  isOfCell?: boolean;
  onNarrow: Narrow;
  onEnd: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <LongTable
      className="access-table"
      label={t(isOfCell ? 'supervision.reads' : 'tab.access')}
      minWidth={816}
      columns={[
        { key: 'time', head: t('access.time'), track: '8.5rem' },
        {
          key: 'account',
          head: t(isOfCell ? 'supervision.account' : 'access.account'),
          track: 'minmax(9rem, 1fr)',
        },
        { key: 'purpose', head: t('access.purpose'), track: 'minmax(8rem, 1fr)' },
        { key: 'way', head: t('access.way'), track: '7rem' },
        { key: 'objects', head: t('access.objects'), track: 'minmax(13rem, 1.4fr)' },
      ]}
      count={records.length}
      keyOf={(index) => `${records[index]?.member ?? ''} ${records[index]?.id}`}
      row={(index) => {
        const record = records[index] as AccessRecord;
        return [
          <Moment key="time" at={record.at} />,
          <Account key="account" record={record} onNarrow={onNarrow} />,
          <Purpose key="purpose" record={record} />,
          <WayOf key="way" route={record.route} />,
          <Objects key="objects" record={record} onNarrow={onNarrow} />,
        ];
      }}
      onEnd={onEnd}
    />
  );
}

function Moment({ at }: { at: string }): ReactNode {
  const times = useTimes();
  return <time dateTime={at}>{times.moment(at)}</time>;
}

function Account({
  record: { account, login, member },
  onNarrow,
}: {
  record: AccessRecord;
  onNarrow: Narrow;
}): ReactNode {
  const names = useNames();
  const name = login ?? account;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        onClick={() => onNarrow({ account: { id: account, name } })}
      >
        <bdi>{name}</bdi>
      </Anchor>
      {member !== undefined && (
        <Text size="xs" c="dimmed">
          <Foreign text={names(member) ?? member} />
        </Text>
      )}
    </>
  );
}

function Purpose({ record: { purpose, caseReference } }: { record: AccessRecord }): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <>
      {purpose === null ? (
        <Text span size="sm" c="dimmed">
          {t('access.no-purpose')}
        </Text>
      ) : (
        <ForeignText text={purpose} most={mostOfPurpose} />
      )}
      {caseReference !== null && (
        <Text size="xs" c="dimmed">
          <Foreign text={caseReference} />
        </Text>
      )}
    </>
  );
}

function WayOf({ route }: { route: string }): ReactNode {
  const { t } = useTranslation('settings');
  const way = wayOf(route);
  return way === undefined ? <Code>{route}</Code> : t(`access.way.${way}`);
}

function Objects({ record, onNarrow }: { record: AccessRecord; onNarrow: Narrow }): ReactNode {
  const { t } = useTranslation('settings');
  const [isWhole, { open, close }] = useDisclosure(false);
  const { objects, versions } = record;
  return (
    <>
      <NamedRecords
        objects={objects.slice(0, few)}
        onNarrow={onNarrow}
        isOfCell={record.member !== undefined}
      />
      {(objects.length > few || versions > objects.length) && (
        <Anchor component="button" type="button" size="xs" aria-haspopup="dialog" onClick={open}>
          {t('access.all', { count: versions })}
        </Anchor>
      )}
      <DialogueBox opened={isWhole} onClose={close} title={t('access.objects')}>
        <AllObjects
          record={record}
          onNarrow={(part) => {
            close();
            onNarrow(part);
          }}
        />
      </DialogueBox>
    </>
  );
}

/** That there are none, and what to do for some. */
export function NoRecords({ asked }: { asked: RecordQuery }): ReactNode {
  const { t } = useTranslation('settings');
  const isNarrowed = Object.keys(asked).length > 0;
  return <Empty title={t('access.none')} next={t(isNarrowed ? 'access.none.next' : 'access.none.yet')} />;
}
