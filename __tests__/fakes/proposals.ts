import type { GeneratedFile } from '../../src/domain/changes.ts';
import type { Job, Pipeline } from '../../src/domain/pipeline.ts';
import type { Proposal } from '../../src/domain/proposal.ts';
import { NO_USAGE } from '../../src/domain/usage.ts';
import { reportOf } from './reports.ts';

export const GENERATED = '.github/workflows/generated.yml';

/** A file that is new, in everything that is not given. */
export function generatedFile(given: Partial<GeneratedFile> = {}): GeneratedFile {
  return { path: GENERATED, content: 'name: CI\non: push\n', status: 'added', previous: null, ...given };
}

/** A job that runs one command, for the first line of a file. */
export function jobOf(name: string, run: string, file = 'go.mod'): Job {
  const because = [{ file, line: 1 }];
  return {
    id: name,
    name,
    runner: ['ubuntu-24.04'],
    timeoutMinutes: 10,
    needs: [],
    condition: null,
    matrix: null,
    containers: [],
    steps: [{ kind: 'run', name: 'Run', run, directory: '.', because }],
    comments: [],
    because,
  };
}

/** A proposal that is proven, in everything that is not given. */
export function proposalOf(given: Partial<Proposal> = {}): Proposal {
  return {
    source: 'detected',
    fallback: null,
    questions: [],
    understood: [],
    usage: NO_USAGE,
    request: { version: 1, intents: [] },
    pipeline: pipelineOf({ jobs: [jobOf('lint', 'go vet ./...')] }),
    release: null,
    changeSet: { files: [generatedFile()] },
    report: reportOf([]),
    ...given,
  };
}

export function pipelineOf(given: Partial<Pipeline> = {}): Pipeline {
  return {
    name: 'CI',
    triggers: [],
    caches: true,
    jobs: [],
    covered: [],
    overlaps: [],
    setup: [],
    unsupported: [],
    ...given,
  };
}
