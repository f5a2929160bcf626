import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand, ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import type { CiCommand } from '../../ci/commands.ts';
import { isNever } from '../../ci/never.ts';
import { joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import type { SwiftPackage } from './package.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly package: SwiftPackage;
  readonly lockfile: string | null;
  readonly version: ToolVersion | null;
  /** What the repository's own workflows call. */
  readonly calls: readonly CiCommand[];
}

/** Swift's own commands, with the flags of the repository's own calls on Linux. (detection.md, row "Swift") */
export function commandsOf(query: CommandsQuery): Found<Commands> {
  const { snapshot, package: one, lockfile } = query;
  const { directory, tools } = one;
  const elsewhere = needsMac(query);
  if (elsewhere) return { value: { install: [], lint: [], test: [], build: [] }, warnings: [elsewhere] };
  const locked = lockfile === null ? [] : [snapshot.evidence(lockfile, 1)];
  const test = testOf(query);
  const build = ownCall(query, 'build');
  const command = (run: string, because: readonly Evidence[]): Command => ({ run, directory, because });
  return {
    value: {
      install: [command('swift package resolve', [...locked, tools.because])],
      lint: formatter(query),
      test: test.value,
      build: [build ?? command('swift build -c release', [tools.because])],
    },
    warnings: [...test.warnings, ...linterWarning(query)],
  };
}

/** A call of the compiler, or of Xcode, for the package. */
function callsOf({ package: { directory }, calls }: CommandsQuery, system: CiCommand['system'], words: RegExp) {
  return calls.filter(
    (call) => call.system === system && call.directory === directory && words.test(call.words.slice(0, 2).join(' ')),
  );
}

/** Programs for servers, which run on Linux whatever else the repository is about. */
const SERVER = /^(?:vapor|hummingbird|swift-nio|swift-aws-lambda-runtime|grpc-swift(?:-2)?|kitura|perfect-httpserver)$/;

/** The repository builds it on macOS and nowhere else, or it is for devices alone. */
function needsMac(query: CommandsQuery): ProfileWarning | null {
  const { devices, dependencies } = query.package;
  if (dependencies.some(({ name }) => SERVER.test(name))) return null;
  if (callsOf(query, 'linux', /^swift (?:build|test)$/).length > 0) return null;
  const [onMac] = callsOf(query, 'macos', /^(?:swift (?:build|test)$|xcodebuild\b)/);
  const about = query.calls.filter(({ words }) => words.some((word) => /^(?:swift|xcrun|xcode\w{0,20})$/.test(word)));
  const isMacAlone = about.every(({ system }) => system === 'macos');
  const at = onMac ?? (isMacAlone ? about[0] : undefined) ?? devices;
  const message = 'it is built on macOS alone; its commands are left out.';
  return at ? { file: at.file, line: at.line, message } : null;
}

function testOf(query: CommandsQuery): Found<Command[]> {
  const { snapshot, package: one } = query;
  const { directory, tools } = one;
  const tests = joinPath(directory, 'Tests') ?? 'Tests';
  const file = snapshot.within(tests).find((path) => path.endsWith('.swift'));
  if (file === undefined) return { value: [], warnings: [] };
  const shown = snapshot.evidence(file, 1);
  const own = ownCall(query, 'test');
  if (own) return { value: [{ ...own, because: [...own.because, shown] }], warnings: [] };
  const [onMac] = callsOf(query, 'macos', /^swift test$/);
  const isBuilt = callsOf(query, 'linux', /^swift build$/).length > 0;
  if (onMac && isBuilt && callsOf(query, 'linux', /^swift test$/).length === 0) {
    const message = 'its tests run on macOS alone, and are only built on Linux; they are left out.';
    return { value: [], warnings: [{ file: onMac.file, line: onMac.line, message }] };
  }
  return { value: [{ run: 'swift test', directory, because: [tools.because, shown] }], warnings: [] };
}

/** Flags that make another thing of the call: a part, another package, a machine of its own, a watch of memory that few images bear. */
const OTHER =
  /^--?(?:package-path|filter|skip|skip-build|build-tests|target|product|triple|sdk|swift-sdk|sanitize|traits|disable-default-traits|show-\S{1,40}|list-tests|help|version|Xlinker|Xswiftc|Xcc)\b/;

function ownCall(query: CommandsQuery, task: 'build' | 'test'): Command | null {
  const { snapshot, package: one } = query;
  for (const { words, file, line, isStarted } of callsOf(query, 'linux', new RegExp(`^swift ${task}$`))) {
    if (!isStarted || isNever(words.join(' '))) continue;
    const flags = words.slice(2);
    if (!flags.every((flag) => /^[\w=.-]{1,80}$/.test(flag)) || flags.some((flag) => OTHER.test(flag))) continue;
    return { run: words.join(' '), directory: one.directory, because: [snapshot.evidence(file, line)] };
  }
  return null;
}

/** The toolchain has the formatter since Swift 6. (swift.org, "Swift 6.0 Release Notes") */
function formatter({ snapshot, package: one, version, calls }: CommandsQuery): LintCommand[] {
  const { directory } = one;
  const settings = joinPath(directory, '.swift-format') ?? '.swift-format';
  const isOld = version !== null && isPinned(version) && Number.parseInt(version.value, 10) < 6;
  if (!snapshot.has(settings) || isOld) return [];
  const own = calls.find(({ words }) => /^swift(?: format|-format) lint\b/.test(words.join(' ')));
  const isStrict = own?.words.some((word) => word === '-s' || word === '--strict') ?? true;
  const because = [...(own ? [snapshot.evidence(own.file, own.line)] : []), snapshot.evidence(settings, 1)];
  return [{ check: 'format', run: `swift format lint -r${isStrict ? ' -s' : ''} .`, directory, because }];
}

/** Said somewhere else than in the manifest, where it is only the oldest. */
function isPinned({ because }: ToolVersion): boolean {
  return !because.some(({ file }) => file.endsWith('Package.swift'));
}

function linterWarning({ snapshot, package: { directory } }: CommandsQuery): ProfileWarning[] {
  const file = joinPath(directory, '.swiftlint.yml') ?? '.swiftlint.yml';
  const message = 'runners of Linux have no SwiftLint, and no action is known that brings it; it is not run.';
  return snapshot.has(file) ? [{ file, line: 1, message }] : [];
}
