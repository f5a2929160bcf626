import type { Command } from '../../../domain/profile.ts';
import { installLine, installsPackages, wantedPackages } from '../../ci/apt.ts';
import type { CiCommand } from '../../ci/commands.ts';
import { firstMatch } from '../../lines.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isPlain, programOf } from './calls.ts';
import type { CppPlace } from './place.ts';

/** What must be there before the build: packages of the system. */
export function preparation(place: CppPlace): Command[] {
  const scripts = ownScripts(place);
  return scripts.length > 0 ? scripts : systemPackages(place);
}

/** Those that the job installs which builds it, else those that a Dockerfile beside it installs on a system of the same family. */
function systemPackages(place: CppPlace): Command[] {
  const called = calledPackages(place);
  const found = called.packages.length > 0 ? called : dockerPackages(place.snapshot, place.root.directory);
  if (found.packages.length === 0 || found.at === null) return [];
  const because = [place.snapshot.evidence(found.at.file, found.at.line)];
  return [{ run: installLine(found.packages), directory: '.', because }];
}

interface Packages {
  readonly packages: readonly string[];
  readonly at: { readonly file: string; readonly line: number } | null;
}

function calledPackages(place: CppPlace): Packages {
  const installs = beside(place).filter(
    ({ words, condition }) => installsPackages(words) && (condition === null || /linux|ubuntu/i.test(condition)),
  );
  const packages = installs.flatMap(({ words }) => wantedPackages(words.slice(words.indexOf('install') + 1)));
  return { packages: [...new Set(packages)], at: installs[0] ?? null };
}

/** All commands of the job that builds it on a runner. */
function beside({ calls, tool }: CppPlace): readonly CiCommand[] {
  const program = { cmake: 'cmake', meson: 'meson', autotools: './configure', make: 'make' }[tool];
  const building = calls.find(({ words, isContained }) => !isContained && programOf(words) === program);
  return building ? calls.filter(({ file, job }) => building.file === file && building.job === job) : [];
}

const SCRIPT = /^\.\/((?:[\w-]{1,40}\/){0,3}[\w-]{0,40}(?:deps|dependenc|prereq|requirements)[\w-]{0,40}(?:\.sh)?)$/i;

/** A script of the repository's own by which that job installs what the build needs. */
function ownScripts(place: CppPlace): Command[] {
  const { snapshot } = place;
  return beside(place)
    .filter(({ words, directory }) => {
      const script = SCRIPT.exec(programOf(words))?.[1];
      return (
        script !== undefined && directory === '.' && snapshot.modeOf(script) === 'executable' && words.every(isPlain)
      );
    })
    .slice(0, 1)
    .map(({ words, file, line }) => ({
      run: words.join(' '),
      directory: '.',
      because: [snapshot.evidence(file, line)],
    }));
}

function dockerPackages(snapshot: Snapshot, directory: string): Packages {
  for (const name of snapshot.namesIn(directory).filter((it) => /^(?:Dockerfile|Containerfile)$/i.test(it))) {
    const file = directory === '.' ? name : `${directory}/${name}`;
    const text = snapshot.text(file) ?? '';
    const base = firstMatch(text, /^\s{0,8}FROM\s{1,8}(?:--\S{1,80}\s{1,8})?(?:\S{1,200}\/)?(ubuntu|debian|gcc)\b/i);
    const install = firstMatch(text, /\bapt(?:-get)?\s[^#]{0,60}\binstall\b(.{0,1000})/);
    if (!base || !install) continue;
    const [, first = ''] = install.match;
    const rest = text.split('\n', MOST_LINES).slice(install.line);
    const packages = wantedPackages(continued(first, rest).split(/[\s\\]+/)).filter((word) =>
      /-dev$|-compiler/.test(word),
    );
    return { packages: [...new Set(packages)], at: { file, line: install.line } };
  }
  return { packages: [], at: null };
}

const MOST_LINES = 1_000;

/** The line with those that a backslash continues, up to the next command. */
function continued(first: string, rest: readonly string[]): string {
  const lines = [first];
  for (const line of rest) {
    if (!lines.at(-1)?.trimEnd().endsWith('\\')) break;
    lines.push(line.slice(0, 500));
  }
  return (lines.join(' ').split(/&&|;|\|/)[0] ?? '').slice(0, 4_000);
}
