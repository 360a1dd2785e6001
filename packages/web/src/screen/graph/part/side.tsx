/** Beside the drawing: what its colours mean, what is shown of it, and paths. */
import { Accordion } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drawing } from '../canvas/drawing.ts';
import type { GraphState } from '../use-graph.ts';
import { Filters, Legend } from './filters.tsx';
import { PathFinder } from './path-finder.tsx';

/** Where side, drawing and panel stand one below the other (graph.css), the drawing comes first to hand. */
const stacked = '(max-width: 1200px)';

export function Side({
  state,
  communities,
  drawing,
}: {
  state: GraphState;
  communities: ReadonlyMap<string, number> | undefined;
  drawing: Drawing | undefined;
}): ReactNode {
  const { t } = useTranslation('graph');
  const { picture } = state;
  const [open, setOpen] = useState(() => (matchMedia(stacked).matches ? [] : ['legend', 'filters', 'path']));
  const look = (ids: string[]): void => drawing?.fit(ids.flatMap((id) => picture.nodes.get(id) ?? []));
  return (
    <Accordion multiple value={open} onChange={setOpen} variant="contained" className="graph-side">
      <Accordion.Item value="legend">
        <Accordion.Control>{t('legend')}</Accordion.Control>
        <Accordion.Panel>
          <Legend state={state} communities={communities} onLook={look} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="path">
        <Accordion.Control>{t('path')}</Accordion.Control>
        <Accordion.Panel>
          <PathFinder state={state} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="filters">
        <Accordion.Control>{t('filters')}</Accordion.Control>
        <Accordion.Panel>
          <Filters state={state} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
