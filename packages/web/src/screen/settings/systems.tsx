/** What a system of one's own is told to connect: addresses of TAXII and of the API, ready to copy. */
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { home } from '../../app/cell.ts';
import { communitiesQuery } from '../../app/questions.ts';
import { Copyable } from '../../part/shown-once.tsx';

const at = (path: string): string => new URL(path, home).href;

export function Systems(): ReactNode {
  const { t, i18n } = useTranslation('settings');
  const { data: communities = [] } = useQuery(communitiesQuery);
  const root = at('taxii2/cell/');
  return (
    <Stack maw={860}>
      <Text>{t('systems.lead')}</Text>
      <Paper withBorder p="md">
        <Stack>
          <Title order={2}>{t('systems.taxii')}</Title>
          {/* Discovery stands at the root of the host, whatever the sub-path (TAXII 2.1 §4.1). */}
          <Address label={t('systems.discovery')} value={new URL('/taxii2/', home).href} />
          <Address label={t('systems.root')} value={root} />
          <Address label={t('systems.view')} value={`${root}collections/view/objects/`} />
          <Address label={t('systems.own')} value={`${root}collections/own/objects/`} />
          {communities
            .toSorted((one, other) => one.name.localeCompare(other.name, i18n.language))
            .map(({ id, name }) => (
              <Address
                key={id}
                label={t('systems.community', { name })}
                value={`${root}collections/${id}/objects/`}
              />
            ))}
          <Address
            label={t('systems.try')}
            value={`curl -u '${t('systems.login')}:${t('systems.token')}' ${root}collections/view/objects/`}
          />
        </Stack>
      </Paper>
      <Paper withBorder p="md">
        <Stack>
          <Title order={2}>{t('systems.api')}</Title>
          <Address label={t('systems.api.root')} value={at('api/v1/')} />
          <Anchor href={at('api/docs')} target="_blank" rel="noreferrer">
            {t('systems.api.docs')}
          </Anchor>
        </Stack>
      </Paper>
    </Stack>
  );
}

function Address({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <Copyable text={value} />
    </div>
  );
}
