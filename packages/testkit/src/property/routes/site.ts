/** The files of the web interface: one page for every screen, the same for everybody. */
import { screens } from '@entente/contract/screens';
import { bytesOnly, type Generator } from '../generator.ts';

const file = (path: string): Generator =>
  bytesOnly(`GET ${path}`, (draw) => ({
    method: 'GET',
    url: path.replace('*', encodeURIComponent(draw.object())),
    headers: {},
  }));

export const siteRoutes: Generator[] = [
  '/',
  ...screens.flatMap((screen) => [`/${screen}`, `/${screen}/*`]),
  '/assets/*',
  '/mark.svg',
].map(file);
