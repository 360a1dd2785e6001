/** Says that something could not be fetched, and loads the page anew where the cell answers: a browser asks once. */
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { beginAnew } from '../app/files.ts';

export function useOutOfReach(): () => void {
  const { t } = useTranslation();
  return () => {
    void beginAnew();
    notifications.show({ color: 'red', title: t('failure.title'), message: t('failure.unavailable') });
  };
}
