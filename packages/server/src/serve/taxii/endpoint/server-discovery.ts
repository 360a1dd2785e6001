import type { Endpoint } from '../request/call.ts';
import type { Ports } from '../../ports.ts';

/** Path of the one API root. */
export const apiRoot = ({ basePath }: Ports): string => `${basePath}/taxii2/cell/`;

/** Server Discovery (TAXII 2.1 §4.1). */
export const serverDiscovery: Endpoint = async (_call, ports) => ({
  body: JSON.stringify({
    title: ports.name,
    description: 'Each member of the coalition finds its own view here.',
    default: apiRoot(ports),
    api_roots: [apiRoot(ports)],
  }),
});
