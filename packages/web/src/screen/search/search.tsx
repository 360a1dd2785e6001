/** Search in the view: the box, facets and saved searches beside what is found; or lines that were pasted. */
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Head } from '../../part/states.tsx';
import { BeginRecord } from '../record/begin-record.tsx';
import { PasteButton, SearchBox } from './box.tsx';
import { Facets } from './facets.tsx';
import { Known } from './known.tsx';
import { useLines } from './pasted-lines.ts';
import { isSameQuestion, useQuestion } from './question.ts';
import { Results } from './results.tsx';
import { SaveButton, Saved, type Opened } from './saved.tsx';
import './search.css';

export function Search(): ReactNode {
  const { t } = useTranslation('search');
  const lines = useLines();
  const { question } = useQuestion();
  const [opened, setOpened] = useState<Opened>();
  const freshSince =
    opened !== undefined && isSameQuestion(opened.question, question) ? opened.since : undefined;
  return (
    <>
      <Head title={t('title')}>
        <BeginRecord />
      </Head>
      <Stack gap="md">
        <Group align="flex-start" gap="xs" wrap="nowrap" className="search-box">
          <SearchBox onDown={() => document.querySelector<HTMLElement>('.results')?.focus()} />
          <Group gap="xs" wrap="nowrap" className="search-acts">
            <SaveButton onSaved={setOpened} />
            <PasteButton />
          </Group>
        </Group>
        {lines === undefined ? (
          <div className="search-screen">
            <Aside onOpen={setOpened} />
            <div className="search-found">
              <Results freshSince={freshSince} />
            </div>
          </div>
        ) : (
          <Known lines={lines} />
        )}
      </Stack>
    </>
  );
}

/** Saved searches and facets; in a narrow window behind a button, so that what is found stands first. */
function Aside({ onOpen }: { onOpen: (opened: Opened) => void }): ReactNode {
  const { t } = useTranslation('search');
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <div>
      <Button
        variant="default"
        size="sm"
        hiddenFrom="md"
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls="search-aside"
        onClick={toggle}
      >
        {t('aside')}
      </Button>
      <aside id="search-aside" className="search-aside in-order" data-open={isOpen ? '' : undefined}>
        <Saved onOpen={onOpen} />
        <Facets />
      </aside>
    </div>
  );
}
