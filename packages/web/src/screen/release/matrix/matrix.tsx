/** The matrix: each member beside the object and its parts, with the reason in each cell. */
import { Text, UnstyledButton } from '@mantine/core';
import type { Explanation } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TitleOf } from '../../../part/entry.tsx';
import { useNames } from '../../../part/names.ts';
import { cellOf, type Column } from './cells.ts';
import { useGridKeys, type CellPlace } from './grid-keys.ts';
import { PartName } from './part-name.tsx';
import { useReasons } from './reason.ts';
import { Sign } from './sign.tsx';

export function Matrix({
  items,
  columns,
  onViewAs,
}: {
  items: readonly Explanation[];
  columns: readonly Column[];
  onViewAs: (member: string) => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const keys = useGridKeys({ rows: items.length, columns: columns.length + 2 });
  return (
    <div className="release-matrix">
      <table role="grid" aria-label={t('matrix.title')} onKeyDown={keys.onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.member')}</th>
            <th scope="col">{t('matrix.object')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <ColumnHead column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, row) => (
            <tr key={item.member}>
              <th scope="row">
                <Member {...keys.cell(row, 0)} member={item.member} onViewAs={onViewAs} />
              </th>
              {[undefined, ...columns].map((column, index) => (
                <td key={column?.key ?? ''} {...keys.cell(row, index + 1)}>
                  <CellOf item={item} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Member({
  member,
  onViewAs,
  ...place
}: { member: string; onViewAs: (member: string) => void } & CellPlace): ReactNode {
  const { t } = useTranslation('release');
  const names = useNames();
  const name = names(member) ?? member;
  const said = t('matrix.view-as', { member: name });
  return (
    <UnstyledButton
      {...place}
      className="release-member"
      title={said}
      aria-label={said}
      onClick={() => onViewAs(member)}
    >
      <bdi>{name}</bdi>
    </UnstyledButton>
  );
}

function ColumnHead({ column: { kind, target, selectors } }: { column: Column }): ReactNode {
  const { t } = useTranslation('release');
  return (
    <>
      <Text span size="xs" c="dimmed" display="block">
        {kind === 'reference' ? t('matrix.reference') : t('matrix.portion')}
      </Text>
      {target !== undefined && <TitleOf id={target} />}
      {selectors.map((selector) => (
        <div key={selector}>
          <PartName selector={selector} />
        </div>
      ))}
    </>
  );
}

function CellOf({ item, column }: { item: Explanation; column: Column | undefined }): ReactNode {
  const reason = useReasons();
  const { verdict, reasons } = cellOf(item, column);
  return (
    <div className="release-cell">
      <Sign verdict={verdict} />
      <Text span size="xs">
        {reasons.map((one) => (
          <bdi key={`${one.code} ${one.subject ?? ''}`}>{reason(one)}</bdi>
        ))}
      </Text>
    </div>
  );
}
