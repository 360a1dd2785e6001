/** Data protection: recalls told and made, reviews that are due, and what data subjects ask. */
import { Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { screenOf } from '../../app/files.ts';
import { meQuery } from '../../app/questions.ts';
import { Fetched } from '../../part/fetched.tsx';
import { Head, Loading } from '../../part/states.tsx';
import './protection.css';

const tabs = [
  { name: 'recalls', Part: screenOf(() => import('./recalls.tsx'), 'Recalls') },
  { name: 'own', Part: screenOf(() => import('./own-recalls.tsx'), 'OwnRecalls') },
  { name: 'reviews', Part: screenOf(() => import('./reviews.tsx'), 'Reviews') },
  { name: 'subjects', Part: screenOf(() => import('./subjects.tsx'), 'Subjects') },
] as const;

export function Protection(): ReactNode {
  const { t } = useTranslation('protection');
  const { tab } = useAsked<'tab'>();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  const shown = tabs.find(({ name }) => name === tab) ?? tabs[0];
  return (
    <>
      <Head title={t('title')} lead={t('lead')} />
      {me.narrow ? (
        <Text>{t('narrow')}</Text>
      ) : (
        <Tabs
          value={shown.name}
          onChange={(name) => void navigate({ to: '/protection', search: { tab: name ?? undefined } })}
          keepMounted={false}
        >
          <Tabs.List>
            {tabs.map(({ name }) => (
              <Tabs.Tab key={name} value={name}>
                {t(`tab.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ name, Part }) => (
            <Tabs.Panel key={name} value={name} pt="lg">
              <Fetched>
                <Part />
              </Fetched>
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </>
  );
}
