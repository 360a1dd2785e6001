/** Taking the graph along: as a picture, or as STIX; each says whose view it is. */
import { Button, Menu, useComputedColorScheme } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { accountQuery, meQuery } from '../../../app/questions.ts';
import { conditionsOf } from '../../../part/marking-line.tsx';
import { useNames } from '../../../part/names.ts';
import { Failed } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { markingOf } from '../../../record/marking.ts';
import type { StixObject } from '../../../record/object.ts';
import type { Drawing } from '../canvas/drawing.ts';
import { bundleOf, type Stamp } from '../save/bundle.ts';
import { download, pictureOf } from '../save/export.ts';
import { jointMarking } from '../save/joint-marking.ts';
import type { GraphState } from '../use-graph.ts';

export function Leave({ state, drawing }: { state: GraphState; drawing: Drawing | undefined }): ReactNode {
  const { t } = useTranslation('graph');
  const scheme = useComputedColorScheme('light');
  const objects = useShownObjects(state);
  const stamp = useStamp(objects);
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
function useShownObjects({ picture, visible }: GraphState): StixObject[] {
  const shown = new Map<string, StixObject>();
  for (const id of visible.nodes) {
    const object = picture.nodes.get(id)?.entry.object;
    if (object !== undefined) shown.set(id, object);
  }
  for (const id of visible.edges) {
    const object = picture.edges.get(id)?.entry.object;
    if (object !== undefined) shown.set(object.id, object);
  }
  return [...shown.values()];
}

function useStamp(objects: readonly StixObject[]): () => Stamp {
  const { t } = useTranslation('graph');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const { data: me } = useQuery(meQuery);
  const { data: account } = useQuery(accountQuery);
  return () => {
    const at = new Date().toISOString();
    const joint = jointMarking(objects.map((object) => markingOf(object)));
    const marking = [...joint.handling, ...conditionsOf(joint, common, names, times)].join(' · ');
    const named = { member: me?.member.name ?? '', account: account?.name ?? '' };
    return { at, marking, view: t('stamp', { ...named, time: times.moment(at) }) };
  };
}
