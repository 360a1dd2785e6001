/** Values of the details of persons and organisations: places, countries, documents, listings. */
import { Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../../part/foreign.tsx';
import { recordIn, textIn } from '../../../record/object.ts';
import { dateWords, dayWords } from './date-words.ts';
import { wordForChoice, wordForCode, wordForDocument } from './words.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Pieces beside each other, with commas between them. */
function Pieces({ pieces }: { pieces: readonly (string | undefined)[] }): ReactNode {
  return pieces
    .filter((piece) => piece !== undefined)
    .map((piece, index) => (
      <Fragment key={piece}>
        {index > 0 && ', '}
        <Foreign text={piece} />
      </Fragment>
    ));
}

function Note({ value }: { value: Fields }): ReactNode {
  const note = textIn(value, 'note');
  return note === undefined ? null : (
    <Text component="div" size="xs" c="dimmed">
      <Foreign text={note} />
    </Text>
  );
}

/** Something else that is said of it, and what that is. */
export function Aside({ word, text }: { word: string; text: string }): ReactNode {
  const { t: common } = useTranslation();
  return (
    <Text component="div" size="xs" c="dimmed">
      {word}
      {common('colon')} <Foreign text={text} />
    </Text>
  );
}

function useCountry(): (value: Fields) => string | undefined {
  const { i18n } = useTranslation();
  return (value) => {
    const code = textIn(value, 'code');
    return code === undefined ? textIn(value, 'text') : wordForCode(code, 'region', i18n.language);
  };
}

export function Country({ value }: { value: Fields }): ReactNode {
  const name = useCountry()(value);
  return name === undefined ? null : <Foreign text={name} />;
}

export function Nationality({ value }: { value: Fields }): ReactNode {
  const { t } = useTranslation('record');
  const status = textIn(value, 'status');
  const word = status === undefined ? undefined : wordForChoice('status', status, t);
  return (
    <>
      <Country value={value} />
      {word !== undefined && status !== 'current' && (
        <Text span size="xs" c="dimmed">
          {' '}
          {word}
        </Text>
      )}
      <Note value={value} />
    </>
  );
}

export function Place({ value }: { value: Fields }): ReactNode {
  const { t, i18n } = useTranslation('record');
  const country = useCountry()(recordIn(value, 'country'));
  const keys = ['text', 'street', 'postal_code', 'city', 'region'];
  const name = textIn(value, 'under_name');
  const [from, to] = ['from', 'to'].map((key) => {
    const date = recordIn(value, key);
    return 'precision' in date ? dateWords(date, t, i18n.language) : undefined;
  });
  return (
    <>
      <Pieces pieces={[...keys.map((key) => textIn(value, key)), country]} />
      {(from !== undefined || to !== undefined) && (
        <Text component="div" size="xs" c="dimmed">
          {t('date.stay', { from: from ?? '…', to: to ?? '…' })}
        </Text>
      )}
      {name !== undefined && <Aside word={t('property.under_name')} text={name} />}
      <Note value={value} />
    </>
  );
}

export function Document({ value }: { value: Fields }): ReactNode {
  const { t, i18n } = useTranslation('record');
  const country = useCountry()(recordIn(value, 'issuing_country'));
  const type = textIn(value, 'type');
  const [issued, expires] = ['issued', 'expires'].map((key) => recordIn(value, key));
  const dates = [
    ...(issued !== undefined && 'precision' in issued
      ? [t('document.issued', { date: dateWords(issued, t, i18n.language) })]
      : []),
    ...(expires !== undefined && 'precision' in expires
      ? [t('document.expires', { date: dateWords(expires, t, i18n.language) })]
      : []),
  ];
  const written = textIn(value, 'type_text');
  // What is none of the kinds is called as the source calls it.
  const isOther = type === undefined || type === 'other';
  const kind = (isOther ? written : undefined) ?? (type === undefined ? undefined : wordForDocument(type, t));
  const saysMore = !isOther && written?.toLowerCase() !== type.replaceAll('-', ' ');
  return (
    <>
      <Pieces pieces={[kind, textIn(value, 'number'), country, textIn(value, 'issuing_place')]} />
      {saysMore && written !== undefined && <Aside word={t('document.as-source')} text={written} />}
      {dates.map((date) => (
        <Text key={date} component="div" size="xs" c="dimmed">
          {date}
        </Text>
      ))}
      <Note value={value} />
    </>
  );
}

export function Listing({ value }: { value: Fields }): ReactNode {
  const { t, i18n } = useTranslation('record');
  const [listed, delisted] = ['listed_on', 'delisted_on'].map((key) => {
    const day = textIn(value, key);
    return day === undefined ? undefined : dayWords(day, i18n.language);
  });
  const url = textIn(value, 'url');
  return (
    <>
      <Pieces pieces={[textIn(value, 'list'), textIn(value, 'regime'), textIn(value, 'reference')]} />
      <Text component="div" size="xs" c="dimmed">
        {listed !== undefined && t('listing.on', { date: listed })}{' '}
        {delisted !== undefined && t('listing.off', { date: delisted })}
      </Text>
      {url !== undefined && (
        <Text component="div" size="xs" c="dimmed">
          <Foreign text={url} />
        </Text>
      )}
      <Note value={value} />
    </>
  );
}

/** What a member attached to a decision. */
export function Statement({ value }: { value: Fields }): ReactNode {
  const { t } = useTranslation('record');
  const [member, kind = '', text] = [textIn(value, 'member'), textIn(value, 'kind'), textIn(value, 'text')];
  const said = [member, wordForChoice('statement-kind', kind, t) ?? kind];
  return (
    <>
      {text !== undefined && <Foreign text={text} />}
      <Text component="div" size="xs" c="dimmed">
        <Pieces pieces={said} />
      </Text>
    </>
  );
}
