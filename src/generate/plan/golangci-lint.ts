import type { Step } from '../../domain/pipeline.ts';
import type { Command, ToolVersion, Unit } from '../../domain/profile.ts';

/** The last release that reads configurations of the first format. (golangci-lint, "Migration guide") */
const LAST_OF_1 = '1.64.8';

/** What that release needs to be built. */
const LAST_OF_1_NEEDS_GO = 23;

const RUN = 'golangci-lint run';

/** It gives up after a minute, which an empty cache alone takes; the job has a limit of its own. (golangci-lint 1, "Command-Line Options") */
const RUN_1 = `${RUN} --timeout=30m`;

/** What a command of the pipeline runs as the repository calls it. */
export function asCalled(run: string): string {
  return run === RUN_1 ? RUN : run;
}

/** The linter by its own action, which knows releases from 2 on; an older one is built by Go itself. */
export function golangciLint(name: string, { directory, because }: Command, unit: Unit): Step[] {
  const version = unit.versions.find(({ tool }) => tool === 'golangci-lint') ?? null;
  if (version === null || !/^1(\.|$)/.test(version.value))
    return [{ kind: 'golangci-lint', version: isRelease(version) ? version : null, directory, because }];
  const release = isRelease(version) ? version.value : LAST_OF_1;
  const toolchain = release === LAST_OF_1 && goMinor(unit) < LAST_OF_1_NEEDS_GO ? 'GOTOOLCHAIN=auto ' : '';
  const install = `${toolchain}go install github.com/golangci/golangci-lint/cmd/golangci-lint@v${release}`;
  return [
    { kind: 'run', name: 'Install golangci-lint', run: install, directory, because: version.because },
    { kind: 'run', name, run: RUN_1, directory, because },
  ];
}

/** `2` alone is the format of a configuration. */
function isRelease(version: ToolVersion | null): version is ToolVersion {
  return version !== null && /^\d+\.\d+(\.\d+)?$/.test(version.value);
}

function goMinor({ version }: Unit): number {
  return Number(/^1\.(\d{1,3})/.exec(version?.value ?? '')?.[1] ?? LAST_OF_1_NEEDS_GO);
}
