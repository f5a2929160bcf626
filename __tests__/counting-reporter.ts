import type { Reporter, TestModule } from 'vitest/node';

/** Prints one plain line at the end, `812 passed, 0 failed`, for programs that read logs. A file that could not be run counts as failed. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
    const skipped = count('skipped');
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.on('exit', () =>
      process.stdout.write(`${count('passed')} passed, ${count('failed') + broken} failed${tail}\n`),
    );
  }
}
