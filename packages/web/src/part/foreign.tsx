/** Text that others wrote, in whatever language and direction, kept apart from the words around it. */
import { Anchor, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { safeText } from '../record/safe-text.ts';
import { shortened } from '../record/object.ts';

/** A name or a value, in a line. */
export function Foreign({ text, language }: { text: string; language?: string | undefined }): ReactNode {
  return (
    <bdi dir="auto" lang={language} className="foreign">
      {safeText(text).text}
    </bdi>
  );
}

/** A text of any length: its beginning, and the whole where it is asked for. Lines are kept. */
export function ForeignText({ text, most = 600 }: { text: string; most?: number }): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const safe = safeText(text);
  const isLong = [...safe.text].length > most;
  const shown = isLong && !isWhole ? shortened(safe.text, most) : safe.text;
  return (
    <div>
      <bdi dir="auto" className="foreign-text">
        {shown}
      </bdi>
      {isLong && (
        <Anchor component="button" type="button" size="sm" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('text.part') : t('text.whole')}
        </Anchor>
      )}
      {safe.omitted > 0 && (
        <Text size="xs" c="dimmed">
          {t('text.hidden-signs', { count: safe.omitted })}
        </Text>
      )}
    </div>
  );
}
