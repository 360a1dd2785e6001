import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageKinds } from '@entente/core/message/kinds';
import { manual } from './manual.ts';
import { repository } from './process.ts';

describe('docs/commands.md', () => {
  it('says what the commands say of themselves', async () => {
    await expect(await manual()).toMatchFileSnapshot(`${repository}docs/commands.md`);
  });
});

describe('docs/messages.md', () => {
  it('has every kind of message in its table, in their order', () => {
    const text = readFileSync(`${repository}docs/messages.md`, 'utf8');
    const told = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map(([, kind]) => kind);
    expect(told).toEqual(Object.keys(messageKinds));
  });
});
