import type { Evidence } from '../../../domain/evidence.ts';
import type { Command } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { fileBeside, type PhpPackage, requirement, scriptLine } from './package.ts';

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
  return [...prepared(php), { run: chosen.run, directory, because: [...chosen.because, shown] }];
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
  return [
    ...runner('composer test', /\bcomposer (?:run(?:-script)? )?test(?![\w:-])/, scriptLine(php, 'test')),
    ...runner('php artisan test', /\bartisan test\b/, artisan && laravel),
    ...runner('vendor/bin/pest', /\bvendor\/bin\/pest\b/, requirement(php, ['pestphp/pest'])),
    ...runner('vendor/bin/phpunit', /\bvendor\/bin\/phpunit\b/, phpunit),
    ...runner('php bin/phpunit', /\bbin\/phpunit\b/, bridge && fileBeside(php, ['bin/phpunit'])),
    ...runner('vendor/bin/simple-phpunit', /\bsimple-phpunit\b/, requirement(php, ['symfony/phpunit-bridge'])),
  ];
}

/** Laravel does not start without a key. Its example of an environment is there to be copied. */
function prepared(php: PhpPackage): Command[] {
  const example = fileBeside(php, ['.env.example']);
  const laravel = requirement(php, ['laravel/framework']);
  if (!example || !laravel || !fileBeside(php, ['artisan'])) return [];
  const run = 'cp .env.example .env && php artisan key:generate';
  return [{ run, directory: php.directory, because: [example, laravel] }];
}
