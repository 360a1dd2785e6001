/** Beneath what the words find: whose names are like them, where they read as the name of a person. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidateShown } from '../screening/candidate.tsx';
import { useKept } from '../screening/kept.ts';
import { nobody } from '../screening/person.ts';
import { candidatesQuery } from '../screening/questions.ts';
import { isPersonName } from './person-name.ts';
import { useQuestion } from './question.ts';

/** Milliseconds until the words have settled: what they find is asked for at once, this with leisure. */
const pause = 500;
const most = 8;
const least = 0.3;

/** @param found ids that stand above already */
export function NamesLike({ found }: { found: ReadonlySet<string> }): ReactNode {
  const { question } = useQuestion();
  const { q = '', ...narrowed } = question;
  const [settled] = useDebouncedValue(q, pause);
  // Filters narrow what the words find; names that are like them are not counted by these.
  if (settled !== q || !isPersonName(q) || Object.keys(narrowed).length > 0) return null;
  return (
    <Suspense fallback={null}>
      <Like name={q.trim()} found={found} />
    </Suspense>
  );
}

function Like({ name, found }: { name: string; found: ReadonlySet<string> }): ReactNode {
  const { t } = useTranslation('search');
  const { data } = useQuery(candidatesQuery({ name }, most));
  const like = (data?.candidates ?? []).filter(
    ({ probability, entry }) => probability >= least && !found.has(entry.object.id),
  );
  if (data === undefined || like.length === 0) return null;
  return (
    <section aria-labelledby="names-like" className="names-like">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} id="names-like">
          {t('like')}
        </Title>
        <ScreenButton name={name} />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('like.what')}
      </Text>
      <Stack gap="sm">
        {like.map((candidate) => (
          <CandidateShown key={candidate.entry.object.id} asked={data.asked} candidate={candidate} />
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
