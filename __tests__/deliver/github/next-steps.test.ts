import { describe, expect, it } from 'vitest';
import { acceptedSection } from '../../../src/deliver/github/accepted.ts';
import { nextSteps } from '../../../src/deliver/github/next-steps.ts';
import { isUpToDate } from '../../../src/deliver/github/page.ts';
import type { Job } from '../../../src/domain/pipeline.ts';
import { githubPage, workflowFile } from '../../fakes/github-pages.ts';
import { jobOf, pipelineOf, proposalOf } from '../../fakes/proposals.ts';
import { failedReport } from '../../fakes/reports.ts';

const postgres = {
  name: 'postgres',
  image: 'postgres:17',
  ports: ['5432:5432'],
  environment: {},
  options: [],
  entrypoint: null,
  command: null,
  because: [],
};

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

describe('A file that goes away', () => {
  it('is taken out by the command that takes the others over', () => {
    const path = '.github/workflows/generated-release.yml';
    const gone = { path, content: '', previous: 'name: Release\n', status: 'removed' } as const;
    const text = stepsFor([], { changeSet: { files: [gone, workflowFile('name: CI\n')] } });
    expect(text).toContain(`git rm --quiet ${path}`);
    expect(text).not.toContain('cp "$folder/generated-release.yml"');
  });
});

describe('The accepted request', () => {
  const content = 'version: 1 # ours\nrequest:\n  intents: []\n';
  const accepted = { path: '.github/agent-generate.yml', content, previous: null, status: 'added' } as const;

  it('is taken over with the pipeline, also where that is there already', () => {
    const settled = proposalOf({ changeSet: { files: [workflowFile('a', 'a')] } });
    for (const proposal of [proposalOf(), settled]) {
      const text = nextSteps(githubPage({ proposal, accepted }));
      expect(text).toContain('cp "$folder/agent-generate.yml" .github/agent-generate.yml\n');
      expect(text).toContain('git add .github/agent-generate.yml .github/workflows && git commit');
    }
    expect(isUpToDate(githubPage({ proposal: settled, accepted }))).toBe(false);
    expect(isUpToDate(githubPage({ proposal: settled }))).toBe(true);
    expect(nextSteps(githubPage())).not.toContain('agent-generate.yml"');
  });

  it('is shown to be copied where what is seen is all that is there, and it is short', () => {
    const shown = (text: string) => acceptedSection({ accepted: { ...accepted, content: text } }, { entries: 25 });
    expect(shown(content)).toContain('```yaml\nversion: 1 # ours\n');
    for (const text of [`${content}# \u202e\n`, content.repeat(100), `#${'x'.repeat(20_000)}\n`])
      expect(shown(text)).toContain('the artifact has it');
    expect(shown(`${content}# \`\`\`\n`)).toContain('````yaml\n');
    expect(acceptedSection({ accepted }, { entries: 0 })).toContain('the artifact has it');
    expect(acceptedSection({ accepted: null }, { entries: 25 })).toBe('');
  });
});

describe('Workflows that keep running beside it', () => {
  const files = { changeSet: { files: [workflowFile('a')] } };
  const besides = (beside: readonly string[], given: Parameters<typeof proposalOf>[0] = files) =>
    nextSteps(githubPage({ beside, proposal: proposalOf(given) }));

  it('are named, so that nobody runs everything twice, and no name is Markdown', () => {
    expect(besides(['.github/workflows/ci.yml', '.github/workflows/**x**.yml'])).toContain(
      'keep running: `.github/workflows/ci.yml`, `.github/workflows/**x**.yml`.',
    );
    expect(besides(Array.from({ length: 11 }, (_, n) => `${n}.yml`))).toMatch(/`7\.yml`, 3 more\./);
  });

  it('are not spoken of where there are none, or where nothing is to be taken over', () => {
    expect(besides([])).not.toContain('Beside');
    expect(besides(['ci.yml'], { ...files, report: failedReport() })).not.toContain('Beside');
    expect(besides(['ci.yml'], { changeSet: { files: [workflowFile('a', 'a')] } })).not.toContain('Beside');
  });
});
