/** Files that are made on this device. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accountQuery, meQuery } from '../../app/questions.ts';

/** The sentence that every file begins with: whose view it is, which account made it, and when. */
export function useStatement(): () => { text: string; at: string } {
  const { t } = useTranslation('search');
  const { data: me } = useQuery(meQuery);
  const { data: account } = useQuery(accountQuery);
  return () => {
    const at = new Date().toISOString();
    const who = account === undefined ? (me?.account ?? '') : `${account.name} (${account.login})`;
    return { text: t('export.statement', { member: me?.member.name ?? '', account: who, at }), at };
  };
}

/** Has the browser keep a text as a file. */
export function offer(name: string, media: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: media }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
