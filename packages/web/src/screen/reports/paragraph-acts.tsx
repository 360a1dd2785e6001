/** What can be done with a paragraph: its own label, its place, taking it out. */
import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { LabelLine } from '../../part/marking-line.tsx';
import { LabelMaker } from '../release/label-maker.tsx';
import type { DraftParagraph } from './draft.ts';
import type { ParagraphProps } from './paragraph-editor.tsx';
import { moved, without } from './paragraphs.ts';

export function ParagraphActs({ number, paragraph, all, onChange, onMoved }: ParagraphProps): ReactNode {
  const { t } = useTranslation('reports');
  const { key, label } = paragraph;
  const mark = (chosen: LabelBody | undefined): void =>
    onChange(all.map((one) => (one.key === key ? { ...one, label: chosen } : one)));
  const move = (by: -1 | 1): void => onMoved({ paragraphs: moved(all, key, by), focus: { key, caret: 0 } });
  return (
    <Group gap={4} className="paragraph-acts">
      <PortionMark number={number} label={label} others={labelsOf(all)} onChange={mark} />
      {label !== undefined && <LabelLine isOwn label={label} />}
      <ActionIcon.Group ms="auto">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('paragraph.up', { number })}
          disabled={number === 1}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('paragraph.down', { number })}
          disabled={number === all.length}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('paragraph.remove', { number })}
          onClick={() => onChange(without(all, key))}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </ActionIcon.Group>
    </Group>
  );
}

/** Every label that a paragraph has, once. */
const labelsOf = (all: readonly DraftParagraph[]): [string, LabelBody][] => [
  ...new Map(
    all.flatMap(({ label }): [string, LabelBody][] =>
      label === undefined ? [] : [[JSON.stringify(label), label]],
    ),
  ),
];

function PortionMark({
  number,
  label,
  others,
  onChange,
}: {
  number: number;
  label: LabelBody | undefined;
  others: [string, LabelBody][];
  onChange: (label: LabelBody | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('reports');
  const [making, setMaking] = useState<LabelBody>();
  const Lock = label === undefined ? IconLockOpen : IconLock;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant={label === undefined ? 'subtle' : 'light'}
            color={label === undefined ? 'gray' : 'petrol'}
            size="compact-xs"
            leftSection={<Lock size={14} aria-hidden />}
            aria-label={t('mark.of', { number })}
          >
            {label === undefined ? t('mark.none') : t('mark.own')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={480}>
          <Menu.Item onClick={() => onChange(undefined)}>{t('mark.as-report')}</Menu.Item>
          {others.map(([key, other]) => (
            <Menu.Item key={key} onClick={() => onChange(other)}>
              <LabelLine isOwn label={other} />
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setMaking(label ?? {})}>{t('mark.make')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <DialogueBox
        opened={making !== undefined}
        onClose={() => setMaking(undefined)}
        title={t('mark.of', { number })}
        size="lg"
      >
        {making !== undefined && (
          <Stack>
            <Text size="sm">{t('mark.hint')}</Text>
            <LabelMaker value={making} onChange={setMaking} />
            <Group justify="flex-end">
              <Button
                onClick={() => {
                  onChange(making);
                  setMaking(undefined);
                }}
              >
                {t('mark.take')}
              </Button>
            </Group>
          </Stack>
        )}
      </DialogueBox>
    </>
  );
}
