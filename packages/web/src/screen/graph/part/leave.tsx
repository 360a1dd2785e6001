/** Taking the graph along: as a picture, or as STIX; each says whose view it is. */
import { Button, Menu, useComputedColorScheme } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { accountQuery, meQuery } from '../../../app/questions.ts';
import { useConditions } from '../../../part/marking-line.tsx';
import { Failed } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { markingOf } from '../../../record/marking.ts';
import type { Entry } from '../../../record/object.ts';
import type { Drawing } from '../canvas/drawing.ts';
import { bundleOf, type Stamp } from '../save/bundle.ts';
import { download, pictureOf } from '../save/export.ts';
import { jointMarking } from '../save/joint-marking.ts';
import type { GraphState } from '../use-graph.ts';

export function Leave({ state, drawing }: { state: GraphState; drawing: Drawing | undefined }): ReactNode {
  const { t } = useTranslation('graph');
  const scheme = useComputedColorScheme('light');
  const entries = useShownEntries(state);
  const objects = entries.map(({ object }) => object);
  const stamp = useStamp(entries);
  const [failure, setFailure] = useState<unknown>();
  const save = async (kind: 'png' | 'json'): Promise<void> => {
    try {
      setFailure(undefined);
      const now = stamp();
      const name = `graph-${now.at.slice(0, 19).replaceAll(':', '')}.${kind}`;
      if (kind === 'json') download(new Blob([bundleOf(objects, now)], { type: 'application/json' }), name);
      else if (drawing !== undefined) download(await pictureOf(drawing.sigma, now, scheme), name);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            disabled={objects.length === 0}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('leave')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('png')}>{t('leave.picture')}</Menu.Item>
          <Menu.Item onClick={() => void save('json')}>{t('leave.stix')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {failure !== undefined && <Failed error={failure} />}
    </>
  );
}

/** What is shown, each object once. */
function useShownEntries({ picture, visible }: GraphState): Entry[] {
  const shown = new Map<string, Entry>();
  for (const id of visible.nodes) {
    const entry = picture.nodes.get(id)?.entry;
    if (entry !== undefined) shown.set(id, entry);
  }
  for (const id of visible.edges) {
    const entry = picture.edges.get(id)?.entry;
    if (entry !== undefined) shown.set(entry.object.id, entry);
  }
  return [...shown.values()];
}

function useStamp(entries: readonly Entry[]): () => Stamp {
  const { t } = useTranslation('graph');
  const conditions = useConditions();
  const times = useTimes();
  const { data: me } = useQuery(meQuery);
  const { data: account } = useQuery(accountQuery);
  return () => {
    const at = new Date().toISOString();
    const joint = jointMarking(entries.map(({ object, label }) => markingOf(object, label)));
    const marking = [...joint.handling, ...conditions(joint)].join(' · ');
    const named = { member: me?.member.name ?? '', account: account?.name ?? '' };
    return { at, marking, view: t('stamp', { ...named, time: times.moment(at) }) };
  };
}
