/** Labels that were made last on this device, each account's apart. */
import type { LabelBody } from '@entente/contract/label';

const most = 6;
const keyOf = (account: string): string => `entente.labels.${account}`;

/** Newest first. What is not readable any more is as if it had never been kept. */
export function recentLabels(account: string): LabelBody[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]');
    return Array.isArray(kept) ? (kept as LabelBody[]) : [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
}

export function rememberLabel(account: string, label: LabelBody): void {
  const text = JSON.stringify(label);
  if (text === '{}') return;
  const others = recentLabels(account).filter((one) => JSON.stringify(one) !== text);
  localStorage.setItem(keyOf(account), JSON.stringify([label, ...others].slice(0, most)));
}
