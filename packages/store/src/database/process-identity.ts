import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names one process for as long as the machine runs: a number alone is used again after its end. */
export interface ProcessIdentity {
  readonly pid: number;
  /** when it started, in whatever unit the system gives; compared for equality only */
  readonly started: string;
  /** the name space in which `pid` means something: this boot, this container */
  readonly place: string;
  readonly host: string;
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? '', place: place(), host: hostname() };
}

/** Whether that very process still runs; `unknown` where its number belongs to another machine or container. */
export function isAlive(identity: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (identity.place === place()) return startOf(identity.pid) === identity.started ? 'alive' : 'dead';
  const [boot] = identity.place.split(' ');
  const sameMachineSinceRestarted = identity.host === hostname() && boot !== place().split(' ')[0];
  return sameMachineSinceRestarted ? 'dead' : 'unknown';
}

/** When the process of that number started, or undefined where there is none (a zombie counts as none). */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return startByPs(pid);
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // proc(5): after the name in parentheses come the state (field 3) and the start in ticks (field 22)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function startByPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return text || undefined;
  } catch {
    return undefined; // ps ends with 1 where there is no such process
  }
}

function place(): string {
  if (process.platform !== 'linux') return hostname();
  const boot = readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? hostname();
  return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // under /proc every failure to read means that it is gone
  }
}
