/** An entry of the view in a list: what it is, who gave it, under which marking; and links to records. */
import { Anchor, Group, Text, type AnchorProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, objectQuery } from '../app/questions.ts';
import { kindOf, wordForRelationship, wordForTypeOfId } from '../record/kind.ts';
import {
  endsOf,
  isNotice,
  shortened,
  textIn,
  titleOf,
  type Entry,
  type StixObject,
} from '../record/object.ts';
import { Foreign } from './foreign.tsx';
import { KindIcon } from './kind-icon.tsx';
import { MarkingLine } from './marking-line.tsx';
import { useNames } from './names.ts';
import { useTimes } from './time.ts';

/**
 * A link to the record of an object.
 * @param isApart whether it opens in a tab of its own, as what stands here would be lost
 */
export function RecordLink({
  id,
  isApart = false,
  children,
  ...rest
}: { id: string; isApart?: boolean; children: ReactNode } & AnchorProps): ReactNode {
  const target = isApart ? '_blank' : undefined;
  return (
    <Anchor
      {...rest}
      renderRoot={(props) => <Link {...props} target={target} to="/record/$id" params={{ id }} />}
    >
      {children}
    </Anchor>
  );
}

/** What an object is called, in the words of its source; what has no name, by its kind. */
export function ObjectTitle({
  object,
  most = Infinity,
}: {
  object: StixObject;
  /** So many characters of it at most. */
  most?: number;
}): ReactNode {
  const { t } = useTranslation('stix');
  const ends = endsOf(object);
  if (ends !== undefined) {
    const kind = textIn(object, 'relationship_type');
    return (
      <>
        <TitleOf id={ends.source} />{' '}
        <em>{kind === undefined ? kindOf(object, t) : wordForRelationship(kind, t)}</em>{' '}
        <TitleOf id={ends.target} />
      </>
    );
  }
  const title = titleOf(object);
  return title === '' ? (
    <span>{kindOf(object, t)}</span>
  ) : (
    <Foreign text={shortened(title, most)} language={textIn(object, 'lang')} />
  );
}

/** A name of ten thousand signs takes a few lines where it stands among other things; its record has the whole. */
const mostInPassing = 160;

/** The title of an object by its id alone; of what is not in the view, its kind. */
export function TitleOf({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('stix');
  const { data } = useQuery({ ...objectQuery(id), enabled: id !== '' });
  if (data === undefined) return <span className="unknown">{wordForTypeOfId(id, t)}</span>;
  return <ObjectTitle object={data.object} most={mostInPassing} />;
}

/** Its kind likewise: of an identity whether it is a person, as far as it is in the view. */
export function KindOf({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('stix');
  const { data } = useQuery({ ...objectQuery(id), enabled: id !== '' });
  return data === undefined ? wordForTypeOfId(id, t) : kindOf(data.object, t);
}

/** Who contributed an entry. */
export function ContributorOf({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const { data: me } = useQuery(meQuery);
  const { contributor, object } = entry;
  if (contributor === null || isNotice(object)) return <span>{t('of-the-hub')}</span>;
  if (contributor === me?.member.id) return <span>{t('own-contribution')}</span>;
  return <bdi>{names(contributor) ?? t('members.unknown')}</bdi>;
}

/** An entry as a row of a list, which leads to its record unless another link is given. */
export function EntryRow({
  entry,
  when = entry.added ?? entry.version,
  title,
  children,
}: {
  entry: Entry;
  /** The date at its end: when it came, where nothing else is said. */
  when?: string | null;
  title?: ReactNode;
  /** What stands beneath. */
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('stix');
  const times = useTimes();
  const { object } = entry;
  return (
    <div className="entry-row">
      <KindIcon object={object} />
      <div className="entry-row-main">
        <Group gap="xs" wrap="nowrap" justify="space-between">
          {title ?? (
            <RecordLink id={object.id} fw={600} className="entry-row-title">
              <ObjectTitle object={object} />
            </RecordLink>
          )}
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
          <MarkingLine object={object} label={entry.label} />
        </Group>
        {children}
      </div>
    </div>
  );
}
