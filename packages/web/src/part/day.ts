/** Days and moments as they are written in fields: the order of both languages is day, month, year. */

const writtenDay = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/;
const standardDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const writtenTime = /^(\d{1,2})[:hH.](\d{2})$/;

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

/** `25/12/2026` or `2026-12-25` as `2026-12-25`; nothing where it is no day of the calendar. */
export function dayIn(typed: string): string | undefined {
  const text = typed.trim();
  const [, day, month, year] = writtenDay.exec(text) ?? [];
  const [, first, second, third] = standardDay.exec(text) ?? [];
  const found = `${year ?? first}-${two(month ?? second)}-${two(day ?? third)}`;
  const time = new Date(`${found}T00:00:00Z`);
  const isDay = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(found);
  return isDay ? found : undefined;
}

/** `25/12/2026 14:30` or `2026-12-25T14:30` as `2026-12-25T14:30`, in the zone of the device. */
export function momentIn(typed: string): string | undefined {
  const [, day = '', clock = ''] = /^(\S+?)(?:\s+|T)(\S+)$/.exec(typed.trim()) ?? [];
  const found = dayIn(day);
  const [, hour = '', minute = ''] = writtenTime.exec(clock) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  return found !== undefined && isTime ? `${found}T${two(hour)}:${minute}` : undefined;
}

/** `2026-12-25` as `25/12/2026`; what is no day stays as it is. */
export function dayWritten(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? day : `${date}/${month}/${year}`;
}

/** `2026-12-25T14:30` as `25/12/2026 14:30`. */
export function momentWritten(moment: string): string {
  const [day = '', clock] = moment.split('T');
  return clock === undefined ? dayWritten(day) : `${dayWritten(day)} ${clock}`;
}
