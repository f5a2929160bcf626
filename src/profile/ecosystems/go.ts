import type { Command, LintCommand, ProfileWarning, ToolVersion } from '../../domain/profile.ts';
import type { Ecosystem, UnitDraft } from '../ecosystem.ts';
import { firstMatch, linesOf } from '../lines.ts';
import { ancestors, baseName, directoryOf, isWithin, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** From this version on `gofmt -d` fails where there is a difference (golang/go#46289); before, only its output tells. */
const GOFMT_FAILS_SINCE = 25;

const LINTER_FILES = ['.golangci.yml', '.golangci.yaml', '.golangci.toml', '.golangci.json'];

/** Go modules: one unit a `go.mod`. */
export const go: Ecosystem = {
  name: 'go',
  reads: ['**/go.mod', '**/go.work'],
  detect: (snapshot) => {
    const modules = snapshot.paths.filter((path) => baseName(path) === 'go.mod');
    const units = modules.map((file) => unitOf(snapshot, file));
    const warnings = modules.flatMap((file): ProfileWarning[] =>
      firstMatch(snapshot.text(file) ?? '', /^\s*module\s+\S/)
        ? []
        : [{ file, line: 1, message: 'go.mod names no module.' }],
    );
    return { units, warnings };
  },
};

function unitOf(snapshot: Snapshot, file: string): UnitDraft {
  const directory = directoryOf(file);
  const text = snapshot.text(file) ?? '';
  const lockfile = joinPath(directory, 'go.sum') ?? 'go.sum';
  const workspace = ancestors(directory)
    .map((folder) => joinPath(folder, 'go.work') ?? 'go.work')
    .find((path) => snapshot.has(path));
  const version = versionOf(snapshot, file);
  return {
    directory,
    ecosystem: 'go',
    manager: 'go',
    lockfile: snapshot.has(lockfile) ? lockfile : null,
    version,
    versions: [],
    commands: {
      install: install(snapshot, file),
      lint: lint(snapshot, file, version),
      ...testAndBuild(snapshot, file),
    },
    alsoOwns: workspace && directoryOf(workspace) !== directory ? [workspace] : [],
    dependsOn: replacedFolders(text, directory),
    dependencies: requirements(text).map(({ name, line }) => ({ name, file, line })),
  };
}

/** `toolchain` is what setup-go reads first; the `go` line is the language. */
function versionOf(snapshot: Snapshot, file: string): ToolVersion | null {
  const text = snapshot.text(file) ?? '';
  const found = firstMatch(text, /^toolchain\s+go(\S+)/) ?? firstMatch(text, /^go\s+(\d\S*)/);
  if (!found?.match[1]) return null;
  return { tool: 'go', value: found.match[1], because: [snapshot.evidence(file, found.line)] };
}

function install(snapshot: Snapshot, file: string): Command[] {
  const directory = directoryOf(file);
  const dependencies = firstMatch(snapshot.text(file) ?? '', /^\s*(require\b|replace\b)/);
  if (!dependencies) return [];
  return [{ run: 'go mod download', directory, because: [snapshot.evidence(file, dependencies.line)] }];
}

function lint(snapshot: Snapshot, file: string, version: ToolVersion | null): LintCommand[] {
  const directory = directoryOf(file);
  const because = [moduleLine(snapshot, file)];
  const config = ancestors(directory)
    .flatMap((folder) => LINTER_FILES.map((name) => joinPath(folder, name) ?? name))
    .find((path) => snapshot.has(path));
  const vet: LintCommand = config
    ? { check: 'lint', run: 'golangci-lint run', directory, because: [snapshot.evidence(config, 1)] }
    : { check: 'lint', run: 'go vet ./...', directory, because };
  const [, minor = '0'] = version?.value.split('.') ?? [];
  const run = Number(minor.replace(/\D.*/, '')) >= GOFMT_FAILS_SINCE ? 'gofmt -d .' : 'test -z "$(gofmt -l .)"';
  return [vet, { check: 'format', run, directory, because }];
}

function testAndBuild(snapshot: Snapshot, file: string): { test: Command[]; build: Command[] } {
  const directory = directoryOf(file);
  const nested = snapshot.paths.filter((path) => baseName(path) === 'go.mod' && path !== file).map(directoryOf);
  const isOwn = (path: string) =>
    isWithin(directory, path) && !nested.some((other) => isWithin(other, path) && !isWithin(other, directory));
  const tests = snapshot.paths.find((path) => path.endsWith('_test.go') && isOwn(path));
  return {
    test: tests ? [{ run: 'go test ./...', directory, because: [{ file: tests, line: 1 }] }] : [],
    build: [{ run: 'go build ./...', directory, because: [moduleLine(snapshot, file)] }],
  };
}

function moduleLine(snapshot: Snapshot, file: string) {
  return snapshot.evidence(file, firstMatch(snapshot.text(file) ?? '', /^\s*module\b/)?.line ?? 1);
}

/** `replace x => ../y`: the other module is part of this one's sources. */
function replacedFolders(text: string, directory: string): string[] {
  return linesOf(text).flatMap(({ text: line }) => {
    const target = /=>\s+(\.{1,2}\/?\S*)/.exec(line)?.[1];
    return target === undefined ? [] : (joinPath(directory, target) ?? []);
  });
}

function requirements(text: string): { name: string; line: number }[] {
  return linesOf(text).flatMap(({ text: line, number }) => {
    if (/\/\/ indirect/.test(line)) return [];
    const name = /^\s*(?:require\s+)?([\w.-]+\.[\w-]+\/\S+)\s+v\d/.exec(line)?.[1];
    return name === undefined ? [] : [{ name: name.toLowerCase(), line: number }];
  });
}
