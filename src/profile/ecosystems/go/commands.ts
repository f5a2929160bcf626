import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand, ToolVersion } from '../../../domain/profile.ts';
import { nearest } from '../../nearest.ts';
import { isWithin, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { cite } from '../../word.ts';
import type { GoModule } from './module.ts';

export interface CommandPlace {
  readonly snapshot: Snapshot;
  readonly module: GoModule;
  readonly modules: readonly GoModule[];
}

/** What continuous integration should run for a module. (detection.md, row "Go") */
export function commandsOf(place: CommandPlace, version: ToolVersion | null): Commands {
  const { snapshot, module } = place;
  const because = module.name ? cite(snapshot, module.name) : [snapshot.evidence(module.file, 1)];
  return {
    install: install(place),
    lint: lint(place, version, because),
    test: test(place),
    build: [{ run: 'go build ./...', directory: module.directory, because }],
  };
}

/** Vendored modules are there already, and one without requirements has nothing to bring. */
function install({ snapshot, module }: CommandPlace): Command[] {
  const { directory, file, needs } = module;
  if (needs === null || snapshot.has(joinPath(directory, 'vendor/modules.txt') ?? '')) return [];
  return [{ run: 'go mod download', directory, because: [snapshot.evidence(file, needs)] }];
}

const LINTER_FILES = ['.golangci.yml', '.golangci.yaml', '.golangci.toml', '.golangci.json'];

/** golangci-lint where it is configured: it vets, and formats as it is told. Else what Go itself brings. */
function lint(place: CommandPlace, version: ToolVersion | null, because: readonly Evidence[]): LintCommand[] {
  const { snapshot, module } = place;
  const { directory } = module;
  const config = nearest(snapshot, directory, LINTER_FILES);
  if (config !== null)
    return [{ check: 'lint', run: 'golangci-lint run', directory, because: [snapshot.evidence(config, 1)] }];
  return [
    { check: 'lint', run: 'go vet ./...', directory, because },
    { check: 'format', run: formatCheck(place, version), directory, because },
  ];
}

/** From Go 1.26 on `gofmt -d` fails where there is a difference; before, only its output tells. (golang/go#46289, seen with 1.26.8) */
const GOFMT_FAILS_SINCE = 26;

function formatCheck(place: CommandPlace, version: ToolVersion | null): string {
  // gofmt walks into folders whose files Go itself passes over; `go fmt` does not.
  if (hasPassedOver(place)) return 'test -z "$(go fmt ./... | tee /dev/stderr)"';
  const minor = Number(/^1\.(\d{1,3})/.exec(version?.value ?? '')?.[1] ?? 0);
  return minor >= GOFMT_FAILS_SINCE ? 'gofmt -d .' : 'test -z "$(gofmt -l . | tee /dev/stderr)"';
}

const PASSED_OVER = /(^|\/)(vendor|testdata|_[^/]+)\/.*\.go$/;

function hasPassedOver({ snapshot, module, modules }: CommandPlace): boolean {
  const { directory } = module;
  const nested = modules.some((other) => other !== module && isWithin(directory, other.directory));
  return nested || snapshot.everything.some((path) => isWithin(directory, path) && PASSED_OVER.test(path));
}

/** Files of this module alone: a folder with a go.mod of its own is another module. */
function test({ snapshot, module, modules }: CommandPlace): Command[] {
  const { directory } = module;
  const nested = modules.filter((other) => other !== module && isWithin(directory, other.directory));
  const file = snapshot.paths.find(
    (path) =>
      path.endsWith('_test.go') &&
      isWithin(directory, path) &&
      !nested.some((other) => isWithin(other.directory, path)),
  );
  return file === undefined ? [] : [{ run: 'go test ./...', directory, because: [{ file, line: 1 }] }];
}
