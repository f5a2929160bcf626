import type { Evidence } from '../../domain/evidence.ts';
import type { ImagePush } from '../../domain/image-push.ts';
import type { ImageBuild } from '../../domain/matrix.ts';
import type { SetupVersion, Step } from '../../domain/pipeline.ts';
import { byDefault, type ExplainedValue, fromLines } from './value.ts';

/** The step, and every value in it. */
export function stepValues(step: Step): ExplainedValue[] {
  switch (step.kind) {
    case 'checkout':
      return checkoutValues(step);
    case 'setup':
      return setupValues(step);
    case 'run':
    case 'build-module':
      return [fromLines('run', step.run, step.because)];
    case 'make-image':
      return [fromLines('build image', step.run, step.because)];
    case 'golangci-lint':
      return [
        fromLines('golangci-lint', 'golangci-lint run', step.because),
        step.version
          ? fromLines('version', step.version.value, step.version.because)
          : byDefault('version', 'the newest', 'its action'),
      ];
    case 'cargo-deny':
      return [fromLines('cargo-deny', `cargo deny ${step.check}`, step.because)];
    case 'secret-scan':
      return [byDefault('run', 'gitleaks: of a pull request every commit, else the files as they are')];
    case 'install-tool':
      return [
        step.version
          ? fromLines('install', `${step.tool} ${step.version.value}`, step.version.because)
          : byDefault('install', `${step.tool}, the one that its maker thinks best`),
      ];
    case 'cache':
      return [byDefault('cache', `${step.cache.manager}, keyed by ${step.cache.files.join(', ')}`)];
    case 'changes':
      return step.groups.map(({ name, globs }) => byDefault('paths', `${name}: ${globs.join(', ')}`));
    case 'build-image':
      return step.builds.flatMap(buildValues);
    case 'push-image':
      return [...step.builds.flatMap(buildValues), ...pushValues(step.push)];
    case 'keep-reports':
      return [byDefault('keep', `${step.folders.join(', ')} where tests failed`)];
    case 'hand-over':
      return [byDefault('hand over', step.artifact)];
    case 'publish':
      return [byDefault('publish to', step.publication.registry)];
    case 'gate':
      return [byDefault('fail', 'where a job before it failed or was cancelled')];
  }
}

function pushValues({ registry, platforms, tag, ...made }: ImagePush): ExplainedValue[] {
  const extras = [
    made.isScanned ? 'scanned before it' : null,
    made.hasSbom ? 'with an SBOM' : null,
    made.hasProvenance ? 'with its provenance' : null,
    made.isSigned ? 'signed without a key' : null,
  ].filter((it) => it !== null);
  return [
    byDefault('push to', registry.host),
    byDefault('named by', tag === 'commit' ? 'the commit' : 'the tag'),
    ...(platforms.length > 0 ? [byDefault('platforms', platforms.join(', '))] : []),
    ...(extras.length > 0 ? [byDefault('pushed', extras.join(', '))] : []),
  ];
}

function setupValues({
  tool,
  version,
  runtime,
  cache,
  components,
  componentsBecause,
  inputs = [],
}: Extract<Step, { kind: 'setup' }>): ExplainedValue[] {
  return [
    version ? versionValue(tool, version) : byDefault(tool, 'the version that its action finds', 'its action'),
    ...(runtime ? [versionValue('runtime', runtime)] : []),
    ...(cache ? [byDefault('cache', `${cache.manager}, keyed by ${cache.files.join(', ')}`)] : []),
    ...(components.length > 0 ? [partsValue(components.join(', '), componentsBecause)] : []),
    ...inputs.map(({ name, value, because }) => fromLines(name, value, because)),
  ];
}

function partsValue(parts: string, because: readonly Evidence[] | undefined): ExplainedValue {
  return because ? fromLines('extensions', parts, because) : byDefault('components', parts);
}

function versionValue(tool: string, version: SetupVersion): ExplainedValue {
  switch (version.kind) {
    case 'file':
      return fromLines(tool, `as ${version.file} says`, version.because);
    case 'value': {
      const { value, written, because } = version;
      return {
        ...fromLines(tool, value, because),
        ...(written === undefined ? {} : { note: `written as ${written}` }),
      };
    }
    case 'default':
      return { ...byDefault(tool, version.value), note: 'a default of agent-generate: the repository names none' };
    case 'matrix':
      return { label: tool, value: 'as the row says', because: [], note: 'from the matrix' };
  }
}

function buildValues({ service, context, dockerfile, target, buildArgs, because }: ImageBuild): ExplainedValue[] {
  const args = Object.entries(buildArgs).map(([name, value]) =>
    fromLines('build argument', `${name}=${value}`, because),
  );
  return [
    fromLines('build image', `${service} from ${dockerfile} in ${context}`, because),
    ...(target === '' ? [] : [fromLines('target', target, because)]),
    ...args,
  ];
}

function checkoutValues({ history, because, submodules }: Extract<Step, { kind: 'checkout' }>): ExplainedValue[] {
  const code = history === 'shallow' ? 'the code' : 'the code, with its history';
  return [
    because ? fromLines('check out', code, because) : byDefault('check out', code),
    ...(submodules ? [fromLines('submodules', submodules.paths.join(', '), submodules.because)] : []),
  ];
}
