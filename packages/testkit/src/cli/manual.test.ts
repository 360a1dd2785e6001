import { describe, expect, it } from 'vitest';
import { manual } from './manual.ts';
import { repository } from './process.ts';

describe('docs/commands.md', () => {
  it('says what the commands say of themselves', async () => {
    await expect(manual()).toMatchFileSnapshot(`${repository}docs/commands.md`);
  });
});
