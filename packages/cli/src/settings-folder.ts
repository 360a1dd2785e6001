import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the command line keeps what it keeps (XDG Base Directory Specification). */
export function settingsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment['XDG_CONFIG_HOME'];
  return join(base === undefined || base === '' ? join(homedir(), '.config') : base, 'entente');
}
