/** Facts in two columns: what it is called, and what it is. */
import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function Facts({
  title,
  lead,
  facts,
}: {
  title: string;
  lead?: string;
  facts: readonly (readonly [name: string, value: ReactNode])[];
}): ReactNode {
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={2}>{title}</Title>
        {lead !== undefined && (
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
        )}
        <Table variant="vertical" layout="fixed" className="facts">
          <Table.Tbody>
            {facts.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th w="42%" scope="row">
                  {name}
                </Table.Th>
                <Table.Td className="foreign">{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Paper>
  );
}
