import { describe, expect, it } from 'vitest';
import { isPlatformName } from './platform.ts';

describe('the name of a platform', () => {
  it.each([
    'cpe:2.3:a:example:editor:1.0:*:*:*:*:*:*:*',
    'cpe:2.3:o:example:system:-:*:*:en-us:*:*:*:*',
    'cpe:2.3:h:example:router_2:8.*:sp?:*:*:*:*:x64:*',
    'cpe:2.3:*:example:a\\:b\\\\c:???1:*:*:es-419:*:*:*:*',
  ])('may be %s', (text) => {
    expect(isPlatformName(text)).toBe(true);
  });
  it.each([
    '',
    'cpe:/a:example:editor:1.0',
    'cpe:2.3:x:example:editor:1.0:*:*:*:*:*:*:*',
    'cpe:2.3:a:example:editor:1.0:*:*:*:*:*:*',
    'cpe:2.3:a:example:editor:1.0:*:*:*:*:*:*:*:*',
    'cpe:2.3:a::editor:1.0:*:*:*:*:*:*:*',
    'cpe:2.3:a:exa mple:editor:1.0:*:*:*:*:*:*:*',
    'cpe:2.3:a:exam*ple:editor:1.0:*:*:*:*:*:*:*',
    'cpe:2.3:a:example:**editor:1.0:*:*:*:*:*:*:*',
    'cpe:2.3:a:example:editor:??:*:*:*:*:*:*:*',
    'cpe:2.3:a:example:editor:1.0:*:*:english:*:*:*:*',
    'cpe:2.3:a:example:editor:1.0:*:*:*:*:*:*:\\',
  ])('is not %s', (text) => {
    expect(isPlatformName(text)).toBe(false);
  });
  it('is refused in linear time', () => {
    const long = `cpe:2.3:a:${'?'.repeat(200_000)}${'a'.repeat(200_000)}!:*:*:*:*:*:*:*:*:*`;
    const start = performance.now();
    expect(isPlatformName(long)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
