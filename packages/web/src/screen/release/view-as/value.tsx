/** A value of an object as the record shows it; what it refers to as a link, or as what takes its place. */
import { List } from '@mantine/core';
import { standInUuid, tlpNameOfId } from '@entente/contract/stix';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordLink, TitleOf } from '../../../part/entry.tsx';
import { Code } from '../../../part/marking-line.tsx';
import { nameOf } from '../../../record/object.ts';
import { propertyAt } from '../../../record/statements.ts';
import { PropertyValue } from '../../record/value/property-value.tsx';

const stixId = /^[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && stixId.test(value);

/** @param selector of the property whose value it is */
export function Value({ selector, value }: { selector: string; value: unknown }): ReactNode {
  if (isId(value)) return <Id id={value} />;
  if (Array.isArray(value) && value.every(isId)) {
    return (
      <List size="sm" spacing={2}>
        {[...new Set(value)].map((id) => (
          <List.Item key={id}>
            <Id id={id} />
          </List.Item>
        ))}
      </List>
    );
  }
  const { property } = propertyAt(selector);
  return <PropertyValue property={property} value={property === 'names' ? namesIn(value) : value} />;
}

/** Names as the record shows them; what an object of another kind has under that word stays as it is. */
const namesIn = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) => (isRecord(one) ? (nameOf(one) ?? []) : [one]))
    : value;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

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
