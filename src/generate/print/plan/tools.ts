import type { SetupVersion, Step } from '../../../domain/pipeline.ts';
import type { PlanEntry, PlanSetup } from '../../../domain/plan.ts';

type Setup = PlanEntry['setup'][number];

/** Managers whose caches need them to be there before the tool that caches, where in a plan commands come last; and those that no set-up action caches for. */
const NO_CACHE = ['poetry', 'bun', 'nuget-packages', 'mix', 'composer', 'terraform', 'spm'];

/** What an action must bring for a step; null where none does. `version` is what the matrix sets. */
export function planTool(step: Step, version: SetupVersion | null): Setup | null {
  switch (step.kind) {
    case 'setup': {
      const chosen = step.version?.kind === 'matrix' ? version : step.version;
      return {
        tool: step.tool,
        ...versionOf(chosen),
        ...(chosen?.kind === 'file' ? {} : runtimeOf(step.runtime)),
        ...place(step.directory),
        ...cacheOf(step.cache),
        ...(step.components.length > 0 ? { components: step.components.join(', ') } : {}),
      };
    }
    case 'golangci-lint':
      return {
        tool: 'golangci-lint',
        ...(step.version ? { version: `v${step.version.value}` } : {}),
        ...place(step.directory),
      };
    case 'cargo-deny':
      return {
        tool: 'cargo-deny',
        ...place(step.directory),
        ...(step.check === 'check' ? {} : { components: step.check.slice('check '.length) }),
      };
    case 'install-tool':
      if (step.tool === 'chart-testing')
        return { tool: step.tool, ...(step.version ? { version: step.version.value } : {}) };
      return isOfAction(step.tool) ? { tool: step.tool } : null;
    case 'checkout':
    case 'cache':
    case 'run':
    case 'changes':
    case 'build-image':
    case 'build-module':
    case 'make-image':
    case 'secret-scan':
    case 'push-image':
    case 'keep-reports':
    case 'hand-over':
    case 'publish':
    case 'gate':
      return null;
  }
}

/** Tools that an action installs, and nothing need be said to it. */
function isOfAction(tool: string): tool is 'nextest' | 'cargo-llvm-cov' | 'tflint' {
  return ['nextest', 'cargo-llvm-cov', 'tflint'].includes(tool);
}

function versionOf(version: SetupVersion | null): PlanSetup {
  switch (version?.kind) {
    case 'file':
      return { 'version-file': version.file };
    case 'value':
    case 'default':
      return { version: version.value };
    case 'matrix':
    case undefined:
      return {};
  }
}

function runtimeOf(version: SetupVersion | undefined): PlanSetup {
  return version?.kind === 'value' || version?.kind === 'default' ? { 'runtime-version': version.value } : {};
}

function place(directory: string): PlanSetup {
  return directory === '.' ? {} : { directory };
}

function cacheOf(cache: Extract<Step, { kind: 'setup' }>['cache']): PlanSetup {
  if (cache === null || NO_CACHE.includes(cache.manager)) return {};
  return { cache: cache.manager, 'cache-files': cache.files.join('\n') };
}
