import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '@entente/cli/demonstration/members';
import { callerOf } from '@entente/cli/demonstration/people';
import { startDemonstration, type Demonstration } from '@entente/cli/demonstration/run';
import { outcomeOf } from '@entente/cli/demonstration/tell';
import { readView } from '@entente/cli/demonstration/views';
import { watchedKeys, watchPoints } from '@entente/cli/demonstration/watch';
import { startCommand } from './process.ts';

describe('the demonstration', () => {
  let running: Demonstration;
  beforeAll(async () => {
    running = await startDemonstration({
      empty: false,
      port: 0,
      dataFolder: undefined,
      logLevel: 'warn',
      onProgress: () => undefined,
    });
  });
  afterAll(() => running.close());

  it('gives each watched member what the rules of release give', async () => {
    const { open, accounts } = running;
    for (const key of watchedKeys) {
      const account = accounts.find(({ id }) => id === memberOf(key).id);
      const seen = await readView(open, await callerOf(open, account ?? expect.fail(key)));
      const found = watchPoints.map((point) => [point.title.en, outcomeOf(seen, point)]);
      expect(found).toEqual(watchPoints.map(({ title, outcome }) => [title.en, outcome[key]]));
    }
  });

  it('shows its page in both languages, with nothing in it that may run', async () => {
    for (const [language, word] of [
      ['en', 'Belgium'],
      ['fr', 'Belgique'],
    ] as const) {
      const answer = await fetch(`${running.url}/demo?language=${language}`);
      expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`);
      expect(await answer.text()).toContain(word);
    }
  });
});

describe('entente demo --json --empty', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-demo-test-'));
  chmodSync(folder, 0o711); // PostgreSQL of root runs as nobody
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says one line of JSON, serves members by login and token, stops on SIGTERM and can be kept', async () => {
    const words = ['demo', '--json', '--empty', '--port', '0', '--data', join(folder, 'kept')];
    const tokens: string[] = [];
    for (const _run of ['first', 'second']) {
      const demo = startCommand(words);
      const { taxiiRoot, members } = JSON.parse((await demo.line()) ?? '') as {
        taxiiRoot: string;
        members: { user: string; token: string }[];
      };
      expect(members).toHaveLength(35);
      const { user, token } = members[1] ?? { user: '', token: '' };
      const answer = await fetch(`${taxiiRoot}collections/view/objects/`, {
        headers: { authorization: `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}` },
      });
      expect(await answer.json()).toEqual({});
      demo.child.kill('SIGTERM');
      expect(await demo.line()).toBeUndefined();
      expect((await demo.ended).code).toBe(0);
      tokens.push(token);
    }
    expect(tokens[0]).toBe(tokens[1]);
    expect(existsSync(join(folder, 'kept/demonstration.json'))).toBe(true);
  });
});
