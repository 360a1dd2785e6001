/** Who opened what the member contributed of a record; nothing for accounts that see less than their member. */
import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';
import { OpenedBy } from '../../part/opened-by.tsx';

export function Opened({ id }: { id: string }): ReactNode {
  const { data: me } = useQuery(meQuery);
  const { data } = useQuery({
    queryKey: [ofView, 'openings', id],
    queryFn: () => cell.objectOpenings({ id }),
    enabled: me?.narrow === false,
  });
  if (data === undefined) return null;
  return (
    <Box mb="sm">
      <OpenedBy {...data} />
    </Box>
  );
}
