/** Around a part of a screen that is fetched when it is shown: the rest of the screen stands without it. */
import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { beginAnew } from '../app/files.ts';
import { Failed, Loading } from './states.tsx';

/** It is tried again when somebody says so: what stands beside it may be half written. */
const PartFailed = ({ error }: ErrorComponentProps): ReactNode => (
  <Failed error={error} onRetry={() => void beginAnew()} />
);

export const Fetched = ({ children }: { children: ReactNode }): ReactNode => (
  <CatchBoundary getResetKey={() => 'part'} errorComponent={PartFailed}>
    <Suspense fallback={<Loading />}>{children}</Suspense>
  </CatchBoundary>
);
