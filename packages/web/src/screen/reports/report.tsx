/** A report to read and to print. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconFileDescription, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressId } from '../../app/address.ts';
import { meQuery, objectQuery } from '../../app/questions.ts';
import { ContributorOf } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { Empty, Loading, NotShown } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { kindOf } from '../../record/kind.ts';
import { markingOf } from '../../record/marking.ts';
import { textIn, textsIn, titleOf, type Entry } from '../../record/object.ts';
import { ObjectsReferredTo } from './objects-referred-to.tsx';
import { paragraphsOf } from './report-text.ts';
import { ServedText } from './served-text.tsx';
import { SubjectWords } from './subjects.tsx';
import { usePageRules } from './use-page-rules.ts';
import './reports.css';

export function ReportScreen(): ReactNode {
  const id = useAddressId();
  const found = useQuery(objectQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError)
    return <NotShown error={found.error} onRetry={() => void found.refetch()} to="reports" />;
  return <Report entry={found.data} />;
}

function Report({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('reports');
  const { object } = entry;
  const paragraphs = paragraphsOf(object);
  const linked = textsIn(object, 'object_refs');
  usePageRules(
    markingOf(object, entry.label),
    entry.label !== undefined,
    paragraphs.map(({ codes }) => codes),
  );
  return (
    <div className="report beside">
      <article className="report-page" lang={textIn(object, 'lang')}>
        <ReportHead entry={entry} />
        {paragraphs.length === 0 ? (
          <Empty title={t('no-text')} />
        ) : (
          <ServedText paragraphs={paragraphs} linked={new Set(linked)} />
        )}
      </article>
      <ObjectsReferredTo id={object.id} />
    </div>
  );
}

function ReportHead({ entry }: { entry: Entry }): ReactNode {
  const { t: stix } = useTranslation('stix');
  const { i18n } = useTranslation();
  const { object } = entry;
  const title = titleOf(object);
  return (
    <Stack gap="xs" component="header" mb="lg">
      <Acts entry={entry} />
      <MarkingLine object={object} label={entry.label} />
      <Title order={1} className="lines" lang={title === '' ? i18n.language : undefined}>
        {title === '' ? kindOf(object, stix) : <Foreign text={title} language={textIn(object, 'lang')} />}
      </Title>
      <Dates entry={entry} />
    </Stack>
  );
}

function Dates({ entry }: { entry: Entry }): ReactNode {
  const { t, i18n } = useTranslation('reports');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const { object } = entry;
  const published = textIn(object, 'published');
  const modified = textIn(object, 'modified');
  const subjects = textsIn(object, 'report_types');
  return (
    <Text component="div" size="sm" c="dimmed" lang={i18n.language} dir="ltr">
      <Group gap="xs" wrap="wrap">
        <span>{kindOf(object, stix)}</span>
        <span aria-hidden>·</span>
        <ContributorOf entry={entry} />
        {published !== undefined && (
          <>
            <span aria-hidden>·</span>
            <time dateTime={published}>{t('published', { date: times.day(published) })}</time>
          </>
        )}
        {modified !== undefined && (
          <>
            <span aria-hidden>·</span>
            <time dateTime={modified}>{t('modified', { date: times.moment(modified) })}</time>
          </>
        )}
        <SubjectWords subjects={subjects} />
      </Group>
    </Text>
  );
}

function Acts({ entry }: { entry: Entry }): ReactNode {
  const { t, i18n } = useTranslation('reports');
  const { data: me } = useQuery(meQuery);
  const { object, contributor } = entry;
  const { id } = object;
  const mayWrite =
    object.type === 'report' && contributor === me?.member.id && me?.scopes.includes('write') === true;
  return (
    <Group gap="xs" className="no-print" lang={i18n.language}>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconArrowLeft size={14} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/reports" />}
      >
        {t('all')}
      </Button>
      <Button
        variant="default"
        size="xs"
        ms="auto"
        leftSection={<IconFileDescription size={14} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/record/$id" params={{ id }} />}
      >
        {t('record')}
      </Button>
      {mayWrite && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPencil size={14} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/reports/$id/edit" params={{ id }} />}
        >
          {t('edit')}
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPrinter size={14} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
    </Group>
  );
}
