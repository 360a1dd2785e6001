/** The secretary sets on which days silences may end. */
import { Checkbox, Group, Select, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { calendarQuery, questions } from '../../../app/questions.ts';
import { ActDialogue } from '../../../part/act-dialogue.tsx';
import { daysIn, useDayNames, wrongLine, zonesWith, zoneText } from './days.ts';

type Calendar = Awaited<ReturnType<typeof cell.calendar>>;

export function ChangeDays({ calendar, onClose }: { calendar: Calendar; onClose: () => void }): ReactNode {
  const { t } = useTranslation('deciding');
  const [offset, setOffset] = useState(calendar.offset);
  const [weekend, setWeekend] = useState(calendar.weekend);
  const [holidays, setHolidays] = useState(calendar.holidays.toSorted().join('\n'));
  const wrong = wrongLine(holidays);
  return (
    <ActDialogue
      isOpen
      onClose={onClose}
      isReady={wrong === undefined && weekend.length < 7}
      title={t('days')}
      confirm={t('days.keep')}
      done={t('days.kept')}
      act={() => cell.setCalendar({ offset, weekend, holidays: daysIn(holidays) })}
      renew={() => questions.invalidateQueries({ queryKey: calendarQuery.queryKey })}
    >
      <Select
        label={t('days.offset')}
        description={t('days.offset.says')}
        data={zonesWith(calendar.offset).map((one) => ({ value: String(one), label: zoneText(one) }))}
        value={String(offset)}
        onChange={(one) => setOffset(Number(one))}
        searchable
        allowDeselect={false}
      />
      <Weekend chosen={weekend} onChange={setWeekend} />
      <Textarea
        label={t('days.holidays')}
        description={t('days.holidays.says')}
        value={holidays}
        onChange={({ currentTarget: { value } }) => setHolidays(value)}
        error={wrong === undefined ? undefined : t('days.holidays.wrong', wrong)}
        autosize
        minRows={4}
        maxRows={12}
      />
    </ActDialogue>
  );
}

function Weekend({
  chosen,
  onChange,
}: {
  chosen: readonly number[];
  onChange: (days: number[]) => void;
}): ReactNode {
  const { t } = useTranslation('deciding');
  return (
    <Checkbox.Group
      label={t('days.weekend')}
      value={chosen.map(String)}
      onChange={(days) => onChange(days.map(Number))}
      error={chosen.length === 7 ? t('days.weekend.whole') : undefined}
    >
      <Group gap="md" mt="xs">
        {useDayNames().map(({ day, name }) => (
          <Checkbox key={day} value={String(day)} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
