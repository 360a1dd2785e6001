/** Members beside several objects of one's own member, with the reason in each cell, which leads to the member's view. */
import { Anchor, Text, UnstyledButton } from '@mantine/core';
import type { Explanation } from '@entente/contract/label';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TitleOf } from '../../../part/entry.tsx';
import { useGridKeys } from '../matrix/grid-keys.ts';
import { useReasons } from '../matrix/reason.ts';
import { Sign } from '../matrix/sign.tsx';

export interface ExplainedObject {
  id: string;
  items: readonly Explanation[];
}

export interface ChosenCell {
  object: string;
  member: string;
}

export function SelectionMatrix({
  objects,
  members,
  onChoose,
}: {
  objects: readonly ExplainedObject[];
  members: readonly { member: string; name: string }[];
  onChoose: (cell: ChosenCell) => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const keys = useGridKeys({ rows: members.length, columns: objects.length });
  return (
    <div className="release-matrix">
      <table role="grid" aria-label={t('matrix.title')} onKeyDown={keys.onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.member')}</th>
            {objects.map(({ id }) => (
              <th key={id} scope="col">
                <Anchor
                  size="sm"
                  fw={600}
                  renderRoot={(props) => (
                    <Link {...props} to="/record/$id" params={{ id }} search={{ tab: 'who-sees' }} />
                  )}
                >
                  <TitleOf id={id} />
                </Anchor>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ member, name }, row) => (
            <tr key={member}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {objects.map(({ id, items }, column) => (
                <td key={id}>
                  <UnstyledButton
                    {...keys.cell(row, column)}
                    className="release-choose"
                    title={t('matrix.view-as', { member: name })}
                    onClick={() => onChoose({ object: id, member })}
                  >
                    <CellOf item={items.find((one) => one.member === member)} />
                  </UnstyledButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether it is seen, and whether something in it is cut. */
function CellOf({ item }: { item: Explanation | undefined }): ReactNode {
  const { t } = useTranslation('release');
  const reason = useReasons();
  if (item === undefined) return null;
  const { verdict, reasons, parts = [] } = item;
  const isPartly = verdict !== 'no' && parts.some(({ open }) => open === 'no');
  return (
    <span className="release-cell">
      <Sign verdict={verdict} />
      <Text span size="xs">
        {reasons.map((one) => (
          <bdi key={`${one.code} ${one.subject ?? ''}`}>{reason(one)}</bdi>
        ))}
        {isPartly && <bdi>{t('state.partly')}</bdi>}
      </Text>
    </span>
  );
}
