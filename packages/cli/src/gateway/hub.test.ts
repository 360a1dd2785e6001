import { expect, it } from 'vitest';
import { openHub } from './hub.ts';

it('speaks to a hub elsewhere by HTTPS alone: purposes and cases are nobody’s to read on the way', async () => {
  for (const url of ['http://hub.example', 'http://127.0.0.1.example', 'http://192.0.2.1:8017']) {
    await expect(openHub({ url, token: 'ent_none' })).rejects.toThrow('by HTTPS alone');
  }
  for (const url of ['http://127.0.0.1:9', 'http://[::1]:9', 'http://localhost:9', 'https://127.0.0.1:9']) {
    await expect(openHub({ url, token: 'ent_none' })).rejects.toThrow('cannot be reached');
  }
});
