/** A value of an object, as it is: texts, ids as links, everything else as it is written. */
import { List } from '@mantine/core';
import { standInUuid, tlpNameOfId } from '@entente/contract/stix';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordLink, TitleOf } from '../../../part/entry.tsx';
import { Foreign, ForeignText } from '../../../part/foreign.tsx';
import { Code } from '../../../part/marking-line.tsx';

const stixId = /^[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function Value({ value }: { value: unknown }): ReactNode {
  if (typeof value === 'string')
    return stixId.test(value) ? <Id id={value} /> : <ForeignText text={value} most={300} />;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return (
      <List size="sm" spacing={2}>
        {[...new Set(value)].map((one) => (
          <List.Item key={one}>{stixId.test(one) ? <Id id={one} /> : <Foreign text={one} />}</List.Item>
        ))}
      </List>
    );
  }
  if (typeof value !== 'object' || value === null) return <Foreign text={String(value)} />;
  return (
    <pre className="release-json">
      <Foreign text={JSON.stringify(value, null, 2)} />
    </pre>
  );
}

function Id({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('release');
  if (id.endsWith(`--${standInUuid}`)) return <span className="unknown">{t('view-as.stand-in')}</span>;
  const tlp = tlpNameOfId(id);
  if (tlp !== undefined) return <Code code={`TLP:${tlp}`} />;
  return (
    <RecordLink id={id} size="sm">
      <TitleOf id={id} />
    </RecordLink>
  );
}
