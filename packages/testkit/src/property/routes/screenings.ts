/** Screenings. */
import { words } from '../../world/pool.ts';
import type { Asked } from '../asked.ts';
import type { Draw } from '../draw.ts';
import { generator, type Generator } from '../generator.ts';
import { withAnyOf } from '../probe.ts';

interface Person {
  name: string;
  born?: string;
}

function screening(draw: Draw): Asked {
  const person = (): Person => ({
    name: draw.once(3) ? draw.words() : draw.one(words),
    ...(draw.once(4) && { born: draw.one(['1979', '1979-03-12']) }),
  });
  const persons = Array.from({ length: 1 + draw.pick(5) }, person);
  return draw.api('POST', '/screenings', { persons, ...(draw.once(3) && { limit: 1 + draw.pick(4) }) });
}

const namesIn = ({ payload = '' }: Asked): string[] =>
  (JSON.parse(payload) as { persons: Person[] }).persons.map(({ name }) => name.trim().split(' ')[0] ?? '');

export const screeningRoutes: Generator[] = [
  generator('POST /api/v1/screenings', screening, (asked) => withAnyOf(namesIn(asked))),
];
