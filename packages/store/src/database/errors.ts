import { Failure } from '@entente/core/failure';

/** character_not_in_repertoire, untranslatable_character: of what a caller can send, number zero alone is none. */
const noCharacter = new Set(['22021', '22P05']);
const storageFull = new Set(['53100', 'ENOSPC', 'EDQUOT']);
const outOfReach = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'];
const connectionLost = ['08000', '08001', '08003', '08004', '08006'];
const startingOrStopping = ['57P01', '57P02', '57P03', '57P05'];
const tooManyConnections = '53300';
const unavailable = new Set([...outOfReach, ...connectionLost, ...startingOrStopping, tooManyConnections]);

/**
 * What a caller should see of an error of PostgreSQL or of the disk (PostgreSQL, appendix A): `storage-full`
 * where nothing could be written, `unavailable` where the server is out of reach; `invalid`
 * for a text that PostgreSQL cannot hold; else the error unchanged.
 */
export function asFailure(error: unknown): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (storageFull.has(code)) {
    return new Failure(
      'storage-full',
      'The disk is full; nothing was written. Make room and try again.',
      error,
    );
  }
  const lost = /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
  if (noCharacter.has(code)) {
    return new Failure('invalid', 'The character of number zero stands where none can be.', error);
  }
  const noFile = code === 'ENOENT' && !('syscall' in error && error.syscall === 'connect');
  if ((unavailable.has(code) && !noFile) || lost) {
    return new Failure('unavailable', 'The database is out of reach; try again shortly.', error);
  }
  return error;
}
