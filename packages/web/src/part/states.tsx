/** What a screen shows while it waits, where there is nothing, and where something did not work. */
import { Alert, Anchor, Button, Center, Code, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMoodEmpty, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, isFailure } from '../app/failure.ts';

export function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <Center mih={160} className="loading" role="status" aria-label={t('loading')}>
      <Loader size="sm" />
    </Center>
  );
}

/** Nothing here, why, and what to do next. */
export function Empty({
  title,
  next,
  children,
}: {
  title: string;
  next?: ReactNode;
  /** Where to go on. */
  children?: ReactNode;
}): ReactNode {
  return (
    <Center mih={160} className="empty">
      <Stack align="center" gap="xs" maw={480}>
        <IconMoodEmpty size={32} stroke={1.5} aria-hidden />
        <Text fw={600} ta="center">
          {title}
        </Text>
        {next !== undefined && (
          <Text component="div" size="sm" c="dimmed" ta="center">
            {next}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  );
}

/** Nothing here though nothing was asked for, as in a cell that has just begun: where records come from. */
export function NoView({ title }: { title: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Empty title={title} next={t('no-view.next')}>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/bring-in" search={{}} />}>
        {t('nav.bring-in')}
      </Anchor>
    </Empty>
  );
}

const pictures = { 'not-found': IconMoodEmpty, forbidden: IconLock, unavailable: IconPlugConnectedX };
const said = new Set([
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'too-many',
  'too-large',
  'unavailable',
]);
type Said =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'too-large'
  | 'unavailable';

/** What did not work, in the reader's language; what the cell said of it beneath. */
export function Failed({
  error,
  onRetry,
}: {
  error: unknown;
  onRetry?: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const code = codeOf(error);
  const known = code !== undefined && said.has(code) ? (code as Said) : undefined;
  const Picture = pictures[code as keyof typeof pictures] ?? IconAlertTriangle;
  const isMissing = code === 'not-found';
  return (
    <Alert
      color={isMissing ? 'gray' : 'red'}
      icon={<Picture size={20} aria-hidden />}
      title={isMissing ? t('missing') : t('failure.title')}
      role="alert"
      my="md"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{known === undefined ? t('failure.other') : t(`failure.${known}`)}</Text>
        {!isMissing && isFailure(error) && (
          <details>
            <summary>{t('failure.detail')}</summary>
            <Code block>{error.message}</Code>
          </details>
        )}
        {onRetry !== undefined && !isMissing && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('try-again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

type Screen = 'search' | 'reports' | 'requests' | 'decisions' | 'matching';

/** Leads to the screen of that name. */
function ToScreen({ to }: { to: Screen }): ReactNode {
  const { t } = useTranslation();
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to={`/${to}`} />}>
      {t(`nav.${to}`)}
    </Anchor>
  );
}

/** A screen that this account has no right to: who has, and where to go on. */
export function NoRight({
  title,
  why,
  next,
  to,
}: {
  title: string;
  why: string;
  next?: string;
  to: Screen;
}): ReactNode {
  return (
    <>
      <Head title={title} />
      <Empty title={why} next={next}>
        <ToScreen to={to} />
      </Empty>
    </>
  );
}

/** A screen of one thing that could not be had: what is not there leads back to where there is more. */
export function NotShown({
  error,
  onRetry,
  to,
}: {
  error: unknown;
  onRetry: () => void;
  to: Screen;
}): ReactNode {
  const { t } = useTranslation();
  if (codeOf(error) !== 'not-found') return <Failed error={error} onRetry={onRetry} />;
  return (
    <>
      <Head title={t('missing')} />
      <Empty title={t('missing.why')} next={t('missing.next')}>
        <ToScreen to={to} />
      </Empty>
    </>
  );
}

/** The head of a screen. */
export function Head({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="head">
      <div>
        <Title order={1}>{title}</Title>
        {lead !== undefined && (
          <Text c="dimmed" size="sm">
            {lead}
          </Text>
        )}
      </div>
      {children !== undefined && <div className="head-acts">{children}</div>}
    </div>
  );
}
