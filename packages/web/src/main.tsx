/** The page: language first, then appearance, questions and screens. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/style.css';
import { beginAnewFor } from './app/files.ts';
import { startLanguage } from './app/language.ts';
import { questions } from './app/questions.ts';
import { router } from './app/router.tsx';
import { SaidNotices } from './app/said-notices.tsx';
import { schemes, theme } from './app/theme.ts';
import { sayWithoutWords } from './app/without-words.ts';

window.addEventListener('vite:preloadError', ({ payload }) => beginAnewFor(payload.message));

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
try {
  await startLanguage();
} catch (error) {
  sayWithoutWords(root);
  throw error;
}
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} colorSchemeManager={schemes} defaultColorScheme="auto">
      <QueryClientProvider client={questions}>
        <SaidNotices />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
