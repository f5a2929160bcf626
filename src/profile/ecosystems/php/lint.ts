import type { Evidence } from '../../../domain/evidence.ts';
import { firstOfEach } from '../../../domain/grouped.ts';
import type { LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { callsIn } from '../../harvest/calls.ts';
import { onlyDeclared, toolCall } from '../../harvest/checks/meant.ts';
import type { Found } from '../../snapshot.ts';
import { fileBeside, type PhpPackage, requirement } from './package.ts';
import { CHECKS, mends, scriptChecks } from './scripts.ts';

/** A tool that Composer installs and that its own file configures. */
interface Tool {
  readonly packages: readonly string[];
  readonly files: readonly string[];
  readonly check: string;
  readonly run: string;
  /** Of a tool that needs no settings: any call of it, be it to mend. */
  readonly called?: RegExp;
}

export const TOOLS: readonly Tool[] = [
  {
    packages: ['phpstan/phpstan', 'larastan/larastan', 'nunomaduro/larastan'],
    files: ['phpstan.neon', 'phpstan.neon.dist', 'phpstan.dist.neon'],
    check: 'lint',
    run: 'vendor/bin/phpstan analyse --no-progress',
  },
  {
    packages: ['vimeo/psalm'],
    files: ['psalm.xml', 'psalm.xml.dist'],
    check: 'typecheck',
    run: 'vendor/bin/psalm --no-progress',
  },
  {
    packages: ['squizlabs/php_codesniffer'],
    files: ['phpcs.xml', 'phpcs.xml.dist', '.phpcs.xml', '.phpcs.xml.dist'],
    check: 'lint',
    run: 'vendor/bin/phpcs',
  },
  {
    packages: ['friendsofphp/php-cs-fixer', 'php-cs-fixer/shim'],
    files: ['.php-cs-fixer.php', '.php-cs-fixer.dist.php'],
    check: 'format',
    run: 'vendor/bin/php-cs-fixer fix --dry-run --diff',
  },
  { packages: ['symplify/easy-coding-standard'], files: ['ecs.php'], check: 'format', run: 'vendor/bin/ecs check' },
  {
    packages: ['laravel/pint'],
    files: ['pint.json'],
    check: 'format',
    run: 'vendor/bin/pint --test',
    called: /(?:^|[\s"'/])pint(?=$|[\s"'])|\buses:\s{1,4}\S{0,100}pint\b/,
  },
];

/** Tools that are asked for and configured, and what the repository's own pipelines have Composer and the console of Symfony check. */
export function lintCommands(php: PhpPackage, automation: readonly AutomationLine[]): Found<readonly LintCommand[]> {
  const found = TOOLS.map((tool) => toolCommand(php, tool));
  const tools = found.flatMap(({ value }) => value);
  const own = [...composerChecks(php, automation), ...tools];
  return {
    value: [...own, ...scriptChecks(php, tools), ...consoleChecks(php, automation)],
    warnings: found.flatMap(({ warnings }) => warnings),
  };
}

function toolCommand(php: PhpPackage, { packages, files, check, run, called }: Tool): Found<readonly LintCommand[]> {
  const brought = requirement(php, packages);
  if (!brought) return { value: [], warnings: [] };
  const configured = fileBeside(php, files);
  const own = ownScript(php, run) ?? (configured ? null : pipelineCall(php, run));
  const meant = !configured && !own && called ? callElsewhere(php, called) : null;
  if (!configured && !own && !meant)
    return called
      ? onlyDeclared(packages[0] ?? run, { check, run, directory: php.directory, because: [brought] })
      : { value: [], warnings: [] };
  const because = [...(own ? own.because : []), configured, meant, brought].filter((evidence) => evidence !== null);
  return { value: [{ check, run: own?.run ?? run, directory: php.directory, because }], warnings: [] };
}

/** What pipelines, tasks and hooks call, or a script of Composer. */
function callElsewhere({ snapshot, manifest }: PhpPackage, called: RegExp): Evidence | null {
  const script = manifest
    .keys(['scripts'])
    .find((name) => manifest.oneOrMore(['scripts', name]).some((it) => called.test(it)));
  return script === undefined ? toolCall({ snapshot, called }) : manifest.evidence(['scripts', script]);
}

type Call = Pick<LintCommand, 'run' | 'because'>;

/** Plain words behind the program, told to mend nothing: what it should look at stands there. */
function pipelineCall({ snapshot, directory }: PhpPackage, run: string): Call | null {
  const [program = ''] = run.split(' ');
  const isCall = (text: string) =>
    /^[\w./=:, -]{1,500}$/.test(text) && text.startsWith(`${program} `) && !mends(text) && !text.includes(' --alter');
  const called = callsIn(snapshot, directory).map((call) => ({
    ...call,
    run: call.run.replace(/^(?:php )?(?:\.\/)?(?=vendor\/)/, ''),
  }));
  return called.find((call) => isCall(call.run)) ?? null;
}

/** The script of composer.json that is one call of the same tool, with the options that the repository gives it. */
function ownScript({ manifest }: PhpPackage, run: string): Call | null {
  const [program = ''] = run.split(' ');
  // Composer puts the programs of packages on the path of its scripts.
  const bare = program.replace(/^vendor\/bin\//, '');
  const isCall = (text: string) => {
    const [called] = text
      .replace(/^@php |^php /, '')
      .replace(/^\.\//, '')
      .split(' ');
    return (called === program || called === bare) && !mends(text) && !/[;&|]|--generate/.test(text);
  };
  const name = manifest.keys(['scripts']).find((one) => {
    const [only = '', ...more] = [manifest.at(['scripts', one])].flat();
    return CHECKS.test(one) && more.length === 0 && typeof only === 'string' && isCall(only);
  });
  return name === undefined ? null : { run: `composer ${name}`, because: [manifest.evidence(['scripts', name])] };
}

const VALIDATE = /\bcomposer validate((?: --[\w-]{1,40})*)\s{0,8}(?:["'\\]|$)/;

function composerChecks(php: PhpPackage, automation: readonly AutomationLine[]): LintCommand[] {
  const { snapshot, directory } = php;
  const validate = firstCall(snapshot, automation, VALIDATE);
  const audit = firstCall(snapshot, automation, /\bcomposer audit\b/);
  return [
    ...(validate
      ? [{ check: 'lint', run: `composer validate${validate.match[1] ?? ''}`, directory, because: [validate.because] }]
      : []),
    ...(audit ? [{ check: 'audit', run: 'composer audit', directory, because: [audit.because] }] : []),
  ];
}

/** A line that is one call and nothing else: what is more would need a shell to be understood. */
const CONSOLE =
  /^\s{0,40}(?:- )?(?:run: )?(?:php )?(?:\.\/)?bin\/console ((?:lint:[\w:-]{1,40}|doctrine:schema:validate)(?: [\w./:=@-]{1,100}){0,12})\s{0,8}$/;

function consoleChecks(php: PhpPackage, automation: readonly AutomationLine[]): LintCommand[] {
  const { snapshot, directory } = php;
  if (!snapshot.has(directory === '.' ? 'bin/console' : `${directory}/bin/console`)) return [];
  const found = automation.flatMap(({ text, file, number }) => {
    const call = CONSOLE.exec(text)?.[1];
    return call === undefined ? [] : [{ run: `php bin/console ${call}`, because: [snapshot.evidence(file, number)] }];
  });
  return firstOfEach(found, ({ run }) => run).map((one) => ({ check: 'lint', directory, ...one }));
}
