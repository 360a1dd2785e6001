/** By when the member looks at records about persons again; administrators set it. */
import {
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectCategories, type ReviewRuleBody } from '@entente/contract/review';
import { cell } from '../../app/cell.ts';
import { meQuery, questions } from '../../app/questions.ts';
import { Confirm } from '../../part/confirm.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { rulesQuery } from './questions.ts';

type Category = ReviewRuleBody['category'];

const refresh = (): Promise<void> => questions.invalidateQueries({ queryKey: rulesQuery.queryKey });

/** What a category is called. */
function useCategories(): (category: Category) => string {
  const { t } = useTranslation('protection');
  return (category) => (category === '*' ? t('rules.any') : t(`category.${category}`));
}

export function Rules(): ReactNode {
  const { t } = useTranslation('protection');
  const { data: me } = useQuery(meQuery);
  const found = useQuery(rulesQuery);
  const isAdministrator = me?.roles.includes('administrator') === true;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="rules">
      <Stack gap="xs" className="in-order">
        <Title order={2} id="rules">
          {t('rules')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('rules.lead')}
        </Text>
        {found.isPending && <Loading />}
        {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.items.length === 0 && <Text size="sm">{t('rules.none')}</Text>}
        {found.data !== undefined && found.data.items.length > 0 && (
          <RuleTable items={found.data.items} mayChange={isAdministrator} />
        )}
        {isAdministrator && <SetRule />}
      </Stack>
    </Paper>
  );
}

function RuleTable({
  items,
  mayChange,
}: {
  items: readonly ReviewRuleBody[];
  mayChange: boolean;
}): ReactNode {
  const { t } = useTranslation('protection');
  const nameOf = useCategories();
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table className="care-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rules.category')}</Table.Th>
            <Table.Th>{t('rules.purpose')}</Table.Th>
            <Table.Th>{t('rules.months')}</Table.Th>
            <Table.Th>{t('rules.grace')}</Table.Th>
            {mayChange && <Table.Th aria-label={t('rules.remove')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ category, purpose, months, graceDays }) => (
            <Table.Tr key={`${category} ${purpose}`}>
              <Table.Td>{nameOf(category)}</Table.Td>
              <Table.Td>{purpose === '*' ? t('rules.any') : <Foreign text={purpose} />}</Table.Td>
              <Table.Td>{months}</Table.Td>
              <Table.Td>{graceDays}</Table.Td>
              {mayChange && (
                <Table.Td>
                  <Confirm
                    act={t('rules.remove')}
                    says={t('rules.remove.says')}
                    onAct={async () => {
                      await cell.removeReviewRule({ category, purpose });
                      await refresh();
                    }}
                  />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function SetRule(): ReactNode {
  const { t } = useTranslation('protection');
  const nameOf = useCategories();
  const [category, setCategory] = useState<Category>('*');
  const [purpose, setPurpose] = useState('');
  const [months, setMonths] = useState<number | string>(12);
  const [graceDays, setGraceDays] = useState<number | string>(30);
  const doing = useMutation({
    mutationFn: () =>
      cell.setReviewRule({
        category,
        purpose: purpose.trim() === '' ? '*' : purpose.trim(),
        months: Number(months),
        graceDays: Number(graceDays),
      }),
    onSuccess: refresh,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        doing.mutate();
      }}
    >
      <Group align="flex-end" gap="sm">
        <Select
          label={t('rules.category')}
          value={category}
          allowDeselect={false}
          onChange={(value) => setCategory(value ?? '*')}
          data={subjectCategories.map((value) => ({ value, label: nameOf(value) }))}
        />
        <TextInput
          label={t('rules.purpose')}
          placeholder={t('rules.any')}
          value={purpose}
          maxLength={200}
          onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
        />
        <NumberInput
          label={t('rules.months')}
          min={1}
          max={240}
          w={200}
          value={months}
          onChange={setMonths}
        />
        <NumberInput
          label={t('rules.grace')}
          min={0}
          max={366}
          w={130}
          value={graceDays}
          onChange={setGraceDays}
        />
        <Button type="submit" variant="default" loading={doing.isPending}>
          {t('rules.add')}
        </Button>
      </Group>
      {doing.isError && <Failed error={doing.error} />}
    </form>
  );
}
