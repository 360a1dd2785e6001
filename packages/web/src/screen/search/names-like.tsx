/** Beneath what the words find: whose names are like them, where they read as the name of a person. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPerson, Candidate } from '@entente/contract/screening';
import { Failed } from '../../part/states.tsx';
import { CandidateShown } from '../screening/candidate.tsx';
import { useKept } from '../screening/kept.ts';
import { nobody } from '../screening/person.ts';
import { useQuestion } from './question.ts';
import { useNamesLike } from './use-names-like.ts';

/** @param found ids that stand above already */
export function NamesLike({ found }: { found: ReadonlySet<string> }): ReactNode {
  const { question } = useQuestion();
  const { q = '', ...narrowed } = question;
  // Filters narrow what the words find; names that are like them are not counted by these.
  const isNarrowed = Object.keys(narrowed).length > 0;
  const { asked, like, error } = useNamesLike(q, isNarrowed ? undefined : found);
  if (error !== null) return <Failed error={error} />;
  if (like.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Like asked={asked} like={like} />
    </Suspense>
  );
}

function Like({ asked, like }: { asked: AskedPerson; like: readonly Candidate[] }): ReactNode {
  const { t } = useTranslation('search');
  return (
    <section aria-labelledby="names-like" className="names-like">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} id="names-like">
          {t('like')}
        </Title>
        <ScreenButton name={asked.name} />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('like.what')}
      </Text>
      <Stack gap="sm">
        {like.map((candidate) => (
          <CandidateShown key={candidate.entry.object.id} asked={asked} candidate={candidate} />
        ))}
      </Stack>
    </section>
  );
}

/** To the screen where more can be said of the person. */
function ScreenButton({ name }: { name: string }): ReactNode {
  const { t } = useTranslation('search');
  const [, keep] = useKept('person', nobody);
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconUserSearch size={14} aria-hidden />}
      onClick={() => keep({ ...nobody, name })}
      renderRoot={(props) => <Link {...props} to="/screening" />}
    >
      {t('like.more')}
    </Button>
  );
}
