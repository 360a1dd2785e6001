/** Learns how often signs and whole tokens come, by script: what is common proves little. */
import { scripts } from '../../packages/core/src/names/script.ts';
import { tenths, writeRows } from './table.ts';
import { readPersons } from './training.ts';

/** Tokens of one script that are kept, and how many persons have to have one. */
const most = 1200;
const fewest = 4;

const signs = new Map(scripts.map((script) => [script, new Map<string, number>()]));
const tokens = new Map(scripts.map((script) => [script, new Map<string, number>()]));
const persons = readPersons();
const holders = new Map(scripts.map((script) => [script, 0]));
for (const { names } of persons) {
  for (const script of scripts) {
    const own = new Set(
      names
        .flat()
        .filter((token) => token.script === script)
        .map(({ sounds }) => sounds),
    );
    if (own.size > 0) holders.set(script, (holders.get(script) ?? 0) + 1);
    for (const sounds of own) {
      const counts = tokens.get(script) as Map<string, number>;
      counts.set(sounds, (counts.get(sounds) ?? 0) + 1);
      for (const sign of sounds) {
        const seen = signs.get(script) as Map<string, number>;
        seen.set(sign, (seen.get(sign) ?? 0) + 1);
      }
    }
  }
}
const rows = scripts.map((script) => {
  const seen = [...(signs.get(script) ?? [])];
  const all = seen.reduce((sum, [, count]) => sum + count, 0);
  const whole = holders.get(script) ?? 1;
  const common = [...(tokens.get(script) ?? [])]
    .filter(([, count]) => count >= fewest)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most);
  return [
    script,
    seen.map(([sign, count]) => `${sign}${tenths(count / all)}`).join(' '),
    common.map(([sounds, count]) => `${sounds}${tenths(count / whole)}`).join(' '),
  ];
});
writeRows('rarity', 'rarity', rows);
