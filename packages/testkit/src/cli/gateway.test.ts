import { expect, it } from 'vitest';
import { run } from './process.ts';

it('prints the keys made for each person of a list', async () => {
  const list = 'reference,names,births,documents\n7,Yusuf Haddad; يوسف حداد,1980-02-19,AB 1234567\n';
  const { code, out, error } = await run(['gateway', 'keys', '-'], {}, list);
  expect(code).toBe(0);
  expect(out).toContain('7\tYusuf Haddad\n\tdocument|ab1234567\tdocument\tstrong\n');
  expect(out.match(/\tday\|1980-02-19\|T\t/g)).toHaveLength(2);
  expect(error).toContain('Persons: 1;');
});
