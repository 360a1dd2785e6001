/** One request, and what it was answered. */
export interface Asked {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  /** JSON text. */
  payload?: string;
  /** Whether the answer is read until nothing more comes, as it never ends by itself. */
  stream?: true;
}

export interface Told {
  status: number;
  /** Every header but those of the transport, sorted, as JSON. */
  headers: string;
  body: string;
}

export const header = ({ headers }: Told, name: string): string | undefined =>
  (JSON.parse(headers) as [string, string][]).find(([one]) => one === name)?.[1];
