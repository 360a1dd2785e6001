/** A calendar to choose a day from, in the language of the page. */
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/fr';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function Calendar({ day, onChoose }: { day: string; onChoose: (day: string) => void }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <DatePicker
      locale={i18n.language === 'fr' ? 'fr' : 'en-gb'}
      value={day === '' ? null : day}
      {...(day !== '' && { defaultDate: day })}
      onChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
      }}
      // Escape closes the calendar, and leaves the dialogue that the field stands in.
      __stopPropagation
      // Those of the library are too pale to be read.
      hideOutsideDates
      highlightToday
      weekendDays={[]}
      ariaLabels={{
        previousMonth: t('date.previous-month'),
        nextMonth: t('date.next-month'),
        previousYear: t('date.previous-year'),
        nextYear: t('date.next-year'),
        previousDecade: t('date.previous-decade'),
        nextDecade: t('date.next-decade'),
      }}
    />
  );
}
