import type { Command, Commands, LintCommand, ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import { isWithin, joinPath, pathsBelow, relativeTo } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { cite } from '../../word.ts';
import { type ConfiguredLinter, configuredLinter } from './linter.ts';
import { type CommandPlace, hasPackages, missingPackage, PASSED_OVER } from './sources.ts';
import { buildTags } from './test-flags.ts';
import { testOf } from './tests.ts';

export interface GoCommands {
  readonly commands: Commands;
  /** Versions of tools beside Go. */
  readonly versions: readonly ToolVersion[];
}

/** What continuous integration should run for a module. (detection.md, row "Go") */
export function commandsOf(place: CommandPlace, version: ToolVersion | null): Found<GoCommands> {
  const { snapshot, module, automation } = place;
  const { directory } = module;
  const because = module.name ? cite(snapshot, module.name) : [snapshot.evidence(module.file, 1)];
  const missing = missingPackage(place);
  const compiles = hasPackages(place) === 'some' && missing === null;
  const config = compiles ? configuredLinter(snapshot, directory, automation) : null;
  const old = config && cannotBuild(config, version);
  const linter = old ? null : config;
  const test = compiles ? testOf(place) : { value: [], warnings: [] };
  const tags = buildTags(snapshot, directory);
  const compiled = (command: string) => ({
    run: `${command}${tags.words} ./...`,
    directory,
    because: [...because, ...tags.because],
  });
  const vet: LintCommand = { check: 'lint', ...compiled('go vet') };
  const format: LintCommand = { check: 'format', run: formatCheck(place, version), directory, because };
  const own = hasPackages(place) === 'some' ? [...(compiles ? [vet] : []), format] : [];
  return {
    value: {
      commands: {
        install: install(place),
        lint: linter ? [linter.command] : own,
        test: test.value,
        build: compiles ? [compiled('go build')] : [],
      },
      versions: linter ? [linter.version] : [],
    },
    warnings: [...test.warnings, ...(missing ? [missing] : []), ...(old ? [old] : [])],
  };
}

/** Vendored modules are there already, and one without requirements has nothing to bring. */
function install({ snapshot, module }: CommandPlace): Command[] {
  const { directory, file, needs } = module;
  if (needs === null || snapshot.has(joinPath(directory, 'vendor/modules.txt') ?? '')) return [];
  return [{ run: 'go mod download', directory, because: [snapshot.evidence(file, needs)] }];
}

/** The last release that reads the old format needs Go 1.23, which Go fetches by itself from 1.21 on. (go.dev/doc/toolchain) */
function cannotBuild({ version: linter }: ConfiguredLinter, version: ToolVersion | null): ProfileWarning | null {
  const minor = minorOf(version);
  const [because] = linter.because;
  if (linter.value !== '1' || minor === null || minor >= FETCHES_TOOLCHAINS || !because) return null;
  const message =
    'no release of golangci-lint is known that reads it and can be built with this Go; go vet runs instead.';
  return { file: because.file, line: because.line, message };
}

const FETCHES_TOOLCHAINS = 21;

/** From Go 1.26 on `gofmt -d` fails where there is a difference; before, only its output tells. (golang/go#46289; tried with 1.25.0 and 1.26.0) */
const GOFMT_FAILS_SINCE = 26;

function formatCheck(place: CommandPlace, version: ToolVersion | null): string {
  // gofmt walks into folders whose files Go itself passes over; `go fmt` does not.
  if (hasPassedOver(place)) return 'test -z "$(go fmt ./... | tee /dev/stderr)"';
  return (minorOf(version) ?? 0) >= GOFMT_FAILS_SINCE ? 'gofmt -d .' : 'test -z "$(gofmt -l . | tee /dev/stderr)"';
}

function minorOf(version: ToolVersion | null): number | null {
  const minor = /^1\.(\d{1,3})/.exec(version?.value ?? '')?.[1];
  return minor === undefined ? null : Number(minor);
}

function hasPassedOver({ snapshot, module, modules }: CommandPlace): boolean {
  const { directory } = module;
  const nested = modules.some((other) => other !== module && isWithin(directory, other.directory));
  const isPassedOver = (path: string) => path.endsWith('.go') && PASSED_OVER.test(relativeTo(directory, path));
  return nested || pathsBelow(snapshot.everything, directory).some(isPassedOver);
}
