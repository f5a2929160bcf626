import type { LintCommand } from '../../../domain/profile.ts';
import { firstCall, readAutomation } from '../../ci/automation.ts';
import { nearest } from '../../nearest.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { CppPlace } from './place.ts';

const VENDORED = /^(?:deps|externals?|extern|3rd-?party|third[-_]?party|subprojects|contrib|vendor(?:ed)?)$/i;

/** What clang-format is told; null where nothing is. */
export function formatSettings(snapshot: Snapshot, directory: string): string | null {
  return nearest(snapshot, directory, ['.clang-format', '_clang-format']);
}

/** clang-format over what is tracked, where settings stand in its folder or above; what others wrote is left as it is. (clang-format, "Standalone Tool") */
export function formatter({ snapshot, root: { directory } }: CppPlace): LintCommand[] {
  const file = formatSettings(snapshot, directory);
  if (file === null) return [];
  const patterns = ['*.c', '*.cc', '*.cpp', '*.cxx', '*.h', '*.hh', '*.hpp', '*.hxx'].map((glob) => `'${glob}'`);
  const others = snapshot.entriesIn(directory).filter((name) => VENDORED.test(name));
  const left = others.map((name) => shellWord(`:!${name}`));
  const release = ownRelease(snapshot);
  const program = programOf(release?.match[1] ?? release?.match[2] ?? null);
  const run = `git ls-files -z ${[...patterns, ...left].join(' ')} | xargs -0 ${program} --dry-run -Werror`;
  return [
    { check: 'format', run, directory, because: [...(release ? [release.because] : []), snapshot.evidence(file, 1)] },
  ];
}

/** Each release of clang-format formats a little unlike the last: the one that the repository's own pipelines name. */
function ownRelease(snapshot: Snapshot) {
  return firstCall(snapshot, readAutomation(snapshot), RELEASE);
}

const RELEASE = /\bclang-format(?:-|==)(\d{1,2})\b|\bclang-?format-?version:\s{0,4}["']?(\d{1,2})\b/i;

/** Those that stand on GitHub's runners, by their own names. (actions/runner-images, "Ubuntu2404-Readme") */
const THERE = new Set(['16', '17', '18']);

function programOf(release: string | null): string {
  if (release === null) return 'clang-format';
  return THERE.has(release)
    ? `clang-format-${release}`
    : `pipx run --spec ${shellWord(`clang-format==${release}.*`)} clang-format`;
}
