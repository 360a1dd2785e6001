/** A vitest reporter whose only word is the last line of the run: `N passed, N failed`. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export default class CountedReporter implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    // Other reporters write their summaries when the run ends; the count comes after them.
    process.once('exit', (code) => {
      // A run that broke down before it had a test to fail has failed all the same.
      if (code !== 0 && this.counts.failed === 0) this.counts.failed = 1;
      const { passed, failed, skipped } = this.counts;
      process.stdout.write(
        `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`,
      );
    });
  }

  /** Tests that failed, files that could not be read and errors outside any test all count as failed. */
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<SerializedError>): void {
    this.counts.failed += unhandled.length;
    for (const module of modules) {
      this.counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) this.counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // A test that has not come to an end when the run does has not passed.
        this.counts[state === 'pending' ? 'failed' : state] += 1;
      }
    }
  }
}
