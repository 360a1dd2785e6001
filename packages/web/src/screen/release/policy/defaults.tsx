/** Labels that sources have where nobody says otherwise. */
import { Button, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { Foreign } from '../../../part/foreign.tsx';
import { Failed } from '../../../part/states.tsx';
import { LabelLine } from '../../../part/marking-line.tsx';
import { memberPolicyQuery } from '../label/presets.tsx';
import { DefaultDialog, type Default } from './default-dialog.tsx';

export function Defaults({
  defaults,
  maySet,
}: {
  defaults: Record<string, LabelBody>;
  maySet: boolean;
}): ReactNode {
  const { t } = useTranslation('release');
  const [edited, setEdited] = useState<Default>();
  const sources = Object.entries(defaults).toSorted(([a], [b]) => a.localeCompare(b));
  return (
    <>
      {sources.length === 0 ? (
        <Text size="sm">{t('default.none')}</Text>
      ) : (
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('default.source')}</Table.Th>
              <Table.Th scope="col">{t('maker.title')}</Table.Th>
              {maySet && <Table.Th scope="col">{t('default.acts')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sources.map(([source, label]) => (
              <Table.Tr key={source}>
                <Table.Td>{source === '*' ? t('preset.other-sources') : <Foreign text={source} />}</Table.Td>
                <Table.Td>
                  <LabelLine isOwn label={label} />
                </Table.Td>
                {maySet && (
                  <Table.Td>
                    <Acts source={source} onEdit={() => setEdited({ source, label, isNew: false })} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {maySet && (
        <Group mt="sm">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEdited({ source: '', label: {}, isNew: true })}
          >
            {t('default.add')}
          </Button>
        </Group>
      )}
      {edited !== undefined && <DefaultDialog beginning={edited} onDone={() => setEdited(undefined)} />}
    </>
  );
}

function Acts({ source, onEdit }: { source: string; onEdit: () => void }): ReactNode {
  const { t } = useTranslation('release');
  const questions = useQueryClient();
  const remove = useMutation({
    mutationFn: () => cell.removeDefaultLabel({ source }),
    onSuccess: () => questions.invalidateQueries({ queryKey: memberPolicyQuery.queryKey }),
  });
  return (
    <>
      <Group gap="xs">
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>
          {t('default.change')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('default.remove')}
        </Button>
      </Group>
      {remove.isError && <Failed error={remove.error} />}
    </>
  );
}
