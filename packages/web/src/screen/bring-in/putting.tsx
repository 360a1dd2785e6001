/** A file of the cell's own kinds on its way in: what it holds, under which label, and what came of it. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../part/states.tsx';
import { Checked } from './checked.tsx';
import { Leaving } from './leaving.tsx';
import { Newcomers } from './newcomers.tsx';
import { Outcome } from './outcome.tsx';
import { ageEverything } from './queries.ts';
import { useSending } from './sending-state.ts';
import type { Sending } from './sending.ts';
import { SendingBar } from './sending-bar.tsx';
import { standing, Terms, type TermsChosen } from './terms.tsx';

/** Bytes. */
const small = 50_000_000;

const ageAfterwards = (): void => void ageEverything();

export function Putting({
  file,
  source,
  hasLines = true,
  onAnother,
}: {
  file: Blob;
  /** What the list or the file is called. */
  source: string;
  /** Whether its lines are those of what was given: not where it was made of a table. */
  hasLines?: boolean;
  onAnother: () => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const [terms, setTerms] = useState<TermsChosen>(standing);
  const [checkedUnder, setCheckedUnder] = useState<string>();
  const noteCheck = useCallback(
    (_report: unknown, { label }: Sending) => setCheckedUnder(JSON.stringify(label)),
    [],
  );
  const check = useSending(noteCheck);
  const put = useSending(ageAfterwards);
  const sending = { file, name: source, label: terms.label, strict: terms.strict };
  const { start } = check;
  useEffect(() => {
    // What is small is looked at by itself; to send a large file twice is for whoever sends it to decide.
    if (file.size <= small) start({ file, name: source, ...standing, dryRun: true });
  }, [file, source, start]);
  const isUnder = checkedUnder === JSON.stringify(terms.label);
  const hasBegun =
    put.state.isRunning ||
    put.state.report !== undefined ||
    put.state.wasEnded ||
    put.state.error !== undefined;
  const { report } = check.state;
  if (hasBegun) {
    return (
      <>
        <Leaving isRunning={put.state.isRunning} />
        <Outcome
          state={put.state}
          size={file.size}
          source={source}
          onEnd={put.end}
          onAgain={() => put.start({ ...sending, dryRun: false })}
          onAnother={onAnother}
        />
      </>
    );
  }
  return (
    <>
      <Terms source={source} chosen={terms} onChange={setTerms} />
      <Paper withBorder p="md" component="section" aria-labelledby="holds">
        <Stack gap="sm">
          <Title order={2} id="holds">
            {t('holds')}
          </Title>
          {report === undefined && <Text size="sm">{t('holds.lead')}</Text>}
          {check.state.isRunning && (
            <SendingBar
              sent={check.state.sent}
              size={file.size}
              onEnd={check.end}
              reading={t('check.reading')}
            />
          )}
          {check.state.error !== undefined && <Failed error={check.state.error} />}
          {report !== undefined && !check.state.isRunning && (
            <Checked report={report} source={source} isUnder={isUnder} />
          )}
          {report?.toScreen !== undefined && !check.state.isRunning && (
            <Newcomers toScreen={report.toScreen} hasLines={hasLines} />
          )}
          <Group>
            <Button
              variant={report === undefined ? 'filled' : 'default'}
              disabled={check.state.isRunning}
              onClick={() => check.start({ ...sending, strict: false, dryRun: true })}
            >
              {report === undefined ? t('check') : t('check.again')}
            </Button>
            {report !== undefined && (
              <Button
                disabled={check.state.isRunning}
                onClick={() => put.start({ ...sending, dryRun: false })}
              >
                {t('put')}
              </Button>
            )}
          </Group>
        </Stack>
      </Paper>
    </>
  );
}
