/** What one's member gave, beside how another member would get it of one. */
import { Alert, Badge, Group, Modal, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { MemberForm } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, versionsQuery } from '../../../app/questions.ts';
import { MarkingLine } from '../../../part/marking-line.tsx';
import { useNames } from '../../../part/names.ts';
import { Failed, Loading } from '../../../part/states.tsx';
import type { Entry, StixObject } from '../../../record/object.ts';
import { PartName } from '../matrix/part-name.tsx';
import { viewAsQuery, type Own } from '../matrix/questions.ts';
import { useReasons } from '../matrix/reason.ts';
import { Sign } from '../matrix/sign.tsx';
import { isMarkingUncertain, rowsOf, type Row } from './rows.ts';
import { Value } from './value.tsx';

export function ViewAs({
  own,
  member,
  onClose,
}: {
  own: Own;
  member: string | undefined;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const { t: common } = useTranslation();
  const names = useNames();
  const name = member === undefined ? '' : (names(member) ?? member);
  return (
    <Modal
      opened={member !== undefined}
      onClose={onClose}
      size="min(1100px, 94vw)"
      title={t('view-as.title', { member: name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {member !== undefined && <SideBySide own={own} member={member} name={name} />}
    </Modal>
  );
}

function SideBySide({ own, member, name }: { own: Own; member: string; name: string }): ReactNode {
  const { data: me } = useQuery(meQuery);
  const form = useQuery(viewAsQuery(own, member));
  const versions = useQuery({
    ...versionsQuery(own.object, me?.member.id),
    enabled: me !== undefined,
  });
  const failed = form.error ?? versions.error;
  if (failed !== null) return <Failed error={failed} />;
  if (form.data === undefined || versions.data === undefined) return <Loading />;
  const entry = versions.data.find(({ version }) => own.version === undefined || version === own.version);
  return (
    <Stack gap="sm">
      <Verdict form={form.data} />
      {form.data.object !== null && entry !== undefined && (
        <Beside own={entry} theirs={form.data.object} form={form.data} name={name} />
      )}
    </Stack>
  );
}

function Verdict({ form }: { form: MemberForm }): ReactNode {
  const { t } = useTranslation('release');
  const reason = useReasons();
  const isUncertain = form.uncertain.length > 0 || form.verdict === 'depends-on-others';
  return (
    <>
      <Group gap="xs">
        <Sign verdict={form.verdict} isSaid />
        <Text size="sm">{form.reasons.map(reason).join(' · ')}</Text>
      </Group>
      {isUncertain && (
        <Alert
          variant="default"
          icon={<IconHelpCircle size={18} aria-hidden />}
          title={t('view-as.uncertain')}
        >
          {t('view-as.uncertain.lead')}
        </Alert>
      )}
      {form.verdict === 'no' && <Text size="sm">{t('view-as.nothing')}</Text>}
    </>
  );
}

function Beside({
  own,
  theirs,
  form,
  name,
}: {
  own: Entry;
  theirs: StixObject;
  form: MemberForm;
  name: string;
}): ReactNode {
  const { t } = useTranslation('release');
  return (
    <div className="release-beside">
      <table aria-label={t('view-as.title', { member: name })}>
        <thead>
          <tr>
            <th scope="col">{t('view-as.property')}</th>
            <th scope="col">{t('view-as.yours')}</th>
            <th scope="col">
              <bdi>{t('view-as.theirs', { member: name })}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('view-as.marking')}</th>
            <td>
              <MarkingLine object={own.object} label={own.label} />
            </td>
            <td>
              <MarkingLine object={theirs} />
              {isMarkingUncertain(form) && <Mark word={t('view-as.marking-uncertain')} color="yellow" />}
            </td>
          </tr>
          {rowsOf(own.object, form).map((row) => (
            <Property key={row.name} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Property({ row: { name, own, theirs, state, isUncertain } }: { row: Row }): ReactNode {
  const { t } = useTranslation('release');
  return (
    <tr className={state === 'same' && !isUncertain ? undefined : 'release-differs'}>
      <th scope="row">
        <PartName selector={name} />
      </th>
      <td>
        <Value selector={name} value={own} />
      </td>
      <td>
        {theirs !== undefined && <Value selector={name} value={theirs} />}
        {state !== 'same' && <Mark word={t(`state.${state}`)} color="orange" />}
        {isUncertain && <Mark word={t('verdict.depends-on-others')} color="yellow" />}
      </td>
    </tr>
  );
}

function Mark({ word, color }: { word: string; color: string }): ReactNode {
  return (
    <Badge color={color} variant="light" tt="none" radius="sm" className="release-mark">
      {word}
    </Badge>
  );
}
