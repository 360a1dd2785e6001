/** A report in the list: its title, who gave it and when, its marking, and how its text begins. */
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributorOf } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { useTimes } from '../../part/time.ts';
import { kindOf } from '../../record/kind.ts';
import { shortened, textIn, titleOf, type Entry } from '../../record/object.ts';
import { paragraphsOf } from './report-text.ts';

export function ReportRow({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('stix');
  const times = useTimes();
  const { object, version } = entry;
  const when = textIn(object, 'published') ?? version;
  const title = titleOf(object);
  const [first] = paragraphsOf(object);
  const language = textIn(object, 'lang');
  return (
    <div className="entry-row report-row">
      <KindIcon object={object} />
      <div className="entry-row-main">
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Anchor
            fw={600}
            className="entry-row-title"
            renderRoot={(props) => <Link {...props} to="/reports/$id" params={{ id: object.id }} />}
          >
            {title === '' ? kindOf(object, t) : <Foreign text={title} language={language} />}
          </Anchor>
          {when !== null && (
            <Text size="xs" c="dimmed" component="time" dateTime={when} className="nowrap">
              {times.day(when)}
            </Text>
          )}
        </Group>
        <Group gap={8} wrap="wrap">
          <Text span size="xs" c="dimmed">
            {kindOf(object, t)} · <ContributorOf entry={entry} />
          </Text>
          <MarkingLine object={object} />
        </Group>
        {first !== undefined && !title.startsWith(first.text.slice(0, 40)) && (
          <Text size="sm" c="dimmed" lineClamp={2} mt={2}>
            <Foreign text={shortened(first.text, 240)} language={language} />
          </Text>
        )}
      </div>
    </div>
  );
}
