/** The button below a list that is not all there yet. */
import { Button, Center } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

export function More({
  of: { hasNextPage, isFetchingNextPage, fetchNextPage },
  word,
  isSmall = false,
}: {
  of: Paged;
  /** What it is called, where that is not simply more. */
  word?: string;
  isSmall?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <Center {...(isSmall ? { pt: 'sm' } : { py: 'md' })}>
      <Button
        {...(isSmall && { size: 'xs' })}
        variant="default"
        loading={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {word ?? t('more')}
      </Button>
    </Center>
  );
}
