/** The fields of what adoption does. */
import { Autocomplete, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { effectKinds, type EffectKind } from '@entente/contract/decision';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { communitiesQuery, membersQuery } from '../../../app/questions.ts';
import { isConcerning, type Written } from './form.ts';

interface Fields {
  written: Written;
  change: (part: Partial<Written>) => void;
}

/** Members and communities to choose from, by name. */
function useChoices(): { members: Choice[]; communities: Choice[] } {
  const { i18n } = useTranslation();
  const { data: members = [] } = useQuery(membersQuery);
  const { data: communities = [] } = useQuery(communitiesQuery);
  const byName = (list: readonly { id: string; name: string }[]): Choice[] =>
    list
      .map(({ id, name }) => ({ value: id, label: name }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  return { members: byName(members.filter(({ departed }) => !departed)), communities: byName(communities) };
}

interface Choice {
  value: string;
  label: string;
}

export function EffectFields({ written, change }: Fields): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <>
      <Select
        label={t('write.kind')}
        allowDeselect={false}
        data={effectKinds.map((kind) => ({ value: kind, label: t(`effect.${kind}`) }))}
        value={written.kind}
        onChange={(kind) => change({ kind: kind as EffectKind })}
      />
      <Parts written={written} change={change} />
    </>
  );
}

function Parts({ written, change }: Fields): ReactNode {
  if (isConcerning(written.kind)) return <MemberField written={written} change={change} />;
  switch (written.kind) {
    case 'roster':
      return <RosterFields written={written} change={change} />;
    case 'admission':
      return <AdmissionFields written={written} change={change} />;
    case 'release':
      return <ReleaseFields written={written} change={change} />;
    default:
      return null;
  }
}

/** The community that a text is put to: one of one's own by name, any other by its id. */
export function CommunityField({ written: { community, kind }, change }: Fields): ReactNode {
  const { t } = useTranslation('decisions');
  const { communities } = useChoices();
  const isNeeded = kind === 'roster';
  const name = communities.find(({ value }) => value === community)?.label ?? community;
  return (
    <Autocomplete
      label={t('write.community')}
      description={isNeeded ? t('write.community.roster') : t('write.community.hint')}
      required={isNeeded}
      data={communities.map(({ label }) => label)}
      value={name}
      onChange={(typed) =>
        change({ community: communities.find(({ label }) => label === typed)?.value ?? typed.trim() })
      }
    />
  );
}

function RosterFields({ written, change }: Fields): ReactNode {
  const { t } = useTranslation('decisions');
  const { members, communities } = useChoices();
  return (
    <>
      <MultiSelect
        searchable
        label={t('write.enter')}
        data={[
          { group: t('write.members'), items: members },
          { group: t('write.communities'), items: communities },
        ]}
        value={written.enter}
        onChange={(enter) => change({ enter })}
      />
      <Select
        label={t('write.from')}
        allowDeselect={false}
        data={(['now', 'start'] as const).map((one) => ({ value: one, label: t(`from.${one}`) }))}
        value={written.from}
        onChange={(from) => change({ from: from === 'start' ? 'start' : 'now' })}
      />
      <TagsInput
        label={t('write.leave')}
        description={t('write.leave.hint')}
        value={written.leave}
        onChange={(leave) => change({ leave })}
      />
    </>
  );
}

function AdmissionFields({ written, change }: Fields): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <>
      <TextInput
        required
        maxLength={200}
        label={t('write.name')}
        value={written.name}
        onChange={({ currentTarget: { value: name } }) => change({ name })}
      />
      <Select
        label={t('write.member-kind')}
        allowDeselect={false}
        data={(['nation', 'organisation'] as const).map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        value={written.memberKind}
        onChange={(one) => change({ memberKind: one === 'organisation' ? 'organisation' : 'nation' })}
      />
      <Select
        label={t('write.standing')}
        allowDeselect={false}
        data={(['full', 'observer'] as const).map((one) => ({ value: one, label: t(`standing.${one}`) }))}
        value={written.standing}
        onChange={(one) => change({ standing: one === 'observer' ? 'observer' : 'full' })}
      />
    </>
  );
}

function MemberField({ written, change }: Fields): ReactNode {
  const { t } = useTranslation('decisions');
  const { members } = useChoices();
  return (
    <Select
      required
      searchable
      label={t('write.member')}
      data={members}
      value={written.member === '' ? null : written.member}
      onChange={(member) => change({ member: member ?? '' })}
    />
  );
}

function ReleaseFields({ written, change }: Fields): ReactNode {
  const { t } = useTranslation('decisions');
  const { members } = useChoices();
  return (
    <>
      <Select
        required
        searchable
        label={t('write.contributor')}
        description={t('write.contributor.hint')}
        data={members}
        value={written.contributor === '' ? null : written.contributor}
        onChange={(contributor) => change({ contributor: contributor ?? '' })}
      />
      <Textarea
        required
        autosize
        minRows={2}
        label={t('write.objects')}
        value={written.objects}
        onChange={({ currentTarget: { value: objects } }) => change({ objects })}
      />
    </>
  );
}

export function InformedField({ written, change }: Fields): ReactNode {
  const { t } = useTranslation('decisions');
  const { members } = useChoices();
  return (
    <MultiSelect
      searchable
      label={t('write.informed')}
      description={t('write.informed.hint')}
      data={members}
      value={written.informed}
      onChange={(informed) => change({ informed })}
    />
  );
}
