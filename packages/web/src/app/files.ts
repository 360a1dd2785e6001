/** The files of the interface: each screen fetches its own when it is opened. */
import { lazyRouteComponent, type AsyncRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { outOfReach } from './failure.ts';
import { home } from './home.ts';

/**
 * A screen of a file. Where it cannot be had the screen says so: the router would load the page anew, and without the
 * cell nothing would stand there any more.
 */
export const screenOf = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): AsyncRouteComponent<object> =>
  lazyRouteComponent(
    () =>
      load().catch((error: unknown) => {
        throw outOfReach('The file of this screen could not be fetched.', error);
      }),
    name,
  );

/** Loads the page anew where the cell answers, and leaves it as it stands where it does not. */
export async function beginAnew(): Promise<void> {
  const isReached = await fetch(home, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false, // offline, or the cell stands still
  );
  if (isReached) location.reload();
}
