/** The search box that opens from anywhere: answers as one types, arrows and Enter to go there. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnywhereBox, type AnywhereProps } from './anywhere-box.tsx';

export function SearchAnywhere(given: AnywhereProps): ReactNode {
  return (
    <Modal opened onClose={given.onClose} withCloseButton={false} size="lg" yOffset="10vh" padding={0}>
      <AnywhereBox {...given} />
    </Modal>
  );
}
