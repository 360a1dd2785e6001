/**
 * Fields of days and of moments. Those of the browser follow its own language, not that of the page; here one types, or
 * chooses from a calendar that is fetched when it is opened.
 */
import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { screenOf } from '../app/files.ts';
import { afterPress } from './after-press.ts';
import { dayIn, dayWritten, momentIn, momentWritten } from './day.ts';
import { Fetched } from './fetched.tsx';

const Calendar = screenOf(() => import('./calendar.tsx'), 'Calendar');

interface Asked extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** `2026-12-25`, or `2026-12-25T14:30` of a moment; empty while there is none. */
  value: string;
  onChange: (value: string) => void;
}

interface Form {
  name: 'day' | 'moment';
  read: (typed: string) => string | undefined;
  write: (value: string) => string;
  /** The value once a day was chosen from the calendar. */
  withDay: (day: string, before: string) => string;
}

const dayForm: Form = { name: 'day', read: dayIn, write: dayWritten, withDay: (day) => day };
const momentForm: Form = {
  name: 'moment',
  read: momentIn,
  write: momentWritten,
  withDay: (day, before) => `${day}T${before.split('T')[1] ?? '12:00'}`,
};

export const DayInput = (asked: Asked): ReactNode => <DateField {...asked} shape={dayForm} />;

/** A day and a time of it, in the zone of the device. */
export const MomentInput = (asked: Asked): ReactNode => <DateField {...asked} shape={momentForm} />;

/**
 * Whether a day of a form cannot be read, which is then where one goes on typing: for forms that say themselves what is
 * wrong, as the browser does not hold them back.
 */
export function hasUnreadDay(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLInputElement>('input[data-day]:invalid');
  // Says what is wrong, and goes to it.
  field?.reportValidity();
  return field !== null;
}

/** What stands in the field: as it is typed, until the value is another than what was typed. */
function useTyped(form: Form, value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState({ text: form.write(value), value });
  if (typed.value !== value) {
    const isTyped = (form.read(typed.text) ?? '') === value;
    setTyped({ text: isTyped ? typed.text : form.write(value), value });
  }
  const type = (text: string): void => {
    setTyped({ text, value });
    const given = form.read(text) ?? '';
    if (given !== value) onChange(given);
  };
  const read = form.read(typed.text);
  const isWrong = typed.text.trim() !== '' && read === undefined;
  const settle = (): void => setTyped({ text: isWrong ? typed.text : form.write(read ?? ''), value });
  return { text: typed.text, isWrong, type, settle };
}

function DateField({
  shape: form,
  value,
  onChange,
  error,
  size,
  onBlur,
  ...rest
}: Asked & { shape: Form }): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const { text, isWrong, type, settle } = useTyped(form, value, onChange);
  const [isLeft, setLeft] = useState(false);
  const wrong = isWrong ? t(`date.${form.name}.wrong`) : '';
  useEffect(() => field.current?.setCustomValidity(wrong), [wrong]);
  return (
    <TextInput
      {...rest}
      ref={field}
      data-day
      {...(size !== undefined && { size })}
      placeholder={t(`date.${form.name}`)}
      autoComplete="off"
      inputMode="text"
      value={text}
      error={isWrong && isLeft ? wrong : error}
      onChange={({ currentTarget }) => {
        setLeft(false);
        type(currentTarget.value);
      }}
      onBlur={(event) => {
        // What it then says takes a line.
        afterPress(() => setLeft(true));
        settle();
        onBlur?.(event);
      }}
      rightSection={
        <FromCalendar day={value.slice(0, 10)} onChoose={(day) => onChange(form.withDay(day, value))} />
      }
    />
  );
}

function FromCalendar({ day, onChoose }: { day: string; onChoose: (day: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { close, toggle }] = useDisclosure(false);
  return (
    <Popover opened={isOpen} onChange={close} trapFocus returnFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('date.choose')} onClick={toggle}>
          <IconCalendar size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('date.choose')}>
        <Fetched>
          <Calendar
            day={day}
            onChoose={(chosen) => {
              close();
              onChoose(chosen);
            }}
          />
        </Fetched>
      </Popover.Dropdown>
    </Popover>
  );
}
