/** Sizes of files in words. */
import { useTranslation } from 'react-i18next';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** @returns what writes a number of bytes in the unit that fits */
export function useSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3) - 1);
    const locale = i18n.language === 'fr' ? 'fr-FR' : 'en-GB';
    const format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: units[step] ?? 'kilobyte',
      maximumFractionDigits: 1,
    });
    return format.format(bytes / 1000 ** (step + 1));
  };
}
