/** The order of test files: one that takes minutes and begins last would have a core idle meanwhile. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const longest = [
  /property\/nothing-more/,
  /property\/faults/,
  /property\//,
  /oracle/,
  /browser\//,
  /\/cli\/src|testkit\/src\/cli|store\/src\/database/,
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((pattern) => pattern.test(moduleId));
      return place < 0 ? longest.length : place;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
