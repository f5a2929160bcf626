import { describe, expect, it } from 'vitest';
import { nextSteps } from '../../../src/deliver/github/next-steps.ts';
import type { Job } from '../../../src/domain/pipeline.ts';
import { githubPage } from '../../fakes/github-pages.ts';
import { jobOf, pipelineOf, proposalOf } from '../../fakes/proposals.ts';
import { failedReport } from '../../fakes/reports.ts';

const postgres = { name: 'postgres', image: 'postgres:17', port: 5432, environment: {}, health: null, because: [] };

function needy(name: string): Job {
  return { ...jobOf(name, 'mvn verify'), containers: [postgres] };
}

function stepsFor(jobs: readonly Job[], given: Parameters<typeof proposalOf>[0] = {}): string {
  return nextSteps(githubPage({ proposal: proposalOf({ pipeline: pipelineOf({ jobs }), ...given }) }));
}

describe('What a plan leaves to generated.yml', () => {
  it('is named: tests with a database beside them, and images', () => {
    const image: Job = { ...jobOf('cart: image', ''), steps: [{ kind: 'build-image', builds: [] }] };
    expect(stepsFor([jobOf('lint', 'go vet'), needy('ledger: test'), image])).toContain(
      'Only `generated.yml` runs `ledger: test`, `cart: image`.',
    );
  });

  it('is not spoken of where it is nothing, or where nothing is proven', () => {
    expect(stepsFor([jobOf('lint', 'go vet')])).not.toContain('Only `generated.yml`');
    expect(stepsFor([needy('ledger: test')], { report: failedReport() })).not.toContain('Only `generated.yml`');
  });

  it('is counted where it is much, and no name of it is Markdown', () => {
    const jobs = Array.from({ length: 11 }, (_, n) => needy(`**x** @org/team ${n}`));
    expect(stepsFor(jobs)).toMatch(/runs `\*\*x\*\* @org\/team 0`, .*`\*\*x\*\* @org\/team 7`, 3 more\./);
  });
});
