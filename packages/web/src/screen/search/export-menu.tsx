/** Results as files: what is selected, or all of them; each file says whose view it is, by which account and when. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { useTimes } from '../../part/time.ts';
import type { Entry } from '../../record/object.ts';
import { bundleOf } from './bundle.ts';
import { columnNames, wordsIn } from './columns.tsx';
import { csvOf } from './csv.ts';
import { offer, useStatement } from './file.ts';
import { useQuestion, type Question } from './question.ts';
import { useWordings } from './result-table.tsx';

/** Objects of one file that is made here; the whole view is exported by the cell itself. */
const mostInFile = 10_000;

type Format = 'stix' | 'csv';

/** @param loaded all results, where all are loaded */
export function ExportMenu({
  selected,
  loaded,
}: {
  selected: readonly Entry[];
  loaded: readonly Entry[] | undefined;
}): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  const { question } = useQuestion();
  const [isBusy, setBusy] = useState(false);
  const write = useWriter();
  const all = async (format: Format): Promise<void> => {
    setBusy(true);
    try {
      const { entries, isCut } =
        loaded === undefined ? await everyEntry(question) : { entries: loaded, isCut: false };
      write(format, entries);
      if (isCut) notifications.show({ message: t('export.cut', { number: times.number(mostInFile) }) });
    } catch {
      notifications.show({ color: 'red', message: t('export.failed') });
    } finally {
      setBusy(false);
    }
  };
  const number = times.number(selected.length);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {selected.length > 0 && (
          <>
            <Menu.Label>{t('selected', { count: selected.length, number })}</Menu.Label>
            <Menu.Item onClick={() => write('stix', selected)}>{t('export.stix')}</Menu.Item>
            <Menu.Item onClick={() => write('csv', selected)}>{t('export.csv')}</Menu.Item>
          </>
        )}
        <Menu.Label>{t('export.all')}</Menu.Label>
        <Menu.Item onClick={() => void all('stix')}>{t('export.stix')}</Menu.Item>
        <Menu.Item onClick={() => void all('csv')}>{t('export.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Writes entries into a file and offers it. */
function useWriter(): (format: Format, entries: readonly Entry[]) => void {
  const { t } = useTranslation('search');
  const words = useWordings();
  const statement = useStatement();
  return (format, entries) => {
    const { text, at } = statement();
    if (format === 'stix') {
      offer('search.json', 'application/stix+json;version=2.1', bundleOf(text, at, entries));
      return;
    }
    const names = [...columnNames.map((name) => t(`column.${name}`)), 'id'];
    const rows = entries.map((entry) => [
      ...columnNames.map((name) => wordsIn(name, entry, words)),
      entry.object.id,
    ]);
    offer('search.csv', 'text/csv;charset=utf-8', csvOf(text, names, rows));
  };
}

async function everyEntry(question: Question): Promise<{ entries: Entry[]; isCut: boolean }> {
  const entries: Entry[] = [];
  for await (const entry of cell.every('search', { ...question, limit: 1000 })) {
    if (entries.length === mostInFile) return { entries, isCut: true };
    entries.push(entry);
  }
  return { entries, isCut: false };
}
