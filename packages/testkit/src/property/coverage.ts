/** What a run has asked: a hidden change that no call meets proves nothing. */
import type { Asked, Told } from './asked.ts';
import type { Generator } from './generator.ts';

interface Line {
  calls: number;
  nonEmpty: number;
  touched: number;
}

export class Coverage {
  private readonly lines = new Map<string, Line>();
  private readonly plain = new Map<string, number>();
  worlds = 0;
  /** E-mail and calls of webhooks that left for the members, in the first world of each pair. */
  left = { letters: 0, calls: 0 };
  /** How often the secretary was told something, beside the members. */
  toldSecretary = 0;
  readonly kinds = new Map<string, number>();

  count({ route, probe }: Pick<Generator, 'route' | 'probe'>, told: Told, isTouched: boolean): void {
    if (probe === undefined) {
      this.plain.set(route, (this.plain.get(route) ?? 0) + 1);
      return;
    }
    const line = this.lines.get(route) ?? { calls: 0, nonEmpty: 0, touched: 0 };
    this.lines.set(route, line);
    line.calls += 1;
    if (!isEmpty(told) || (route.startsWith('DELETE') && told.status === 200)) line.nonEmpty += 1;
    if (isTouched) line.touched += 1;
  }

  calls(route: string): number {
    return this.lines.get(route)?.calls ?? this.plain.get(route) ?? 0;
  }

  /** Routes of which fewer calls than half were touched, or no answer at all was other than empty. */
  lacking(): string[] {
    return [...this.lines]
      .filter(([, { calls, nonEmpty, touched }]) => touched * 2 < calls || nonEmpty === 0)
      .map(([route]) => route);
  }

  print(): string {
    const share = (part: number, whole: number): string =>
      `${Math.round((100 * part) / whole)} %`.padStart(6);
    const lines = [...this.lines]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([route, { calls, nonEmpty, touched }]) =>
          `${route.padEnd(66)}${String(calls).padStart(6)}${share(nonEmpty, calls)}${share(touched, calls)}`,
      );
    const plain = [...this.plain.values()].reduce((sum, calls) => sum + calls, 0);
    const { letters, calls: called } = this.left;
    return [
      `${this.worlds} pairs of worlds; changes: ${[...this.kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
      `${'route'.padEnd(66)} calls  non-empty  touched`,
      ...lines,
      `left the cell for those who ask: ${letters} letters, ${called} calls of webhooks`,
      `told to the secretary: ${this.toldSecretary} answers`,
      `${this.plain.size} routes that read no member's data: ${plain} calls`,
    ].join('\n');
  }
}

/** Whether an answer tells nothing but that there is nothing. */
export function isEmpty({ status, body }: Told): boolean {
  if (status === 204 || status === 304) return false;
  if (status >= 400 || body === '' || body === '{}') return true;
  if (/^\{"(items|types|mentions)":\[\]\}$/.test(body) || /^\{"(recalled|relabelled)":0\}$/.test(body))
    return true;
  if (body.startsWith('retry:')) return !body.includes('event: released') && !body.includes('event: removed');
  return body.startsWith('{"type":"bundle"') && !body.includes(',\n');
}

/** Whether two answers are the same to the byte. */
export const isSame = (one: Told, other: Told): boolean =>
  one.status === other.status && one.headers === other.headers && one.body === other.body;

/** A request as it is told to whoever looks for the leak. */
export const printed = ({ method, url, payload }: Asked): string =>
  `${method} ${url} ${payload ?? ''}`.trim();
