/** The graph: records and what joins them, drawn, as a table, and beside them what is chosen. */
import { Button, Paper, useComputedColorScheme } from '@mantine/core';
import { IconDeviceFloppy, IconFolderOpen, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { Failed, Head } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import { Canvas } from './canvas/canvas.tsx';
import type { Drawing } from './canvas/drawing.ts';
import { looksOf } from './canvas/looks.ts';
import { findCommunities } from './canvas/work.ts';
import { Leave } from './part/leave.tsx';
import { SaveGraph } from './part/save-graph.tsx';
import { SavedGraphs } from './part/saved.tsx';
import { Side } from './part/side.tsx';
import { Panel } from './part/panel.tsx';
import { Start } from './part/start.tsx';
import { Full, StatusLine } from './part/status.tsx';
import { GraphTable } from './part/table.tsx';
import { Toolbar } from './part/toolbar.tsx';
import { useWords } from './part/words.ts';
import { useActs, type Told } from './use-acts.ts';
import { useAddress } from './use-address.ts';
import { useGraphState, type GraphState } from './use-graph.ts';
import { keysFor } from './use-keys.ts';
import { useCarried } from './use-carried.ts';
import { useFreshness } from './use-freshness.ts';
import './graph.css';

export function Graph(): ReactNode {
  const state = useGraphState();
  const [drawing, setDrawing] = useState<Drawing>();
  const told = useActs(state, drawing);
  const address = useAddress(state, told);
  const communities = useCommunities(state);
  useFreshness(state);
  useCarried(state);
  useLitInSight(state, drawing);
  const isEmpty = state.picture.nodes.size === 0;
  return (
    <>
      <Acts state={state} told={told} drawing={drawing} opened={address.opened} />
      {told.failure !== undefined && <Failed error={told.failure} />}
      {address.failure !== undefined && <Failed error={address.failure} />}
      {isEmpty && !address.isBusy ? (
        <Paper withBorder p="xl" maw={640}>
          <Start onRecord={address.begin} onMany={address.showMany} />
        </Paper>
      ) : (
        <div className="graph-screen">
          <Side state={state} communities={communities} drawing={drawing} />
          <div className="graph-middle">
            <Full state={state} />
            <Toolbar state={state} told={told} drawing={drawing} />
            <Drawn
              state={state}
              told={told}
              communities={communities}
              onReady={setDrawing}
              drawing={drawing}
            />
            <StatusLine state={state} told={told} />
            <GraphTable state={state} acts={told.acts} />
          </div>
          <Paper withBorder p="md" className="graph-panel" component="section">
            <Panel state={state} acts={told.acts} />
          </Paper>
        </div>
      )}
    </>
  );
}

/** What concerns the whole: more records, saved graphs, saving, taking along. */
function Acts({
  state,
  told,
  drawing,
  opened,
}: {
  state: GraphState;
  told: Told;
  drawing: Drawing | undefined;
  opened: Entry | undefined;
}): ReactNode {
  const { t } = useTranslation('graph');
  const navigate = useNavigate();
  const [open, setOpen] = useState<'add' | 'saved' | 'save'>();
  const close = (): void => setOpen(undefined);
  const isEmpty = state.picture.nodes.size === 0;
  const show = (id: string): void => void navigate({ to: '/graph', search: { view: id } });
  return (
    <Head title={t('title')} lead={isEmpty ? t('lead') : ''}>
      <Button
        variant="default"
        disabled={isEmpty}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpen('add')}
      >
        {t('add')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        onClick={() => setOpen('saved')}
      >
        {t('saved')}
      </Button>
      <Leave state={state} drawing={drawing} />
      <Button
        disabled={isEmpty}
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        onClick={() => setOpen('save')}
      >
        {t('save')}
      </Button>
      <DialogueBox opened={open === 'add'} onClose={close} title={t('add')} size="lg">
        <Start
          onRecord={(entry) => {
            told.acts.add({ entries: [entry], edges: [] });
            state.choose(entry.object.id);
            close();
          }}
          onMany={(found) => {
            told.acts.add(found);
            close();
          }}
        />
      </DialogueBox>
      <SavedGraphs
        isOpen={open === 'saved'}
        onClose={close}
        onOpen={({ object }) => {
          close();
          show(object.id);
        }}
      />
      <SaveGraph
        isOpen={open === 'save'}
        onClose={close}
        picture={state.picture}
        opened={opened}
        onSaved={show}
      />
    </Head>
  );
}

function Drawn({
  state,
  told: { acts },
  communities,
  drawing,
  onReady,
}: {
  state: GraphState;
  told: Told;
  communities: ReadonlyMap<string, number> | undefined;
  drawing: Drawing | undefined;
  onReady: (drawing: Drawing | undefined) => void;
}): ReactNode {
  const words = useWords();
  const scheme = useComputedColorScheme('light');
  const { picture, visible, chosen, lit, ends, choose } = state;
  const looks = useMemo(
    () => looksOf({ picture, visible, communities, lit, chosen, scheme }, words),
    [picture, visible, communities, lit, chosen, scheme, words],
  );
  const marks = useMemo(
    () => ({
      chosen,
      pinned: [...picture.nodes.values()].filter(({ isPinned }) => isPinned).map(({ id }) => id),
      ends: [ends.from, ends.to].filter((id) => id !== undefined),
    }),
    [picture.nodes, chosen, ends],
  );
  return (
    <Canvas
      looks={looks}
      marks={marks}
      onReady={onReady}
      onChoose={choose}
      onExpand={(id) => void acts.expand(id)}
      onPlace={acts.place}
      onKey={keysFor(state, acts, drawing)}
    />
  );
}

/** Found in the background while they are asked for. */
function useCommunities({ picture, visible }: GraphState): ReadonlyMap<string, number> | undefined {
  const [found, setFound] = useState<ReadonlyMap<string, number>>();
  const { isGrouped, nodes, edges } = picture;
  useEffect(() => {
    if (!isGrouped) return undefined;
    const ending = new AbortController();
    findCommunities({ nodes, edges }, visible.nodes, ending.signal, setFound);
    return () => ending.abort();
  }, [isGrouped, nodes, edges, visible]);
  return isGrouped ? found : undefined;
}

/** A path that was found is brought into sight. */
function useLitInSight({ lit, picture }: GraphState, drawing: Drawing | undefined): void {
  const today = useRef({ picture, drawing });
  useEffect(() => {
    today.current = { picture, drawing };
  });
  useEffect(() => {
    const { nodes, edges } = today.current.picture;
    const ends = [...lit]
      .flatMap((id) => edges.get(id) ?? [])
      .flatMap(({ source, target }) => [source, target]);
    today.current.drawing?.fit(ends.flatMap((id) => nodes.get(id) ?? []));
  }, [lit]);
}
