import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands } from '../../../domain/profile.ts';
import { firstMatch } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Found } from '../../snapshot.ts';
import { makeTargets } from '../../tasks/make.ts';
import { isMain, isPlain, programOf } from './calls.ts';
import { formatter } from './format.ts';
import { preparation } from './install.ts';
import type { CppPlace } from './place.ts';

/** make, after what the autotools write for it where they are used. (GNU Coding Standards, "Standard Targets"; Automake, "Tests") */
export function makeCommands(place: CppPlace): Found<Commands> {
  const { directory } = place.root;
  const { commands, because } =
    place.tool === 'autotools' ? configured(place) : { commands: [], because: [makefile(place)] };
  const settings = settingsOf(place);
  const make: Command = {
    run: ['make', ...settings.words].join(' '),
    directory,
    because: [...settings.because, ...because],
  };
  const test = testOf(place, settings.words);
  const built = [...commands, make];
  return {
    value: {
      install: preparation(place),
      lint: formatter(place),
      test: test ? [...(test.isWhole ? commands : built), test.command] : [],
      build: built,
    },
    warnings: [],
  };
}

/** Compilers, flags and folders of somebody's job. */
const OTHER = /^(?:CC|CXX|CPP|LD|AR|V|PREFIX|DESTDIR|\w{0,40}(?:FLAGS|SANIT\w{0,10}|COVERAGE|ARCH|CROSS\w{0,20}))=/;

/** What every build of the repository's own jobs is told alike: which system it is for, what it is made with. A job's own variable stands for any value. */
function settingsOf({ snapshot, calls, tool }: CppPlace): {
  readonly words: readonly string[];
  readonly because: readonly Evidence[];
} {
  const builds = calls.filter(
    (call) => isMain(call) && call.words[0] === 'make' && call.words.slice(1).every((word) => BUILD_WORD.test(word)),
  );
  const [first] = builds;
  if (tool !== 'make' || !first) return { words: [], because: [] };
  const isAlike = (word: string) => {
    const start = word.slice(0, word.indexOf('=') + 1);
    return builds.every(
      ({ words }) => words.includes(word) || words.some((it) => it.startsWith(start) && it.includes('$')),
    );
  };
  const words = first.words
    .slice(0, MOST_WORDS)
    .filter((word) => /^[A-Z]\w{1,40}=[\w.,+-]{1,80}$/.test(word) && !OTHER.test(word) && isAlike(word));
  return { words, because: words.length > 0 ? [snapshot.evidence(first.file, first.line)] : [] };
}

/** No person tells a build more. */
const MOST_WORDS = 40;

/** Flags, variables, and the target of everything. */
const BUILD_WORD = /^-(?![Cf])|^\w{1,60}=|^all$/;

function makefile({ snapshot, root }: CppPlace): Evidence {
  return snapshot.evidence(root.files.get('make') ?? '', 1);
}

/** The script that is there, else what makes one; then the script with what the repository's own job enables. */
function configured({ snapshot, root, calls }: CppPlace): {
  readonly commands: Command[];
  readonly because: Evidence[];
} {
  const { directory } = root;
  const file = root.files.get('autotools') ?? '';
  const base = snapshot.evidence(file, firstMatch(snapshot.text(file) ?? '', /^\s{0,20}AC_INIT\b/)?.line ?? 1);
  const isThere = (name: string) => snapshot.modeOf(joinPath(directory, name) ?? '') === 'executable';
  const maker = isThere('configure') ? [] : isThere('autogen.sh') ? ['./autogen.sh'] : ['autoreconf -i'];
  const called = calls.find(({ words }) => programOf(words) === './configure');
  const flags =
    called?.words.filter(
      (word) =>
        /^--(?:enable|disable|with|without)-[\w=-]{1,80}$/.test(word) &&
        !/sanit|[amt]san\b|coverage|fuzz|=\//i.test(word),
    ) ?? [];
  const because = [...(called && flags.length > 0 ? [snapshot.evidence(called.file, called.line)] : []), base];
  const commands = [...maker, ['./configure', ...flags].join(' ')].map((run) => ({ run, directory, because }));
  return { commands, because };
}

interface MakeTest {
  readonly command: Command;
  /** make builds what the test needs by itself. */
  readonly isWhole: boolean;
}

/** What the repository's own job runs after its build: a target, or a script of its own; else the usual targets, where they are. */
function testOf(place: CppPlace, settings: readonly string[]): MakeTest | null {
  const { snapshot, root, calls } = place;
  const { directory } = root;
  const makes = (target: string) => ['make', ...settings, target].join(' ');
  for (const { words, file, line } of calls) {
    const program = programOf(words);
    const target = program === 'make' ? words.find((word) => /^(?:check|tests?|unit-?tests?)$/.test(word)) : undefined;
    const because = [snapshot.evidence(file, line)];
    if (target !== undefined)
      return { command: { run: makes(target), directory, because }, isWhole: !target.startsWith('unit') };
    const script = /^\.\/([\w-]{0,40}test[\w-]{0,40}(?:\.sh)?)$/.exec(program)?.[1];
    const isOwn = script !== undefined && snapshot.modeOf(joinPath(directory, script) ?? '') === 'executable';
    if (isOwn && words[0] === program && words.every(isPlain))
      return { command: { run: words.join(' '), directory, because }, isWhole: false };
  }
  const found = place.tool === 'autotools' ? automakeTest(place) : targetOf(place);
  return found && { command: { run: makes(found.name), directory, because: [found.because] }, isWhole: true };
}

interface Target {
  readonly name: string;
  readonly because: Evidence;
}

function targetOf({ snapshot, root }: CppPlace): Target | null {
  const file = root.files.get('make') ?? '';
  const targets = makeTargets(snapshot, file);
  const found = ['test', 'check', 'tests'].map((name) => targets.find((target) => target.name === name)).find(Boolean);
  return found ? { name: found.name, because: snapshot.evidence(found.file, found.line) } : null;
}

function automakeTest({ snapshot, root: { directory } }: CppPlace): Target | null {
  const files = snapshot.within(directory).filter((path) => /(?:^|\/)Makefile\.am$/.test(path));
  for (const file of files) {
    const found = firstMatch(
      snapshot.text(file) ?? '',
      /^\s{0,8}(?:TESTS|check_PROGRAMS|check_SCRIPTS)\s{0,8}\+?=|^check-local\s{0,8}:/,
    );
    if (found) return { name: 'check', because: snapshot.evidence(file, found.line) };
  }
  return null;
}
