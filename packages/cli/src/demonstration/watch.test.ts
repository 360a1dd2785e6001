import { expect, test } from 'vitest';
import { memberOf } from './members.ts';
import { demonstrationActs } from './story.ts';
import { watchedKeys, watchedMembers, watchPoints } from './watch.ts';

test('Everything that is pointed at is put in by the member that is named', () => {
  const put = new Set(
    demonstrationActs().flatMap((act) =>
      act.kind === 'put' ? act.objects.map((object) => `${act.member} ${String(object['id'])}`) : [],
    ),
  );
  const pointed = watchPoints.map(({ contributor, object }) => `${memberOf(contributor).id} ${object}`);
  expect(pointed.filter((one) => !put.has(one))).toEqual([]);
});

test('The three members that are watched differ from each other at what is pointed at', () => {
  expect(watchedMembers.map(({ key }) => key)).toEqual(watchedKeys);
  const columns = watchedKeys.map((key) => watchPoints.map(({ outcome }) => outcome[key]).join(' '));
  expect(new Set(columns).size).toBe(3);
  for (const outcome of ['whole', 'part', 'withheld']) {
    expect(watchPoints.some((point) => Object.values(point.outcome).includes(outcome as never))).toBe(true);
  }
});
