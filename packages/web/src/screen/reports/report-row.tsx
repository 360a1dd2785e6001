/** A report in the list: its title, who gave it and when, its marking, and how its text begins. */
import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EntryRow, ObjectTitle } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { shortened, textIn, titleOf, type Entry } from '../../record/object.ts';
import { paragraphsOf } from './report-text.ts';

export function ReportRow({ entry }: { entry: Entry }): ReactNode {
  const { object, version } = entry;
  const [first] = paragraphsOf(object);
  return (
    <EntryRow
      entry={entry}
      when={textIn(object, 'published') ?? version}
      title={
        <Anchor
          fw={600}
          className="entry-row-title"
          renderRoot={(props) => <Link {...props} to="/reports/$id" params={{ id: object.id }} />}
        >
          <ObjectTitle object={object} />
        </Anchor>
      }
    >
      {first !== undefined && !titleOf(object).startsWith(first.text.slice(0, 40)) && (
        <Text size="sm" c="dimmed" lineClamp={2} mt={2}>
          <Foreign text={shortened(first.text, 240)} language={textIn(object, 'lang')} />
        </Text>
      )}
    </EntryRow>
  );
}
