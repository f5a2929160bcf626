import type { Command, Commands, ProfileWarning } from '../../../domain/profile.ts';
import { firstMatch, linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { isMain, isPlain, programOf } from './calls.ts';
import { formatter } from './format.ts';
import { preparation } from './install.ts';
import type { CppPlace } from './place.ts';

/** Meson's own commands, with the options of the repository's own call. (mesonbuild.com, "Running Meson") */
export function mesonCommands(place: CppPlace): Found<Commands> {
  const { snapshot, root, calls } = place;
  const { directory } = root;
  const file = root.files.get('meson') ?? '';
  const project = firstMatch(snapshot.text(file) ?? '', /^\s{0,20}project\s{0,8}\(/);
  const prepared = preparation(place);
  const missing = missingDependency(place, prepared);
  if (missing) return { value: { install: [], lint: formatter(place), test: [], build: [] }, warnings: [missing] };
  const called = calls.find(
    (call) =>
      isMain(call) && programOf(call.words) === 'meson' && !/^(?:compile|test|install|dist)$/.test(call.words[1] ?? ''),
  );
  const options =
    called?.words.filter(
      (word) => /^-D[\w:]{1,80}=/.test(word) && isPlain(word) && !/prefix|sanit|coverage|dir=/i.test(word),
    ) ?? [];
  const because = [
    ...(called && options.length > 0 ? [snapshot.evidence(called.file, called.line)] : []),
    snapshot.evidence(file, project?.line ?? 1),
  ];
  const command = (run: string): Command => ({ run, directory, because });
  const build = [command(['meson setup build', ...options].join(' ')), command('meson compile -C build')];
  const test = testOf(place);
  return {
    value: {
      install: prepared,
      lint: formatter(place),
      test: test ? [...build, { ...command('meson test -C build --print-errorlogs'), because: [test] }] : [],
      build,
    },
    warnings: [],
  };
}

function testOf({ snapshot, root: { directory } }: CppPlace) {
  const files = snapshot.within(directory).filter((path) => /(?:^|\/)meson\.build$/.test(path));
  for (const file of files) {
    const found = firstMatch(snapshot.text(file) ?? '', /^\s{0,40}test\s{0,4}\(/);
    if (found) return snapshot.evidence(file, found.line);
  }
  return null;
}

const THERE = /^(?:threads|dl|m|openmp|python3?|openssl|libcrypto|libssl)$/;

/** A dependency that it cannot do without and that nothing here brings. */
function missingDependency({ snapshot, root, calls }: CppPlace, prepared: readonly Command[]): ProfileWarning | null {
  const isBuilt = calls.some(({ words, isContained }) => !isContained && programOf(words) === 'meson');
  if (isBuilt || prepared.some(({ run }) => run.startsWith('sudo '))) return null;
  const file = root.files.get('meson') ?? '';
  const needed = linesOf(snapshot.text(file) ?? '').find(({ text }) => {
    const [, name, rest = ''] = /\bdependency\s{0,4}\(\s{0,4}'([\w.+-]{1,80})'([^#]{0,300})/.exec(text) ?? [];
    const wrap = joinPath(root.directory, `subprojects/${name}.wrap`) ?? '';
    return name !== undefined && !THERE.test(name) && !/required\s{0,4}:|fallback/.test(rest) && !snapshot.has(wrap);
  });
  if (!needed) return null;
  const message = 'nothing here installs this dependency on a runner, so that it is not built there; its image may be.';
  return { file, line: needed.number, message };
}
