/** `entente export`: your whole view as a STIX bundle. */
import { Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '@entente/core/failure';
import { say } from '../output.ts';
import { connect } from '../profile.ts';

interface ExportOptions {
  type?: string;
  allVersions?: boolean;
}

export function exportCommand(): Command {
  return new Command('export')
    .summary('write your whole view as a STIX bundle')
    .description(
      'The first object of the bundle is a statement: which account of which member exported it, and when.',
    )
    .argument('[file]', 'where to write it; standard output without it')
    .option('--type <types>', 'STIX types, separated by commas')
    .option('--all-versions', 'every version, not the latest alone')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente export view.json\n  $ entente export --type indicator | gzip > indicators.json.gz',
    )
    .action(exportView);
}

async function exportView(
  file: string | undefined,
  { type, allVersions = false }: ExportOptions,
): Promise<void> {
  const client = await connect();
  const stream = await client.exportView({
    versions: allVersions ? 'all' : 'latest',
    ...(type === undefined ? {} : { type }),
  });
  const source = Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]);
  if (file === undefined) return whole(pipeline(source, process.stdout, { end: false }));
  // The file takes its name when it is whole.
  const draft = `${file}.part`;
  try {
    await whole(pipeline(source, createWriteStream(draft, { mode: 0o600 })));
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  say(`Written to ${file}.`);
}

const whole = (writing: Promise<void>): Promise<void> =>
  writing.catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== undefined) throw error;
    throw new Failure('unavailable', `The bundle is not complete: ${error.message}.`, error);
  });
