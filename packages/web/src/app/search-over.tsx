/** The search box over the screen. Until its file is there, a plain field takes what is typed and hands it on. */
import { CatchBoundary } from '@tanstack/react-router';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { focused } from '../part/focused.ts';
import { screenOf } from './files.ts';

export const SearchAnywhere = screenOf(
  () => import('../screen/search/search-anywhere.tsx'),
  'SearchAnywhere',
);

export function SearchOver({ onClose, onFail }: { onClose: () => void; onFail: () => void }): ReactNode {
  const { t } = useTranslation();
  const [begun, begin] = useState('');
  const [before] = useState(document.activeElement);
  // Whoever closes it goes on where the keys were.
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  const soon = (
    <input
      ref={focused}
      className="search-soon"
      dir="auto"
      aria-label={t('search-anywhere')}
      value={begun}
      onChange={({ currentTarget: { value } }) => begin(value)}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    />
  );
  return (
    <CatchBoundary getResetKey={() => 'search'} errorComponent={Nothing} onCatch={onFail}>
      <Suspense fallback={soon}>
        <SearchAnywhere begun={begun} onClose={onClose} />
      </Suspense>
    </CatchBoundary>
  );
}

/** It is told at the side instead. */
const Nothing = (): ReactNode => null;
