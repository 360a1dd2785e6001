/** A link to a community on this screen. */
import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export function CommunityLink({
  id,
  children,
  ...rest
}: { id: string; children: ReactNode } & AnchorProps): ReactNode {
  return (
    <Anchor
      {...rest}
      className="community-link"
      renderRoot={(props) => <Link {...props} to="/coalition" search={{ community: id }} />}
    >
      {children}
    </Anchor>
  );
}
