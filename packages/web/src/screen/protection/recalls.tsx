/** Recalls told to the member: what was taken, what rests on it, and the acknowledgement. */
import { Button, Group, Modal, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recall } from '@entente/contract/recall';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView, questions } from '../../app/questions.ts';
import { Listed } from '../../part/listed.tsx';
import { LongList } from '../../part/long-list.tsx';
import { useNames } from '../../part/names.ts';
import { Empty, Failed } from '../../part/states.tsx';
import { ForeignText } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { recallsQuery } from './questions.ts';
import { Taken } from './taken.tsx';

type State = 'open' | 'acknowledged';

export function Recalls(): ReactNode {
  const { t } = useTranslation('protection');
  const [state, setState] = useState<State>('open');
  const list = useInfiniteQuery(recallsQuery(state));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('recalls.lead')}
      </Text>
      <SegmentedControl
        aria-label={t('state')}
        value={state}
        onChange={(value) => setState(value)}
        data={[
          { value: 'open', label: t('state.open') },
          { value: 'acknowledged', label: t('state.acknowledged') },
        ]}
        className="care-start"
      />
      <Listed list={list} none={<Empty title={t(`recalls.none.${state}`)} next={t('recalls.none.next')} />}>
        {(items, onEnd) => (
          <LongList
            label={t(`state.${state}`)}
            items={items}
            keyOf={({ id }) => id}
            height={120}
            row={(one) => <RecallRow recall={one} />}
            onEnd={onEnd}
          />
        )}
      </Listed>
    </Stack>
  );
}

function RecallRow({ recall }: { recall: Recall }): ReactNode {
  const { t } = useTranslation('protection');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const { data: me } = useQuery(meQuery);
  const mayAnswer = me?.roles.some((role) => role === 'release-officer' || role === 'analyst') === true;
  const member = names(recall.contributor) ?? common('members.unknown');
  return (
    <Paper withBorder p="md" mb="md">
      <div className="care-row">
        <div className="care-main">
          <Text fw={600}>{t('recalls.objects', { count: recall.total })}</Text>
          <Text size="sm" c="dimmed">
            {t('recalls.by', { member, day: times.day(recall.at) })}
          </Text>
        </div>
        {recall.acknowledged === null ? (
          mayAnswer && <Acknowledge id={recall.id} />
        ) : (
          <Text size="sm">{t('recalls.done', { day: times.day(recall.acknowledged) })}</Text>
        )}
      </div>
      {recall.words !== null && <ForeignText text={recall.words} />}
      <Taken id={recall.id} />
    </Paper>
  );
}

function Acknowledge({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('protection');
  const { t: common } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [words, setWords] = useState('');
  const doing = useMutation({
    mutationFn: () => cell.acknowledgeRecall({ id, ...(words.trim() === '' ? {} : { words }) }),
    onSuccess: async () => {
      close();
      await questions.invalidateQueries({ queryKey: [ofView, 'recalls'] });
    },
  });
  const act = t('recalls.acknowledge');
  return (
    <>
      <Button size="compact-md" onClick={open}>
        {act}
      </Button>
      <Modal opened={isOpen} onClose={close} title={act} closeButtonProps={{ 'aria-label': common('close') }}>
        <Stack>
          <Text size="sm">{t('recalls.acknowledge.says')}</Text>
          <Textarea
            label={t('recalls.words')}
            description={t('recalls.words.hint')}
            autosize
            minRows={2}
            maxLength={2000}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          {doing.isError && <Failed error={doing.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button loading={doing.isPending} onClick={() => doing.mutate()}>
              {act}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
