/** The search box that opens from anywhere: answers as one types, arrows and Enter to go there. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnywhereBox } from './anywhere-box.tsx';

export function SearchAnywhere({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Modal opened={isOpen} onClose={onClose} withCloseButton={false} size="lg" yOffset="10vh" padding={0}>
      {isOpen && <AnywhereBox onClose={onClose} />}
    </Modal>
  );
}
