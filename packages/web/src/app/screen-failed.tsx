/** What stands in place of a screen that could not be opened. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { Failed } from '../part/states.tsx';
import { codeOf } from './failure.ts';
import { beginAnew } from './files.ts';

/** Where the cell was out of reach the screen opens by itself once the browser is online again. */
export function ScreenFailed({ error }: ErrorComponentProps): ReactNode {
  const isOut = codeOf(error) === 'unavailable';
  useEffect(() => {
    if (!isOut) return undefined;
    const again = (): void => void beginAnew();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isOut]);
  return <Failed error={error} onRetry={() => void beginAnew()} />;
}
