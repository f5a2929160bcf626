import type { LintCommand } from '../../../domain/profile.ts';
import { joinPath } from '../../paths.ts';
import { shellWord } from '../../shell-word.ts';
import type { CppPlace } from './place.ts';

const VENDORED = /^(?:deps|externals?|extern|3rd-?party|third[-_]?party|subprojects|contrib|vendor(?:ed)?)$/i;

/** clang-format over what is tracked, where it has settings; what others wrote is left as it is. (clang-format, "Standalone Tool") */
export function formatter({ snapshot, root: { directory } }: CppPlace): LintCommand[] {
  const file = joinPath(directory, '.clang-format') ?? '.clang-format';
  if (!snapshot.has(file)) return [];
  const patterns = ['*.c', '*.cc', '*.cpp', '*.cxx', '*.h', '*.hh', '*.hpp', '*.hxx'].map((glob) => `'${glob}'`);
  const others = snapshot.entriesIn(directory).filter((name) => VENDORED.test(name));
  const left = others.map((name) => shellWord(`:!${name}`));
  const run = `git ls-files -z ${[...patterns, ...left].join(' ')} | xargs -0 clang-format --dry-run -Werror`;
  return [{ check: 'format', run, directory, because: [snapshot.evidence(file, 1)] }];
}
