/** The searches that this account keeps, each with what came since it was opened. */
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Popover,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearchBody } from '@entente/contract/saved-search';
import { cell } from '../../app/cell.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import {
  isSameQuestion,
  questionIn,
  savedQuery,
  unnarrowed,
  useQuestion,
  type Question,
} from './question.ts';

/** A saved search that was opened: what came after `since` is new in it. */
export interface Opened {
  question: Question;
  since: string;
}

/** Acts on the kept searches, after which they are asked for again. */
function useKept<Input>(act: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: savedQuery.queryKey }),
  });
}

export function Saved({ onOpen }: { onOpen: (opened: Opened) => void }): ReactNode {
  const { t } = useTranslation('search');
  const saved = useQuery(savedQuery);
  return (
    <section aria-labelledby="saved">
      <Text id="saved" component="h2" size="sm" fw={650} mb={6}>
        {t('saved')}
      </Text>
      {saved.isPending && <Loading />}
      {saved.isError && <Failed error={saved.error} onRetry={() => void saved.refetch()} />}
      {saved.data?.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('saved.none')}
        </Text>
      )}
      <ul className="saved">
        {saved.data?.map((one) => (
          <SavedOne key={one.id} saved={one} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function SavedOne({
  saved,
  onOpen,
}: {
  saved: SavedSearchBody;
  onOpen: (opened: Opened) => void;
}): ReactNode {
  const { t } = useTranslation('search');
  const { question, ask } = useQuestion();
  const look = useKept((id: string) => cell.openSearch({ id }));
  const open = (): void => {
    const kept = questionIn(saved.query as Question);
    ask({ q: '', ...unnarrowed, ...kept });
    onOpen({ question: kept, since: saved.opened });
    look.mutate(saved.id);
  };
  return (
    <li>
      <UnstyledButton
        className="saved-open"
        aria-current={isSameQuestion(saved.query, question)}
        onClick={open}
      >
        <bdi>{saved.name}</bdi>
        <News saved={saved} />
      </UnstyledButton>
      <Remove saved={saved} label={t('saved.remove', { name: saved.name })} />
    </li>
  );
}

function News({ saved: { news, more } }: { saved: SavedSearchBody }): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  if (news === 0) return null;
  const number = times.number(news);
  return (
    <Badge size="sm" variant="filled" tt="none">
      {more ? t('saved.news.more', { number }) : t('saved.news', { count: news, number })}
    </Badge>
  );
}

function Remove({ saved, label }: { saved: SavedSearchBody; label: string }): ReactNode {
  const { t } = useTranslation('search');
  const [isAsking, setAsking] = useState(false);
  const remove = useKept((id: string) => cell.removeSearch({ id }));
  return (
    <Popover opened={isAsking} onChange={setAsking} trapFocus withinPortal position="bottom-end">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={label}
          onClick={() => setAsking(!isAsking)}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Group gap="xs">
          <Text size="sm">{t('saved.remove.ask')}</Text>
          <Button
            size="compact-sm"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(saved.id)}
          >
            {t('saved.remove.yes')}
          </Button>
        </Group>
        {remove.isError && <Failed error={remove.error} />}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Keeps the question that stands there, under a name. */
export function SaveButton({ onSaved }: { onSaved: (opened: Opened) => void }): ReactNode {
  const { t } = useTranslation('search');
  const { question } = useQuestion();
  const { data: kept = [] } = useQuery(savedQuery);
  const [isOpen, setOpen] = useState(false);
  const isKept = kept.some(({ query }) => isSameQuestion(query, question));
  if (Object.keys(question).length === 0 || isKept) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus withinPortal position="bottom-end" width={300}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('save')}>
        <SaveForm
          question={question}
          onDone={() => {
            setOpen(false);
            onSaved({ question, since: new Date().toISOString() });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function SaveForm({ question, onDone }: { question: Question; onDone: () => void }): ReactNode {
  const { t } = useTranslation('search');
  const { t: common } = useTranslation();
  const [name, setName] = useState(question.q ?? '');
  const save = useKept((given: string) => cell.saveSearch({ name: given, query: question }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate(name.trim(), { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          data-autofocus
          required
          maxLength={100}
          label={t('save.name')}
          description={t('save.hint')}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        {save.isError && <Failed error={save.error} />}
        <Button type="submit" size="xs" loading={save.isPending} disabled={name.trim() === ''}>
          {common('save')}
        </Button>
      </Stack>
    </form>
  );
}
