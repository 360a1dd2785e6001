/** Screening: which persons of the view a name may be, one by one or a whole list. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { Head } from '../../part/states.tsx';
import { PersonList } from './list.tsx';
import { OnePerson } from './one.tsx';
import { Review } from './review/review.tsx';
import './screening.css';

const tabs = { one: OnePerson, list: PersonList, review: Review } as const;
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

export function Screening(): ReactNode {
  const { t } = useTranslation('screening');
  const navigate = useNavigate();
  const asked = useAsked<'tab'>();
  const tab = names.find((one) => one === asked.tab) ?? 'one';
  return (
    <>
      <Head title={t('title')} lead={t('lead')} />
      <Tabs
        value={tab}
        onChange={(one) => void navigate({ to: '/screening', search: { tab: one ?? 'one' }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          {names.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((one) => {
          const Shown = tabs[one];
          return (
            <Tabs.Panel key={one} value={one} pt="md">
              <Shown />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </>
  );
}
