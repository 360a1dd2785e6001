/** How the working place looks: quiet, dense enough for work, of enough contrast in both appearances. */
import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';

/** Petrol: nobody's flag. */
const petrol: MantineColorsTuple = [
  '#e9f6f9',
  '#d5e9ee',
  '#a9d3de',
  '#7abccd',
  '#53a8be',
  '#3b9cb5',
  '#237f99',
  '#155e75',
  '#104c5f',
  '#0a3a4a',
];

/** Fonts of the machine: nothing is fetched from elsewhere, and every script that it has is shown. */
const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK SC", sans-serif';

export const theme = createTheme({
  colors: { petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  // Whoever has the system move nothing is moved nothing.
  respectReducedMotion: true,
  fontFamily: fonts,
  fontSizes: { xs: '0.775rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontFamily: fonts,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.15rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
});

export const schemes = localStorageColorSchemeManager({ key: 'entente.scheme' });
