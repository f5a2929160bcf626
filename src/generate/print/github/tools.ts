import type { Step } from '../../../domain/pipeline.ts';
import { installation } from '../installation.ts';
import { entry, map, scalar, type YamlNode } from '../yaml.ts';
import { actionStep, type Press } from './actions.ts';
import { citation } from './citation.ts';
import { asPath, literal } from './text.ts';

type LinterStep = Extract<Step, { kind: 'golangci-lint' | 'cargo-deny' }>;

/** A linter that runners do not have: the action of its makers installs and runs it. */
export function linterStep(press: Press, step: LinterStep): YamlNode {
  const { directory, because } = step;
  const reason = citation(because);
  const above = reason === null ? [] : [reason];
  switch (step.kind) {
    case 'golangci-lint':
      return actionStep(press, {
        name: 'Lint',
        uses: 'golangci/golangci-lint-action',
        with: {
          version: step.version && literal(`v${step.version.value}`, citation(step.version.because)),
          'working-directory': directory === '.' ? null : asPath(directory),
          'skip-cache': press.caches ? null : true,
        },
        above,
      });
    case 'cargo-deny':
      return actionStep(press, {
        name: 'Audit dependencies',
        uses: 'EmbarkStudios/cargo-deny-action',
        with: {
          command: step.check === 'check' ? null : step.check,
          'manifest-path': directory === '.' ? null : asPath(`${directory}/Cargo.toml`),
        },
        above,
      });
  }
}

/** A tool that runners do not have. */
export function installTool(press: Press, { tool, version }: Extract<Step, { kind: 'install-tool' }>): YamlNode {
  if (tool === 'nextest' || tool === 'cargo-llvm-cov')
    return actionStep(press, { name: `Install ${tool}`, uses: 'taiki-e/install-action', with: { tool } });
  if (tool === 'tflint') return actionStep(press, { name: 'Install TFLint', uses: 'terraform-linters/setup-tflint' });
  if (tool === 'chart-testing')
    return actionStep(press, {
      name: 'Install chart-testing',
      uses: 'helm/chart-testing-action',
      with: { version: version ? literal(version.value, citation(version.because)) : null },
    });
  // A repository of its own keeps the action from logging in to a registry, and ko from pushing to one.
  if (tool === 'ko')
    return actionStep(press, {
      name: 'Install ko',
      uses: 'ko-build/setup-ko',
      environment: { KO_DOCKER_REPO: 'ko.local' },
    });
  return map([entry('name', scalar(`Install ${tool}`)), entry('run', scalar(installation(tool)))]);
}
