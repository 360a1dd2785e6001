/** The acts on the whole graph. */
import { ActionIcon, Button, Group, Popover, Progress, Table, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconLink,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconTopologyStar3,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drawing } from '../canvas/drawing.ts';
import type { Told } from '../use-acts.ts';
import type { GraphState } from '../use-graph.ts';

export function Toolbar({
  state,
  told: { acts, work },
  drawing,
}: {
  state: GraphState;
  told: Told;
  drawing: Drawing | undefined;
}): ReactNode {
  const { t } = useTranslation('graph');
  const isEmpty = state.picture.nodes.size === 0;
  return (
    <Group gap={4} role="toolbar" aria-label={t('toolbar')} className="graph-toolbar">
      <Act word={t('undo')} Picture={IconArrowBackUp} onAct={state.undo} />
      <Act word={t('redo')} Picture={IconArrowForwardUp} onAct={state.redo} />
      <Act
        word={t('lay-out')}
        Picture={IconTopologyStar3}
        onAct={isEmpty ? undefined : () => acts.arrange()}
      />
      <Act word={t('join-up')} Picture={IconLink} onAct={isEmpty ? undefined : () => void acts.joinUp()} />
      <Act word={t('fit')} Picture={IconMaximize} onAct={isEmpty ? undefined : () => acts.fit()} />
      <Act word={t('zoom-in')} Picture={IconPlus} onAct={() => drawing?.zoom(1.5)} />
      <Act word={t('zoom-out')} Picture={IconMinus} onAct={() => drawing?.zoom(1 / 1.5)} />
      <Keys />
      {work !== undefined && (
        <Group gap="xs" ml="auto">
          <Progress value={work.part * 100} w={120} aria-label={t('laying-out')} />
          <Button size="compact-xs" variant="default" onClick={acts.stop}>
            {t('stop')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function Act({
  word,
  Picture,
  onAct,
}: {
  word: string;
  Picture: Icon;
  onAct: (() => void) | undefined;
}): ReactNode {
  return (
    <Tooltip label={word}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={word}
        disabled={onAct === undefined}
        onClick={onAct}
      >
        <Picture size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

const keys = [
  ['← ↑ → ↓', 'key.arrows'],
  ['Enter', 'key.enter'],
  ['C', 'key.c'],
  ['P', 'key.p'],
  ['Delete', 'key.delete'],
  ['Shift + ← ↑ → ↓', 'key.shift'],
  ['S, E', 'key.ends'],
  ['O', 'key.o'],
  ['L', 'key.l'],
  ['F', 'key.f'],
  ['+ −', 'key.zoom'],
  ['G', 'key.g'],
  ['Ctrl Z, Ctrl Y', 'key.undo'],
] as const;

function Keys(): ReactNode {
  const { t } = useTranslation('graph');
  return (
    <Popover position="bottom" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('keys')}>
          <IconKeyboard size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('keys')}>
        <Text size="sm" mb="xs">
          {t('keys.lead')}
        </Text>
        <Table aria-label={t('keys')} tabIndex={0}>
          <Table.Tbody>
            {keys.map(([key, word]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row">
                  <kbd>{key}</kbd>
                </Table.Th>
                <Table.Td>{t(word)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
