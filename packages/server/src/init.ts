/** A new cell under the name of its host, before it serves. */
import { foundHost } from './account/first-start.ts';
import type { Config } from './config.ts';
import { localUrl } from './listen.ts';
import { makeLog } from './log.ts';
import { openCell } from './open-cell.ts';
import { Failure } from '@entente/core/failure';
import { readHostRealm } from '@entente/store/account/link-reader';

/**
 * Founds the host. The first start prints the link that makes its first account.
 * @throws Failure `conflict` where the cell has a host already, and as `openCell`
 */
export async function initCell(
  config: Config,
  host: { name: string; realm: string; kind: string },
): Promise<void> {
  const url = config.publicUrl?.href.replace(/\/+$/, '') ?? localUrl(config.listen);
  const open = await openCell(config, url, makeLog('warn'));
  const { cell } = open;
  try {
    if ((await readHostRealm(cell.database.writer)) !== undefined) {
      throw new Failure('conflict', 'This cell has a host already.');
    }
    const id = cell.world.uuid();
    await foundHost(cell, { id, ...host, identity: `identity--${id}` });
  } finally {
    await open.close();
  }
}
