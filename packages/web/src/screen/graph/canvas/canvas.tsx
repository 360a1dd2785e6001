/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- it takes keys as one widget (ARIA, application); the table beside says the same */
/** The drawing in the page: what the hand does on it, by pointer and by keys. */
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../picture/placing.ts';
import { Drawing, type Looks, type Marks } from './drawing.ts';

export interface CanvasActs {
  onChoose: (id: string | undefined) => void;
  onExpand: (id: string) => void;
  onPlace: (id: string, place: Place) => void;
  onKey: (event: KeyboardEvent) => void;
}

interface CanvasProps extends CanvasActs {
  looks: Looks;
  marks: Marks;
  onReady: (drawing: Drawing | undefined) => void;
}

export function Canvas({ looks, marks, onReady, onKey, ...acts }: CanvasProps): ReactNode {
  const { t } = useTranslation('graph');
  const explanation = useId();
  const container = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(container, acts, onReady);
  useEffect(() => drawing?.show(looks), [drawing, looks]);
  useEffect(() => drawing?.mark(marks), [drawing, marks]);
  return (
    <>
      <div
        ref={container}
        className="graph-canvas"
        role="application"
        tabIndex={0}
        aria-label={t('canvas')}
        aria-describedby={explanation}
        onKeyDown={onKey}
      />
      <span id={explanation} hidden>
        {t('canvas.keys')}
      </span>
    </>
  );
}

/** The drawing, made once for the container; it always calls the acts of today. */
function useDrawing(
  container: { readonly current: HTMLDivElement | null },
  acts: Omit<CanvasActs, 'onKey'>,
  onReady: (drawing: Drawing | undefined) => void,
): Drawing | undefined {
  const scheme = useComputedColorScheme('light');
  const [drawing, setDrawing] = useState<Drawing>();
  const today = useRef({ acts, onReady, scheme });
  useEffect(() => {
    today.current = { acts, onReady, scheme };
  });
  useEffect(() => {
    if (container.current === null) return undefined;
    const made = new Drawing(container.current, today.current.scheme);
    listen(made, {
      onChoose: (id) => today.current.acts.onChoose(id),
      onExpand: (id) => today.current.acts.onExpand(id),
      onPlace: (id, place) => today.current.acts.onPlace(id, place),
    });
    setDrawing(made);
    today.current.onReady(made);
    return () => {
      made.end();
      setDrawing(undefined);
    };
  }, [container]);
  useEffect(() => drawing?.colour(scheme), [drawing, scheme]);
  return drawing;
}

function listen(drawing: Drawing, { onChoose, onExpand, onPlace }: Omit<CanvasActs, 'onKey'>): void {
  const { sigma } = drawing;
  let held: string | undefined;
  let place: Place | undefined;
  sigma.on('clickNode', ({ node }) => onChoose(node));
  sigma.on('clickEdge', ({ edge }) => onChoose(edge));
  sigma.on('clickStage', () => onChoose(undefined));
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    onExpand(event.node);
  });
  sigma.on('downNode', ({ node }) => {
    held = node;
    place = undefined;
  });
  sigma.on('moveBody', ({ event }) => {
    if (held === undefined) return;
    place = sigma.viewportToGraph(event);
    drawing.place(new Map([[held, place]]));
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const letGo = (): void => {
    if (held !== undefined && place !== undefined) onPlace(held, place);
    held = undefined;
    place = undefined;
  };
  sigma.on('upNode', letGo);
  sigma.on('upStage', letGo);
  sigma.on('leaveStage', letGo);
}
