import { withoutVariables } from '../../domain/in-front.ts';
import type { Command } from '../../domain/profile.ts';
import { byCodeUnit } from '../../domain/text.ts';
import { joinPath } from '../paths.ts';
import { withoutEnvironmentRun } from './environment-run.ts';
import { asCargoTest } from './insta.ts';
import { shortLevels } from './lint-levels.ts';
import { QUIET, telling } from './quiet.ts';
import { callOfAll } from './workspace-call.ts';

type Placed = Pick<Command, 'run' | 'directory'>;

/** What two commands that are the same have in common: what is done, and in which folder. What is set before it is told by `variablesOf`. */
export function commandKey(command: Placed): string {
  const { run, directory } = inNamedFolder({ ...command, run: withoutVariables(command.run) });
  return `${directory}\0${sameCommand(run)}`;
}

/** Programs whose last word is the folder that they look at. (helm lint, kubectl kustomize, kustomize build: "Usage") */
const FOLDER =
  /^((?:helm (?:lint|template|package)|kubectl kustomize|kustomize build)(?: -\S{1,60}){0,8}) ([\w./-]{1,200})$/;

function inNamedFolder({ run, directory }: Placed): Placed {
  const [, program, written = ''] = FOLDER.exec(run) ?? [];
  const folder = program === undefined || written.startsWith('/') ? null : joinPath(directory, written);
  return program === undefined || folder === null ? { run, directory } : { run: `${program} .`, directory: folder };
}

/**
 * A command as one text for all that mean the very same: spellings of a manager's scripts, and options that change what is told and not
 * what is checked. (npm, pnpm, yarn and bun, "run"; go help test; Maven, "CLI options"; Gradle,
 * "Command-line interface"; cargo help; dotnet, "dotnet test"; pre-commit, "pre-commit run"; pytest and pytest-xdist, "--help"; mix help test)
 */
function sameCommand(run: string): string {
  const words = asCargoTest(withoutEnvironmentRun(run.trim().replace(AS_ROOT, '')))
    .replace(MAKES_ENVIRONMENTS, '$1 ')
    .replace(HATCH_TEST, 'hatch test')
    .replace(BINSTUB, '')
    .replace(TOOLCHAIN, 'cargo ')
    .replace(BY_PHP, '')
    .replace(PREPARED, '$1')
    .replace(PREPARES, 'rails db:test:prepare')
    .split(/\s+/)
    .map((word) => word.replace(/^\.\/(?=\w)/, ''));
  const at = words.slice(0, MOST_BEFORE).findIndex((word) => QUIET.has(word));
  const quiet = QUIET.get(words[at] ?? '');
  const before = words.slice(0, at + 1);
  return script([...before, ...(quiet ? telling(words.slice(at + 1), quiet) : words)].join(' '));
}

/** Who may do everything does the same. (man sudo) */
const AS_ROOT = /^sudo (?:(?:-[EHn]|--preserve-env(?:=[\w,]{1,200})?) ){0,3}(?=[\w./])/;

/** tox and nox make the environment in which anything runs: who starts them makes no difference. */
const MAKES_ENVIRONMENTS = /^(?:python3? -m |pipx run |uvx )?(tox|nox) (?:run |r )?/;

/** More environments, more workers, another order, a report: the tests are the same. (hatch.pypa.io, "hatch test") */
const HATCH_TEST =
  /^hatch test(?: (?:-[acpr]{1,4}|--(?:all|cover|cover-quiet|parallel|randomize)|(?:-py|--python)[= ][\w.]{1,20})){1,6}$/;

/** What Bundler puts beside a program of the repository starts the same one. (bundler.io, "bundle binstubs") */
const BINSTUB = /^(?:\.\/)?bin\/(?=(?:rails|rake|rspec|rubocop|standardrb|brakeman|erb_lint|bundler-audit)(?: |$))/;

/** The toolchain that runs where nothing else is said. (rustup, "Toolchain override shorthand") */
const TOOLCHAIN = /^cargo \+stable /;

/** What Composer puts there is started by PHP in any case, and by its name alone in Composer's own scripts. (getcomposer.org, "Vendor binaries", "Scripts") */
const BY_PHP = /^(?:php (?:-d ?memory_limit=\S{1,20} )?)?(?:\.\/)?vendor\/bin\/(?=\w)/;

/** A schema that is loaded anyhow before the tests. (guides.rubyonrails.org, "Maintaining the Test Database Schema") */
const PREPARED = /^(rails )db:test:prepare (?=test(?::| |$))/;

/** What does nothing but give a database its tables gives tests theirs. (guides.rubyonrails.org, "Active Record Migrations") */
const PREPARES = /^(?:rails|rake)(?: db:(?:create|migrate|setup|prepare|schema:load|test:(?:prepare|load))){1,4}$/;

