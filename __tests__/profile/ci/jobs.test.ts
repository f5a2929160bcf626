import { expect, it } from 'vitest';
import { jobsOf } from '../../../src/profile/ci/jobs.ts';
import type { PipelineStep } from '../../../src/profile/ci/step.ts';

const step = (file: string, job: string, line: number, calledBy?: string): PipelineStep => ({
  ...{ file, job, line, script: [], uses: null, inputs: new Map(), directory: '.', environment: new Map() },
  ...{ setUps: [], isUsual: true },
  ...(calledBy === undefined ? {} : { calledBy }),
});

it('Steps stand with those of their job, also those of an action that it calls', () => {
  const steps = [
    step('ci.yml', 'a', 1),
    step('ci.yml', 'b', 2),
    step('set-up/action.yml', 'a', 3, 'ci.yml'),
    step('other.yml', 'a', 4),
    step('set-up/action.yml', 'a', 3, 'other.yml'),
    step('ci.yml', 'a', 5),
  ];
  expect(jobsOf(steps).map((job) => job.map(({ file, line }) => `${file}:${line}`))).toEqual([
    ['ci.yml:1', 'set-up/action.yml:3', 'ci.yml:5'],
    ['ci.yml:2'],
    ['other.yml:4', 'set-up/action.yml:3'],
  ]);
});
