/** What was searched for last, on this device, for each account by itself. */
const most = 8;

const placeOf = (account: string): string => `entente.recent.${account}`;

export function recentOf(account: string): string[] {
  const text = localStorage.getItem(placeOf(account));
  return text === null ? [] : text.split('\n').filter((words) => words !== '');
}

export function rememberSearch(account: string, words: string): void {
  const kept = words.replaceAll(/\s+/g, ' ').trim();
  if (kept === '') return;
  const others = recentOf(account).filter((one) => one.toLowerCase() !== kept.toLowerCase());
  localStorage.setItem(placeOf(account), [kept, ...others].slice(0, most).join('\n'));
}

export const forgetSearches = (account: string): void => localStorage.removeItem(placeOf(account));
