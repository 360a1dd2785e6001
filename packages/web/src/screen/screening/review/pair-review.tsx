/** The pair before one, what may be said of it, and the keys for it. */
import { Button, Group, Kbd, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelBody } from '@entente/contract/label';
import { objectQuery } from '../../../app/questions.ts';
import { Empty, Failed } from '../../../part/states.tsx';
import { useKeysWithin } from '../../../part/use-keys-within.ts';
import { LinkDialog } from '../../record/link-dialog.tsx';
import { useMayWrite } from '../../record/questions.ts';
import type { Pair } from './likely.ts';
import type { Queue } from './queue.ts';
import { Sides } from './sides.tsx';
import { useNotSame } from './use-not-same.ts';

interface Act {
  words: string;
  /** As `KeyboardEvent.key` says it, small. */
  key: string;
  /** As it stands on the button. */
  sign: string;
  run: (() => void) | undefined;
  isMain?: boolean;
}

export function PairReview({ member, queue }: { member: string; queue: Queue }): ReactNode {
  const { t } = useTranslation('screening');
  const { pair, next, back, settle } = queue;
  const mayWrite = useMayWrite();
  const notSame = useNotSame(member, settle);
  const [isProposing, setProposing] = useState(false);
  const [label, setLabel] = useState<LabelBody>({});
  const panel = usePanel(pair, isProposing);
  const bearer = pair?.bearer ?? 'either';
  const letter = (sign: string): Pick<Act, 'key' | 'sign'> => ({ sign, key: sign.toLowerCase() });
  const decide = mayWrite && pair !== undefined && !notSame.isPending;
  const acts: Act[] = [
    {
      words: t(`review.same.${bearer}`),
      ...letter(t('review.key.same')),
      run: decide ? () => setProposing(true) : undefined,
      isMain: true,
    },
    {
      words: t(`review.different.${bearer}`),
      ...letter(t('review.key.different')),
      run: decide ? () => notSame.keep(pair) : undefined,
    },
    { words: t('review.back'), key: 'arrowleft', sign: '←', run: back },
    {
      words: t('review.next'),
      key: 'arrowright',
      sign: '→',
      run: pair === undefined ? undefined : next,
    },
  ];
  useKeysWithin(panel, (event, from) => press(event, from, acts));
  return (
    <div ref={panel} role="group" aria-label={t('review.pair')} tabIndex={-1} className="review">
      {pair !== undefined && <Acts acts={acts} />}
      {!mayWrite && <Text size="sm">{t('review.no-right')}</Text>}
      {notSame.error !== null && <Failed error={notSame.error} />}
      <Kept notSame={notSame} />
      {pair !== undefined && <Shown pair={pair} />}
      {isProposing && pair !== undefined && (
        <LinkDialog
          object={pair.own.object}
          isSame
          other={{ id: pair.candidate.entry.object.id, label }}
          onDone={(used) => {
            setLabel(used);
            settle(pair, true);
          }}
          onClose={() => setProposing(false)}
        />
      )}
    </div>
  );
}

/** Regions are scrolled by the arrows. */
function press(event: KeyboardEvent, from: HTMLElement, acts: readonly Act[]): void {
  if (event.repeat || from.closest('[role=region]') !== null) return;
  const act = acts.find(({ key }) => key === event.key.toLowerCase());
  if (act?.run === undefined) return;
  event.preventDefault();
  act.run();
}

/** Has the focus as soon as there is a pair, unless somebody is elsewhere. */
function usePanel(pair: Pair | undefined, isProposing: boolean): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    const isNowhere = activeElement === null || activeElement === body;
    if (pair !== undefined && !isProposing && isNowhere) panel.current?.focus({ preventScroll: true });
  }, [pair, isProposing]);
  return panel;
}

function Acts({ acts }: { acts: readonly Act[] }): ReactNode {
  return (
    <Group gap="xs">
      {acts.map(({ words, key, sign, run, isMain = false }) => (
        <Button
          key={key}
          size="sm"
          variant={isMain ? 'filled' : 'default'}
          disabled={run === undefined}
          aria-keyshortcuts={key}
          leftSection={<Kbd size="xs">{sign}</Kbd>}
          onClick={run}
        >
          {words}
        </Button>
      ))}
    </Group>
  );
}

/** What was kept last, and how to take it back. */
function Kept({ notSame: { kept, takeBack } }: { notSame: ReturnType<typeof useNotSame> }): ReactNode {
  const { t } = useTranslation('screening');
  return (
    <Group gap="xs" role="status" mih={kept === undefined ? 0 : 30}>
      {kept !== undefined && (
        <>
          <Text size="sm">{t(`review.kept.${kept.pair.bearer}`)}</Text>
          <Button size="compact-xs" variant="default" onClick={takeBack}>
            {t('review.take-back')}
          </Button>
        </>
      )}
    </Group>
  );
}

/** What has left the view since it was found is not shown. */
function Shown({ pair }: { pair: Pair }): ReactNode {
  const { t } = useTranslation('screening');
  const own = useQuery(objectQuery(pair.own.object.id));
  const other = useQuery(objectQuery(pair.candidate.entry.object.id));
  if (own.isError || other.isError) return <Empty title={t('review.gone')} next={t('review.gone.next')} />;
  return <Sides pair={pair} />;
}
