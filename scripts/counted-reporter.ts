/** A vitest reporter whose only word is the last line of the run: `N passed, N failed`. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export default class CountedReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<SerializedError>): void {
    const line = countedLine(modules, unhandled);
    // Other reporters write their summaries at the same moment; the count comes after them.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}

/**
 * Tests that failed, files that could not be read and errors outside any test all count as failed;
 * skipped tests are named only where there are some.
 */
function countedLine(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<SerializedError>): string {
  const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that has not come to an end when the run does has not passed.
      counts[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}
