import { firstOfEach } from '../../../domain/grouped.ts';
import type { Command, LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { readJson } from '../../formats/json.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { DotnetBuild } from './build.ts';

interface FormatQuery {
  readonly snapshot: Snapshot;
  readonly build: DotnetBuild;
  readonly automation: readonly AutomationLine[];
}

/** A call, the part of it that is asked for, and how grave a fault must be. (dotnet format, "Subcommands", "Options") */
const FORMAT =
  /\bdotnet\s+format\b(?:\s+(style|analyzers|whitespace)(?![\w-]))?(?![^#|;&]{0,300}\s--version\b)(?:[^#|;&]{0,300}?\s(--severity\s+(?:info|warn|error)))?/;

/**
 * The formatter in the parts in which the repository itself runs it; all of it where it is called without. Where nobody has ever formatted,
 * everything would have to change first.
 */
export function formatters(query: FormatQuery, what: string): LintCommand[] {
  const { snapshot, build, automation } = query;
  const calls = automation.flatMap((line) => {
    const [found, part = '', severity = ''] = FORMAT.exec(line.text) ?? [];
    return found === undefined ? [] : [{ line, part, severity }];
  });
  const [whole] = calls.filter(({ part }) => part === '');
  // Those that look before those that write.
  const looking = [...calls].sort((a, b) => Number(writes(a.line)) - Number(writes(b.line)));
  return (whole ? [{ ...whole, severity: '' }] : firstOfEach(looking, ({ part }) => part)).map(
    ({ line: { file, number }, part, severity }) => ({
      check: part === 'analyzers' ? 'lint' : 'format',
      run: ['dotnet format', part, what.trim(), '--verify-no-changes --no-restore', severity.replace(/\s+/, ' ')]
        .filter((word) => word !== '')
        .join(' '),
      directory: build.directory,
      because: [snapshot.evidence(file, number)],
    }),
  );
}

function writes({ text }: AutomationLine): boolean {
  return !text.includes('--verify-no-changes');
}

/** A formatter that the repository has as a local tool, where its automation looks by it; what brings it, and how it looks. (csharpier.com, "CLI") */
export function csharpier(query: FormatQuery): { readonly restore: Command; readonly check: LintCommand } | null {
  const { snapshot, build, automation } = query;
  const { directory } = build;
  const called = firstCall(snapshot, automation, /\bdotnet\s+csharpier\b[^#|;&]{0,300}?\s(?:--check|check)(?![\w-])/);
  const tool = called ? localTool(snapshot, directory, 'csharpier') : null;
  if (!called || !tool) return null;
  const run = /^0\./.test(tool.version) ? 'dotnet csharpier . --check' : 'dotnet csharpier check .';
  return {
    restore: { run: 'dotnet tool restore', directory, because: [tool.because] },
    check: { check: 'format', run, directory, because: [called.because, tool.because] },
  };
}

/** (learn.microsoft.com, ".NET tools": local tool manifest) */
function localTool(snapshot: Snapshot, directory: string, name: string) {
  const file = nearest(snapshot, directory, ['.config/dotnet-tools.json', 'dotnet-tools.json']);
  if (file === null) return null;
  const { value: manifest } = readJson(snapshot, file);
  const version = manifest.text(['tools', name, 'version']);
  return version === null ? null : { version, because: manifest.evidence(['tools', name]) };
}
