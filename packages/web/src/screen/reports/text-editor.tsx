/** The text of a report in the making, paragraph by paragraph. */
import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newParagraph, type Draft, type DraftParagraph } from './draft.ts';
import { ParagraphEditor } from './paragraph-editor.tsx';
import type { Changed } from './paragraphs.ts';

export function TextEditor({
  draft: { paragraphs, objects, language },
  onChange,
  onLink,
}: {
  draft: Draft;
  onChange: (paragraphs: DraftParagraph[]) => void;
  onLink: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('reports');
  const [focus, setFocus] = useState<Changed['focus']>();
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus === undefined) return;
    const box = text.current?.querySelector<HTMLTextAreaElement>(`#paragraph-${focus.key}`);
    box?.focus();
    box?.setSelectionRange(focus.caret, focus.caret);
  }, [focus]);
  const apply = (changed: Changed): void => {
    onChange(changed.paragraphs);
    setFocus(changed.focus);
  };
  return (
    <section aria-labelledby="report-text">
      <Title order={2} size="h3" id="report-text">
        {t('text')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm" id="text-hint">
        {t('text.hint')}
      </Text>
      <div ref={text} lang={language === '' ? undefined : language}>
        {paragraphs.map((paragraph, index) => (
          <ParagraphEditor
            key={paragraph.key}
            number={index + 1}
            paragraph={paragraph}
            all={paragraphs}
            linked={objects}
            onChange={onChange}
            onMoved={apply}
            onLink={onLink}
          />
        ))}
      </div>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => {
          const added = newParagraph('');
          apply({ paragraphs: [...paragraphs, added], focus: { key: added.key, caret: 0 } });
        }}
      >
        {t('paragraph.add')}
      </Button>
    </section>
  );
}
