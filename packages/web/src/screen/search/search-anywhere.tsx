/** The search box that opens from anywhere: answers as one types, arrows and Enter to go there. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnywhereBox } from './anywhere-box.tsx';

export function SearchAnywhere({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size="lg" yOffset="10vh" padding={0}>
      <AnywhereBox onClose={onClose} />
    </Modal>
  );
}
