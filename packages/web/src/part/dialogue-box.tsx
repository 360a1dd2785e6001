/** A dialogue over the page. The button that closes it has a name, in the language of the page. */
import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function DialogueBox(props: Omit<ModalProps, 'closeButtonProps'>): ReactNode {
  const { t } = useTranslation();
  return <Modal closeButtonProps={{ 'aria-label': t('close') }} {...props} />;
}
