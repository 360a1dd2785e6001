/** Writes each file of the build a second and a third time, compressed: the server sends what the browser takes. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const compressible = /\.(?:js|css|svg|json|geojson)$/;

export function compressed(): Plugin {
  return {
    name: 'entente:compressed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets');
      for (const name of await readdir(folder)) {
        if (!compressible.test(name)) continue;
        const path = join(folder, name);
        const bytes = await readFile(path);
        await Promise.all([
          writeFile(`${path}.br`, await brotli(bytes)),
          writeFile(`${path}.gz`, await zip(bytes, { level: 9 })),
        ]);
      }
    },
  };
}
