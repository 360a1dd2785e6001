/** The text in both languages, and beside it what earlier versions said and what members could agree to. */
import { Select, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../app/language.ts';
import { ForeignText } from '../../part/foreign.tsx';
import { safeText } from '../../record/safe-text.ts';
import { compareTexts, type Piece } from './difference.ts';
import type { Decision } from './queries.ts';

interface Other {
  key: string;
  label: string;
  text: { en: string | null; fr: string | null };
}

export function Texts({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const others = useOthers(decision);
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find(({ key }) => key === chosen);
  return (
    <section aria-labelledby="text-title">
      <div className="decision-text-head">
        <Title order={2} id="text-title">
          {t('text')}
        </Title>
        {others.length > 0 && (
          <Select
            size="xs"
            w={300}
            label={t('text.beside')}
            placeholder={t('text.beside.none')}
            clearable
            data={others.map(({ key, label }) => ({ value: key, label }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </div>
      {other === undefined ? (
        <div className="decision-sides">
          {languages.map((language) => (
            <Side key={language} language={language}>
              <Text fw={600}>
                <bdi lang={language}>{safeText(decision.title[language]).text}</bdi>
              </Text>
              <div lang={language}>
                <ForeignText text={decision.text[language]} most={4000} />
              </div>
            </Side>
          ))}
        </div>
      ) : (
        languages.map((language) => (
          <Beside key={language} language={language} decision={decision} other={other} />
        ))
      )}
    </section>
  );
}

function useOthers({ versions, version, steps, names }: Decision): Other[] {
  const { t } = useTranslation('decisions');
  const earlier = versions
    .filter((one) => one.version !== version)
    .map((one) => ({
      key: `v${one.version}`,
      label: t('text.version', { version: one.version }),
      text: one.text,
    }));
  const amendments = steps.flatMap(({ no, amendment, member }) =>
    amendment === null
      ? []
      : [
          {
            key: `s${no}`,
            label: t('text.amendment', { member: names[member ?? ''] ?? '' }),
            text: amendment,
          },
        ],
  );
  return [...amendments, ...earlier];
}

function Side({
  language,
  title,
  children,
}: {
  language: Language;
  title?: string;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <Stack gap={6} className="decision-side">
      <Text size="xs" c="dimmed">
        {title ?? t(`language.${language}`)}
      </Text>
      {children}
    </Stack>
  );
}

function Beside({
  language,
  decision,
  other,
}: {
  language: Language;
  decision: Decision;
  other: Other;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const text = other.text[language];
  const now = safeText(decision.text[language]).text;
  const { before, after } = compareTexts(now, safeText(text ?? now).text);
  const name = t(`language.${language}`);
  return (
    <div className="decision-sides">
      <Side language={language} title={t('text.now', { language: name })}>
        <Pieces pieces={before} language={language} kind="del" />
      </Side>
      <Side language={language} title={`${other.label} · ${name}`}>
        {text === null ? (
          <Text size="sm" c="dimmed">
            {t('text.same')}
          </Text>
        ) : (
          <Pieces pieces={after} language={language} kind="ins" />
        )}
      </Side>
    </div>
  );
}

function Pieces({
  pieces,
  language,
  kind: Kind,
}: {
  pieces: Piece[];
  language: Language;
  kind: 'del' | 'ins';
}): ReactNode {
  return (
    <bdi lang={language} dir="auto" className="foreign-text">
      {pieces.map(({ text, at, isShared }) => (isShared ? text : <Kind key={at}>{text}</Kind>))}
    </bdi>
  );
}
