import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { operations } from './operations.ts';

export default defineConfig({
  // The page says in <base> under which path the cell is reached; everything else is found from there.
  base: './',
  plugins: [react(), operations(), compressed()],
  build: {
    target: 'es2022',
    // From there on browsers know light-dark(); for older ones it would be put in a way that the schemes of Mantine undo.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Styles and pictures in files of their own: the policy of the page lets nothing else in.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // Apart from the screen that uses it, so that a profile tells its work from ours.
        codeSplitting: { groups: [{ name: 'sigma', test: /node_modules[\\/](?:sigma|graphology)/ }] },
      },
    },
  },
});
