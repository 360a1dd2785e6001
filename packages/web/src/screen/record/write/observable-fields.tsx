/** A cyber-observable: one value, of which the form says what it is. */
import { Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordForType } from '../../../record/kind.ts';
import { recordIn, textIn, type StixObject } from '../../../record/object.ts';
import { unknownObservable } from '../../../record/writing.ts';
import { observableOf } from '../../bring-in/table/observable.ts';
import { Section } from './section.tsx';
import { useField, useForm } from './state.ts';

export function ObservableFields(): ReactNode {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const { object, change } = useForm();
  const { error } = useField(['value']);
  // What was typed stands there as it was; what is made of it may be spelt otherwise.
  const [text, setText] = useState(() => valueOf(object));
  const isKnown = object.type !== unknownObservable;
  return (
    <Section title={t('kind.observable')}>
      <TextInput
        label={t('property.value')}
        description={t('hint.observable')}
        required
        spellCheck={false}
        dir="auto"
        error={error}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          change(withObservable(object, value));
        }}
      />
      <Text size="sm" mt="xs" role="status">
        {isKnown && (
          <>
            {wordForType(object.type, stix)}: <bdi>{valueOf(object)}</bdi>
          </>
        )}
      </Text>
    </Section>
  );
}

/** The value, or the one hash of a file. */
const valueOf = (object: StixObject): string =>
  textIn(object, 'value') ??
  Object.values(recordIn(object, 'hashes')).find((one) => typeof one === 'string') ??
  '';

/** The object with what a value is in place of what it was. */
function withObservable(
  { type: _type, value: _value, hashes: _hashes, ...rest }: StixObject,
  text: string,
): StixObject {
  return { ...rest, ...(observableOf(text) ?? { type: unknownObservable, value: text }) };
}
