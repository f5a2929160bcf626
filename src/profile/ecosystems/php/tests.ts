import type { Evidence } from '../../../domain/evidence.ts';
import type { Command } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall, readAutomation } from '../../ci/automation.ts';
import { callsIn } from '../../harvest/calls.ts';
import { fileBeside, type PhpPackage, requirement, scriptLine } from './package.ts';
import { scriptTexts } from './scripts.ts';

/** A way to run tests, with the lines that show that it is there. */
interface Runner {
  readonly run: string;
  /** The repository's own call of it. */
  readonly called: RegExp;
  readonly because: readonly Evidence[];
}

/** The one that the repository's own pipelines call, else the script of that name, Laravel's own, Pest, PHPUnit. (detection.md, row "PHP") */
export function testCommands(php: PhpPackage, automation: readonly AutomationLine[]): Command[] {
  const { snapshot, directory } = php;
  const shown = firstTest(php);
  const runners = shown ? runnersOf(php) : [];
  const called = runners.flatMap((runner) => {
    const found = firstCall(snapshot, automation, runner.called);
    return found ? [{ ...runner, because: [found.because, ...runner.because] }] : [];
  });
  const chosen = called[0] ?? runners[0];
  if (!shown || !chosen) return [];
  const left = leftOut(php, chosen);
  const because = [...left.because, ...chosen.because, shown];
  return [...prepared(php), { run: `${chosen.run}${left.options}`, directory, because: unlike(because) }];
}

/** Options that leave tests out: groups of those that need a server which only another job has. (PHPUnit, "Command-Line Options") */
const LEAVES_OUT = /^--exclude-(?:group|testsuite)(?:=|$)/;
/** Options that choose some tests: another call has the others. */
const CHOOSES = /^--(?:group|testsuite|filter)(?:=|$)/;

/** What every call of the runner in the repository's own pipelines leaves out, as the first of them says it. */
function leftOut(
  { snapshot, directory }: PhpPackage,
  { called, run: runner }: Runner,
): Pick<Command, 'because'> & { options: string } {
  const calls = callsIn(snapshot, directory).filter(
    ({ run, words }) => called.test(run) && !words.some((it) => CHOOSES.test(it)),
  );
  const options = calls.map(({ words }) =>
    words.flatMap((word, at) =>
      LEAVES_OUT.test(word) ? [word, ...(word.includes('=') ? [] : words.slice(at + 1, at + 2))] : [],
    ),
  );
  const [first] = calls;
  if (!first || options.some((it) => it.length === 0 || it.some((word) => !/^[\w./,=-]{1,200}$/.test(word))))
    return { options: '', because: [] };
  // Composer has options of its own. (getcomposer.org, "Writing custom commands")
  const before = runner.startsWith('composer ') ? ' --' : '';
  return { options: `${before} ${options[0]?.join(' ')}`, because: first.because };
}

function unlike(because: readonly Evidence[]): Evidence[] {
  return because.filter(({ file, line }, at) => because.findIndex((it) => it.file === file && it.line === line) === at);
}

const SETTINGS = ['phpunit.xml', 'phpunit.xml.dist', 'phpunit.dist.xml'];

function firstTest(php: PhpPackage): Evidence | null {
  const { snapshot, directory } = php;
  const file = snapshot.within(directory).find((path) => /(?:^|\/)tests?\/.*Test\.php$/i.test(path));
  return fileBeside(php, SETTINGS) ?? (file === undefined ? null : snapshot.evidence(file, 1));
}

function runnersOf(php: PhpPackage): Runner[] {
  const runner = (run: string, called: RegExp, because: Evidence | null): Runner[] =>
    because ? [{ run, called, because: [because] }] : [];
  const artisan = fileBeside(php, ['artisan']);
  const laravel = requirement(php, ['laravel/framework']);
  const phpunit = requirement(php, ['phpunit/phpunit']);
  const bridge = requirement(php, ['symfony/phpunit-bridge', 'symfony/test-pack']);
  const unit = unitScript(php);
  return [
    ...(unit === null ? [] : runner(`composer ${unit}`, calling(unit), scriptLine(php, unit))),
    ...runner(
      'composer test',
      calling('test'),
      scriptTexts(php.manifest, 'test').some(isForPeople) ? null : scriptLine(php, 'test'),
    ),
    ...runner('php artisan test', /\bartisan test\b/, artisan && laravel),
    ...runner(
      'vendor/bin/pest',
      /\b(?:vendor\/bin\/|composer exec (?:-- )?)pest\b/,
      requirement(php, ['pestphp/pest']),
    ),
    ...runner('vendor/bin/phpunit', /\b(?:vendor\/bin\/|composer exec (?:-- )?)phpunit\b/, phpunit),
    ...runner('php bin/phpunit', /\bbin\/phpunit\b/, bridge && fileBeside(php, ['bin/phpunit'])),
    ...runner('vendor/bin/simple-phpunit', /\bsimple-phpunit\b/, requirement(php, ['symfony/phpunit-bridge'])),
  ];
}

function calling(script: string): RegExp {
  return new RegExp(String.raw`\bcomposer (?:run(?:-script)? )?${script}(?![\w:-])`);
}

/** A script for some of the tests, as pipelines call it. */
const PART = /^composer (?:run |run-script )?(tests?[:-][\w:-]{1,60})$/;

/**
 * The script of the unit tests alone, where the pipelines start those by themselves and never all tests at once: the others need what only
 * their own jobs have. What is counted for a report needs more than the tests do.
 */
function unitScript(php: PhpPackage): string | null {
  const calls = callsIn(php.snapshot, php.directory);
  if (calls.some(({ run }) => calling('test').test(run))) return null;
  const parts = calls.flatMap(({ run }) => PART.exec(run)?.[1] ?? []);
  const name = parts.find((part) => part.split(/[:-]/).includes('unit')) ?? null;
  const plain = name?.replace(/[:-](?:ci|coverage)$/, '') ?? '';
  return scriptLine(php, plain) ? plain : name !== null && scriptLine(php, name) ? name : null;
}

/** It ends only when somebody ends it, or mends files first. */
function isForPeople(text: string): boolean {
  const mendsFiles = /\bphpcbf\b|\s(?:--)?fix(?=\s|$)/.test(text) && !text.includes('--dry-run');
  return mendsFiles || /\bwatch\b/.test(text);
}

/** Laravel does not start without a key. Its example of an environment is there to be copied, unless pipelines test without one. */
function prepared(php: PhpPackage): Command[] {
  const example = fileBeside(php, ['.env.example']);
  const laravel = requirement(php, ['laravel/framework']);
  if (!example || !laravel || !fileBeside(php, ['artisan']) || isTestedWithout(php)) return [];
  const run = 'cp .env.example .env && php artisan key:generate';
  return [{ run, directory: php.directory, because: [example, laravel] }];
}

/** Whether pipelines run the tests, and nothing by which the repository is started speaks of an environment or a key. */
function isTestedWithout(php: PhpPackage): boolean {
  const { snapshot, directory } = php;
  const runners = runnersOf(php);
  const isTested = callsIn(snapshot, directory).some(({ run }) => runners.some(({ called }) => called.test(run)));
  return isTested && !readAutomation(snapshot).some(({ text }) => SETS_UP.test(text));
}

const SETS_UP = /(?:^|[\s'"/=])\.env\b|\bkey:generate\b|\bAPP_KEY\b/;
