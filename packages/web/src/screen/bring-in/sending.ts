/**
 * Sending a file to the cell. XMLHttpRequest, because it alone tells how much has gone: the browser reads the file from
 * disk as it is sent.
 */
import type { FailureCode } from '@entente/core/failure';
import type { LabelBody } from '@entente/contract/label';
import { home } from '../../app/cell.ts';
import type { ImportReport } from './report.ts';

/** What the cell refused, or that it could not be reached; told as every failure is. */
class Refusal extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

export interface Sending {
  file: Blob;
  /** For the member's default label, and to find the batch by. */
  name: string;
  /** Joined with what each object states; without it, the member's default counts. */
  label: LabelBody | undefined;
  strict: boolean;
  dryRun: boolean;
}

/**
 * @param tell how many of its bytes have gone
 * @throws Refusal as the cell has it, `unavailable` where the connection broke; the reason of `signal` where it is ended
 */
export function sendFile(
  { file, name, label, strict, dryRun }: Sending,
  tell: (sent: number) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const query = new URLSearchParams({
    name: name.slice(0, 200),
    strict: String(strict),
    dryRun: String(dryRun),
  });
  if (label !== undefined) query.set('label', JSON.stringify(label));
  const request = new XMLHttpRequest();
  request.open('POST', new URL(`api/v1/imports?${query.toString()}`, home));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.responseType = 'json';
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded }) => tell(loaded);
    request.onload = () => {
      if (request.status === 200) resolve(request.response as ImportReport);
      else reject(refusalOf(request));
    };
    request.onerror = () => reject(new Refusal('unavailable', 'The connection broke off.'));
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function refusalOf({ status, response }: XMLHttpRequest): Refusal {
  const problem = (response ?? {}) as { code?: FailureCode; detail?: string; title?: string };
  const { code, detail, title } = problem;
  if (code === undefined) return new Refusal('unavailable', `The server answered ${status}.`);
  return new Refusal(code, detail ?? title ?? '');
}