/** Words of a runner that stand before the program: `uv run pytest`. */
const MOST_BEFORE = 4;

/** `npm run-script test`, `npm test` and `npm t` are one, `composer run test` and `composer test`, and so are the long and the short name of an option. */
function script(run: string): string {
  const [, options = '', behind = ''] = FORMAT.exec(run) ?? [];
  if (`${options}${behind}`.includes('--check')) return `cargo fmt${options.includes('--all') ? ' --all' : ''} --check`;
  if (CARGO.test(run)) return cargo(run);
  if (/^(?:pre-commit|prek) run /.test(run)) return run.replace(/ (?:-a|--all)(?= |$)/, ' --all-files');
  if (/^go (?:test|vet|build) /.test(run)) return packagesLast(run);
  if (PHPSTAN.test(run)) return run.replace(PHPSTAN, 'phpstan analyse');
  if (run.startsWith('dotnet ')) return run.replace(/ --configuration[ =]/, ' -c ');
  const ofAll = callOfAll(run);
  if (ofAll !== null) return ofAll;
  const [, own = ''] = /^composer (?:run|run-script) ([\w:.-]{1,100})$/.exec(run) ?? [];
  if (own !== '' && !COMPOSER.has(own)) return `composer ${own}`;
  const [, manager = '', name = ''] = /^(npm|pnpm|yarn|bun) (?:run |run-script )?([\w:.-]{1,100})$/.exec(run) ?? [];
  if (manager === '') return run;
  const isRun = /^\w+ run/.test(run);
  if (manager === 'npm' && !isRun) return /^(?:t|tst|test)$/.test(name) ? 'npm run test' : run;
  // Bun's own test runner is no script, and what a manager does itself is none.
  return !isRun && (manager === 'bun' || OWN.has(name)) ? run : `${manager} run ${name}`;
}

/** What it does where it is told no command. (phpstan.org, "Command Line Usage") */
const PHPSTAN = /^phpstan(?: analy[sz]e(?= |$)|(?= -|$))/;

/** The format looked at, with its options in any order, and rustfmt's own behind them. (cargo help fmt) */
const FORMAT = /^cargo fmt((?: --(?:all|check)){0,2})( -- --check)?$/;

/** Cargo's own commands that choose packages and features alike, and nextest; what else it starts may mean anything by its options. */
const CARGO = /^cargo (?:\+\S{1,80} )?(?:build|check|clippy|test|doc|bench|nextest run)(?= )/;

/** The long names of options, in one order, and lints by their short ones behind them. (cargo help; rustc, "Lint Levels") */
function cargo(run: string): string {
  const [program = ''] = CARGO.exec(run) ?? [];
  const [own = '', ...rest] = run.slice(program.length).split(/ (?=-- )/);
  const words = own
    .replace(/ --all(?= |$)/, ' --workspace')
    .replace(/ -r(?= |$)/, ' --release')
    .replace(/ (?:-F|--features) (?=[\w,/-]{1,200}(?: |$))/g, ' --features=')
    .replace(/ (?:-p|--package)[ =](?=[\w@.-]{1,100}(?: |$))/g, ' --package=')
    .replace(/ (--(?:exclude|bin|test|target|profile|manifest-path)) (?=[\w./-]{1,200}(?: |$))/g, ' $1=')
    .split(' ')
    .filter((word) => word !== '');
  // What is no option is told by its place.
  const options = words.every((word) => word.startsWith('-')) ? words.sort(byCodeUnit) : words;
  return [program, ...options, ...rest.map(shortLevels)].join(' ');
}

/** Packages behind all flags, where `go vet` and `go build` alone read them, and a value behind an equals sign. (go help test, build) */
function packagesLast(run: string): string {
  const words = run.replace(/ (--?tags) (?=[\w,]+(?: |$))/, ' $1=').split(' ');
  const packages = words.filter((word) => word === './...');
  return words.includes('-args') ? run : [...words.filter((word) => word !== './...'), ...packages].join(' ');
}

const OWN = new Set(
  'install i ci add remove audit publish pack exec dlx init link why outdated update up dedupe'.split(' '),
);

/** Whether Composer does that itself, and runs no script of that name. */
export function isComposerCommand(name: string): boolean {
  return COMPOSER.has(name);
}

/** Its own commands, before which scripts of the same name do not come. (getcomposer.org, "Writing custom commands") */
const COMPOSER = new Set(
  'about archive audit browse bump config depends diagnose exec fund global home init install i licenses list outdated prohibits reinstall remove require run run-script search show status suggests update upgrade u validate why why-not'.split(
    ' ',
  ),
);
