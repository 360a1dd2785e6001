/** Who sees what one's member gave of an object, and why; and how another member would get it. */
import type { ReactNode } from 'react';

export function WhoSees(_asked: { object: string; version?: string | undefined }): ReactNode {
  return null;
}
