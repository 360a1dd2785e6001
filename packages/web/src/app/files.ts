/** The files of the interface: each screen fetches its own when it is opened, and so do parts that are large. */
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { outOfReach } from './failure.ts';
import { home } from './home.ts';

/**
 * A screen of a file, or a part of one. Where it cannot be had it says so in its place: the router would load the page
 * anew, and without the cell nothing would stand there any more. A part stands within `Fetched`.
 */
export const screenOf = <Name extends string, Found extends Record<Name, ComponentType<never>>>(
  load: () => Promise<Found>,
  name: Name,
) =>
  lazyRouteComponent<Found, Name>(
    () =>
      load().catch((error: unknown) => {
        throw outOfReach('The file of this part could not be fetched.', error);
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

/**
 * A newer release has other files: whoever has the page open gets it with the next screen. A file that is missing again
 * after that is told in its place, else the page would load anew without end.
 */
export function beginAnewFor(missing: string): void {
  const key = `entente.missing ${missing}`;
  if (sessionStorage.getItem(key) !== null) return;
  sessionStorage.setItem(key, '');
  void beginAnew();
}
