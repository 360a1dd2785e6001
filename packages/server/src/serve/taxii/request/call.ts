import type { Readable } from 'node:stream';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';

/** A request to one endpoint, from a caller who signed in. */
export interface TaxiiCall {
  caller: Caller;
  /** Parts of the path, decoded. */
  path: Readonly<Record<string, string>>;
  /** As given: nothing is checked yet, and a name given twice is a list. */
  query: Readonly<Record<string, unknown>>;
  /** The text of the body, where the endpoint takes one. */
  body: string;
}

export interface TaxiiAnswer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body: string | Readable;
}

/** One endpoint of TAXII 2.1; what it throws is answered as an error message. */
export type Endpoint = (call: TaxiiCall, ports: Ports) => Promise<TaxiiAnswer>;
