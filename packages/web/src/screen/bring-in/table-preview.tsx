/** The first rows of a table as the records that they become, with what is wrong with them by line. */
import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { useTimes } from '../../part/time.ts';
import { kindOf, wordForRelationship } from '../../record/kind.ts';
import { detailsOf, namesOf, recordsIn, textIn, titleOf, type StixObject } from '../../record/object.ts';
import { wordForCode } from '../record/value/words.ts';
import { FaultLine } from './table-faults.tsx';
import type { Sample } from './table-step.tsx';
import { Conversion, type Converted } from './table/convert.ts';
import type { Mapping } from './table/mapping.ts';

export function TablePreview({
  sample,
  mapping,
  member,
}: {
  sample: Sample;
  mapping: Mapping;
  member: string;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const rows = useMemo(() => {
    const conversion = new Conversion(member, mapping, sample.headers);
    return sample.rows.map((row) => conversion.convert(row));
  }, [sample, mapping, member]);
  return (
    <div>
      <Title order={3}>{t('preview')}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('preview.why')}
      </Text>
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>{t('problem.line')}</Table.Th>
              <Table.Th>{t('preview.record')}</Table.Th>
              <Table.Th>{t('preview.beside')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td valign="top">{times.number(row.line)}</Table.Td>
                <Table.Td valign="top">
                  <Stack gap={2}>
                    <Subject row={row} />
                    {row.problems.map((problem) => (
                      <FaultLine key={`${problem.fault} ${problem.text ?? ''}`} problem={problem} />
                    ))}
                  </Stack>
                </Table.Td>
                <Table.Td valign="top">
                  <Beside row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function Subject({ row: { objects, subject } }: { row: Converted }): ReactNode {
  const { t, i18n } = useTranslation('stix');
  const object = objects.find(({ id }) => id === subject);
  if (object === undefined) return null;
  const others = namesOf(object)
    .slice(1)
    .map(({ text }) => text);
  const said = saidOf(object, i18n.language);
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <KindIcon object={object} />
      <div>
        <Text fw={600} component="div">
          <Foreign text={titleOf(object) === '' ? kindOf(object, t) : titleOf(object)} />
        </Text>
        {[...others, ...said].map((text) => (
          <Text key={text} size="sm" c="dimmed" component="div">
            <Foreign text={text} />
          </Text>
        ))}
      </div>
    </Group>
  );
}

/** Dates, nationalities and numbers of documents, as they stand in the record. */
function saidOf(object: StixObject, language: string): string[] {
  const details = detailsOf(object);
  const dates = recordsIn(details, 'birth_dates').map(
    (date) => textIn(date, 'text') ?? textIn(date, 'date') ?? '',
  );
  const nationalities = recordsIn(details, 'nationalities').map((one) => {
    const code = textIn(one, 'code');
    return code === undefined ? (textIn(one, 'text') ?? '') : wordForCode(code, 'region', language);
  });
  const documents = recordsIn(details, 'documents').map((one) => textIn(one, 'number') ?? '');
  const said = [...dates, ...nationalities, ...documents].filter((text) => text !== '');
  return said.length === 0 ? [] : [said.join(' · ')];
}

function Beside({ row: { objects, subject } }: { row: Converted }): ReactNode {
  const { t } = useTranslation('stix');
  return objects
    .filter(({ id }) => id !== subject)
    .map((object) => {
      const relationship = textIn(object, 'relationship_type');
      const title = relationship === undefined ? titleOf(object) : wordForRelationship(relationship, t);
      return (
        <Group key={object.id} gap={6} wrap="nowrap">
          <KindIcon object={object} size={14} />
          <Text size="sm" component="div">
            {title === '' ? kindOf(object, t) : <Foreign text={title} />}
          </Text>
        </Group>
      );
    });
}
