import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './__tests__/slow-first.ts';

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // Ends what hangs; far from what anything takes, on a machine that is busy too.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most of the time goes into programs that tests start and wait for.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SlowFirst },
    // Of the tests that say so: each starts a program that takes a core.
    maxConcurrency: 2,
    reporters: ['default', './__tests__/counting-reporter.ts'],
    // GitHub's parser imports JSON without an attribute, which no Node accepts: it must be transformed as the bundle does it.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
  },
});
