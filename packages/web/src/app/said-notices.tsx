/** What is said in passing, at the edge of the window. The button that closes it has a name, in the language of the page. */
import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function SaidNotices(): ReactNode {
  const { t } = useTranslation();
  const defaultProps = { closeButtonProps: { 'aria-label': t('close') } };
  return (
    <MantineThemeProvider inherit theme={{ components: { Notification: { defaultProps } } }}>
      <Notifications position="bottom-right" />
    </MantineThemeProvider>
  );
}
