/** How a table is read, and which of its columns says what. */
import { Group, Select, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { RememberedMappings } from './table-remembered.tsx';
import type { Sample } from './table-step.tsx';
import { dateOrders, type DateOrder } from './table/date.ts';
import { delimiters, encodings, type Delimiter, type Encoding } from './table/encoding.ts';
import { fieldsOf, subjects, type Field, type Subject } from './table/field.ts';
import { withSubject, type Mapping } from './table/mapping.ts';
import type { Reading } from './table/read.ts';

interface Given {
  reading: Reading;
  onReading: (change: Partial<Reading>) => void;
  account: string;
  sample: Sample;
  mapping: Mapping;
  /** Under which it is remembered. */
  name: string | undefined;
  onMapping: (mapping: Mapping, name: string | undefined) => void;
}

export function TableForm(given: Given): ReactNode {
  const { account, sample, mapping, name, onMapping } = given;
  return (
    <Stack gap="lg">
      <HowRead {...given} />
      <RememberedMappings
        account={account}
        headers={sample.headers}
        mapping={mapping}
        name={name}
        onMapping={onMapping}
      />
      <Columns {...given} />
    </Stack>
  );
}

/** What explains stands beneath, so that the fields of a row are level. */
const below: ('label' | 'input' | 'description')[] = ['label', 'input', 'description'];
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

function HowRead({ reading, onReading, sample, mapping, name, onMapping }: Given): ReactNode {
  const { t } = useTranslation('bring-in');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
      <TextInput
        label={t('list')}
        inputWrapperOrder={below}
        description={t('list.why')}
        value={mapping.list}
        maxLength={200}
        onChange={({ currentTarget: { value } }) => onMapping({ ...mapping, list: value }, name)}
      />
      <Select
        label={t('subject')}
        inputWrapperOrder={below}
        description={t('subject.why')}
        allowDeselect={false}
        data={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
        value={mapping.subject}
        onChange={(value) => onMapping(withSubject(mapping, value as Subject, sample.headers), undefined)}
      />
      <Select
        label={t('key')}
        inputWrapperOrder={below}
        description={t('key.why')}
        clearable
        placeholder={t('key.none')}
        data={sample.headers}
        value={mapping.key ?? null}
        onChange={(value) => onMapping({ ...mapping, key: value ?? undefined }, name)}
      />
      <Select
        label={t('encoding')}
        inputWrapperOrder={below}
        description={t('found-by-itself')}
        allowDeselect={false}
        data={encodings.map((value) => ({ value, label: t(`encoding.${value}`) }))}
        value={reading.encoding}
        onChange={(value) => onReading({ encoding: value as Encoding })}
      />
      <Select
        label={t('delimiter')}
        inputWrapperOrder={below}
        description={t('found-by-itself')}
        allowDeselect={false}
        data={delimiters.map((value) => ({ value, label: t(`delimiter.${delimiterNames[value]}`) }))}
        value={reading.delimiter}
        onChange={(value) => onReading({ delimiter: value as Delimiter })}
      />
      <Select
        label={t('dates')}
        inputWrapperOrder={below}
        description={t('dates.why')}
        allowDeselect={false}
        data={dateOrders.map((value) => ({ value, label: t(`dates.${value}`) }))}
        value={mapping.dateOrder}
        onChange={(value) => onMapping({ ...mapping, dateOrder: value as DateOrder }, name)}
      />
    </SimpleGrid>
  );
}

function Columns({ sample, mapping, name, onMapping }: Given): ReactNode {
  const { t } = useTranslation('bring-in');
  const fields = fieldsOf[mapping.subject].map((value) => ({ value, label: t(`field.${value}`) }));
  const choose = (header: string, field: string | null): void => {
    const { [header]: _before, ...others } = mapping.columns;
    onMapping(
      { ...mapping, columns: field === null ? others : { ...others, [header]: field as Field } },
      name,
    );
  };
  return (
    <div>
      <Title order={3}>{t('columns')}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('columns.why')}
      </Text>
      <Table verticalSpacing={6} className="table-columns">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.header')}</Table.Th>
            <Table.Th>{t('column.example')}</Table.Th>
            <Table.Th>{t('column.field')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sample.headers.map((header, index) => (
            <Table.Tr key={header}>
              <Table.Td fw={600}>
                <Foreign text={header} />
              </Table.Td>
              <Table.Td>
                <Examples sample={sample} index={index} />
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={t('column.field-of', { header })}
                  placeholder={t('column.none')}
                  data={fields}
                  value={mapping.columns[header] ?? null}
                  clearable
                  clearButtonProps={{ 'aria-label': t('column.clear', { header }) }}
                  searchable
                  onChange={(field) => choose(header, field)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const longest = 60;

/** The first values that stand in a column. */
function Examples({ sample: { rows }, index }: { sample: Sample; index: number }): ReactNode {
  const values = [...new Set(rows.map(({ cells }) => cells[index]?.trim() ?? ''))]
    .filter((value) => value !== '')
    .slice(0, 3);
  return (
    <Group gap={12}>
      {values.map((value) => (
        <Text key={value} size="sm" c="dimmed" span>
          <Foreign text={value.length > longest ? `${value.slice(0, longest)}…` : value} />
        </Text>
      ))}
    </Group>
  );
}
