import type { Evidence } from '../../../domain/evidence.ts';
import type { CiCommand } from '../../ci/commands.ts';
import { linesOf } from '../../lines.ts';
import { isMain, isPlain, programOf } from './calls.ts';
import type { CppPlace } from './place.ts';

/** What the build is configured with. */
export interface CmakeOptions {
  readonly words: readonly string[];
  readonly because: readonly Evidence[];
}

/** Paths, compilers and flags of somebody's machine, and what makes another kind of build. */
const OTHER =
  /^-DCMAKE_(?!CXX_STANDARD|POSITION_INDEPENDENT_CODE|COMPILE_WARNING)|_(?:DIR|ROOT|PATH|PREFIX|FLAGS|LAUNCHER)=|SANIT|FUZZ|COVERAGE|BENCH|_DOCS?=|TOOLCHAIN|STATIC_ANALY|CLANG_TIDY|WASM|EMSCRIPTEN/i;

/** The options of the repository's own first call on Linux, and those by which the project leaves its tests out until it is told. */
export function cmakeOptions(place: CppPlace): CmakeOptions {
  const called = calledOptions(place);
  const names = new Set(called.words.map((word) => word.split('=')[0]));
  const tests = testOptions(place).filter(({ words }) => !names.has(words[0]?.split('=')[0]));
  return {
    words: [...called.words, ...tests.flatMap(({ words }) => words)],
    because: [...called.because, ...tests.flatMap(({ because }) => because)],
  };
}

function calledOptions({ snapshot, calls }: CppPlace): CmakeOptions {
  const call = configuring(calls);
  if (!call) return { words: [], because: [] };
  const words = call.words.flatMap((word, at, all) =>
    word === '-D' ? `-D${all[at + 1] ?? ''}` : word.startsWith('-D') ? word : [],
  );
  const usable = words.filter(
    (word) => /^-D\w{1,80}(?::[A-Z]{1,10})?=/.test(word) && isPlain(word) && !OTHER.test(word),
  );
  return { words: [...new Set(usable)], because: usable.length > 0 ? [snapshot.evidence(call.file, call.line)] : [] };
}

/** The first call by which a job configures the program for its tests; others build, install, or do the work of a shell. */
export function configuring(calls: readonly CiCommand[]): CiCommand | undefined {
  return calls.find(
    (call) => isMain(call) && programOf(call.words) === 'cmake' && !call.words.some((word) => NO_CONFIGURE.test(word)),
  );
}

const NO_CONFIGURE = /^(?:--build|--install|--workflow|--version|--help|--list-presets|-E|-P)$/;

const TEST_OPTION =
  /^\s{0,40}option\s{0,4}\(\s{0,4}((?:\w{1,60}_(?=(?:BUILD|ENABLE|WITH)_)|[A-Za-z0-9]{1,40}_)?(?:BUILD_|ENABLE_|WITH_)?(?:UNIT_?)?TEST(?:S|ING)?(?:_ENABLED)?)\s{1,8}"[^"]{0,200}"\s{1,8}(?:OFF|FALSE|NO|0)\b/i;

function testOptions({ snapshot, root }: CppPlace): CmakeOptions[] {
  const file = root.files.get('cmake') ?? '';
  return linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) => {
    const name = TEST_OPTION.exec(text)?.[1];
    return name === undefined ? [] : [{ words: [`-D${name}=ON`], because: [snapshot.evidence(file, number)] }];
  });
}
