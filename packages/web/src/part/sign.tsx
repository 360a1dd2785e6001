/** A state in words and with a sign of its own: never by colour alone. */
import { Badge } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface SignLook {
  Picture: Icon;
  color: string;
}

export function Sign({ of: { Picture, color }, children }: { of: SignLook; children: ReactNode }): ReactNode {
  return (
    <Badge
      variant="outline"
      color={color}
      radius="sm"
      tt="none"
      c="var(--mantine-color-text)"
      className="state-sign"
      leftSection={<Picture size={13} aria-hidden />}
    >
      {children}
    </Badge>
  );
}
