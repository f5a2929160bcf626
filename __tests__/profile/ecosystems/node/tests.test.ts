import { describe, expect, it } from 'vitest';
import { node } from '../../../../src/profile/ecosystems/node.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { packageText, scripts } from './package-text.ts';

const NPM = { 'package-lock.json': '{}' };

async function testsOf(text: string, files: MemoryFiles = NPM): Promise<readonly string[]> {
  return typed(await detectOne(node, { 'package.json': text, ...files })).test;
}

describe('Scripts of tests', () => {
  it('are none where Jest finds none below the folder that package.json gives it, and fails', async () => {
    const nest = (test: string, jest: object = {}) =>
      packageText({ scripts: { test }, jest: { rootDir: 'src', testRegex: '.*\\.spec\\.ts$', ...jest } });
    const other = { ...NPM, 'src/main.ts': '', 'test/app.e2e-spec.ts': '' };
    expect(await testsOf(nest('jest'), other)).toEqual([]);
    expect(await testsOf(nest('jest --coverage'), other)).toEqual([]);
    expect(await testsOf(nest('jest'), { ...other, 'src/app.spec.ts': '' })).toEqual(['npm test']);
    for (const [script, jest] of [
      ['jest --passWithNoTests', {}],
      ['jest --config ./test/jest.json', {}],
      ['jest', { rootDir: '.' }],
      ['jest', { roots: ['lib'] }],
      ['jest', { testRegex: 'x' }],
    ] as const)
      expect(await testsOf(nest(script, jest), other)).toEqual(['npm test']);
  });

  it('are none where their script only builds, which is the build', async () => {
    const mix = { production: 'mix --production', test: 'npm run production' };
    const unit = await detectOne(node, { 'package.json': scripts(mix), ...NPM });
    expect(typed(unit)).toMatchObject({ test: [], build: ['npm run production'] });
    const both = scripts({ ...mix, test: 'npm run production && jest', build: 'vite build' });
    expect(typed(await detectOne(node, { 'package.json': both, ...NPM }))).toMatchObject({
      test: ['npm test'],
      build: ['npm run build'],
    });
  });

  it('are taken in the order of what is made for continuous integration', async () => {
    expect(await testsOf(scripts({ test: 'jest', 'test:unit': 'jest unit', 'test:ci': 'jest --ci' }))).toEqual([
      'npm run test:ci',
    ]);
    expect(await testsOf(scripts({ test: 'jest', 'test:unit': 'jest unit' }))).toEqual(['npm run test:unit']);
    expect(await testsOf(scripts({ test: 'jest' }))).toEqual(['npm test']);
  });

  it.each(['unit-test', 'test-unit', 'unit'])(
    'are %s only where nothing with a more usual name runs them',
    async (name) => {
      expect(await testsOf(scripts({ [name]: 'mocha', 'unit-tests': 'jest' }))).toEqual([`npm run ${name}`]);
      expect(await testsOf(scripts({ [name]: 'mocha', test: 'docker compose up' }))).toEqual([`npm run ${name}`]);
      expect(await testsOf(scripts({ [name]: 'mocha', test: 'jest' }))).toEqual(['npm test']);
    },
  );

  it.each([
    'echo "Error: no test specified" && exit 1',
    "echo 'Error: no test specified' 1>&2; exit 1",
    'echo no tests yet',
    'exit 0',
    'true',
    '',
    'jest --watch',
    'jest --watchAll',
    'vitest watch',
    'vitest --watch',
    'nodemon --exec mocha',
    'mocha -w',
    'vitest --ui',
    'playwright test --ui',
    'cypress open',
    'node --inspect-brk node_modules/.bin/jest',
    'docker compose up -d && jest',
    'docker-compose run app npm test',
    'docker run app',
    'php artisan migrate && vendor/bin/phpunit',
    'python -m pytest',
    'bundle exec rspec',
    'go test ./...',
    'cargo test',
    'mvn test',
    'dotnet test',
  ])('are left out where they are `%s`', async (body) => {
    expect(await testsOf(scripts({ test: body }))).toEqual([]);
  });

  it.each([
    'jest --watch=false',
    'jest --watchAll=false',
    'echo start && jest',
    'jest -w 2',
    'node test.js --watchman',
  ])('are not mistaken where they are `%s`', async (body) => {
    expect(await testsOf(scripts({ test: body }))).toEqual(['npm test']);
  });

  it.each<Readonly<Record<string, string>>>([
    { test: 'npm run test:e2e', 'test:e2e': 'docker compose up' },
    { test: 'run-s lint unit', unit: 'jest --watch' },
    { test: 'npm-run-all "unit:*"', 'unit:a': 'docker compose up' },
    { test: 'jest', pretest: 'docker compose up -d db' },
    { test: 'yarn unit', unit: 'yarn again', again: 'yarn unit && cypress open' },
  ])('are left out where they lead to such: %j', async (all) => {
    expect(await testsOf(scripts(all))).toEqual([]);
  });

  it('that are no use give way to the next', async () => {
    expect(await testsOf(scripts({ 'test:ci': 'docker compose up', 'test:unit': 'jest' }))).toEqual([
      'npm run test:unit',
    ]);
  });

  it.each([
    [{ 'package-lock.json': '' }, 'npm test -- --run'],
    [{ 'pnpm-lock.yaml': '' }, 'pnpm test --run'],
    [{ 'yarn.lock': '' }, 'yarn test --run'],
    [{ 'bun.lock': '' }, 'bun run test --run'],
  ])('are told to run once, as each manager hands it on: %j', async (files, run) => {
    expect(await testsOf(scripts({ test: 'vitest' }), files)).toEqual([run]);
  });

  it.each([
    ['vitest --coverage', 'npm test -- --run'],
    ['npm run lint && vitest', 'npm test -- --run'],
    ['vitest run', 'npm test'],
    ['vitest --run', 'npm test'],
    ['vitest --watch=false', 'npm test'],
    ['vitest && node report.js', 'npm test'],
    ['ng test', 'npm test -- --watch=false'],
    ['ng test --watch=false', 'npm test'],
    ['ng test --no-watch', 'npm test'],
    ['karma start', 'npm test -- --single-run'],
    ['karma start --single-run', 'npm test'],
  ])('`%s` is run by `%s`', async (body, run) => {
    expect(await testsOf(scripts({ test: body }))).toEqual([run]);
  });

  it('of Angular under Karma need a browser without a screen', async () => {
    expect(await testsOf(scripts({ test: 'ng test' }, ['karma']))).toEqual([
      'npm test -- --watch=false --browsers=ChromeHeadless',
    ]);
  });
});

describe('Tests without a script', () => {
  const FILES = { 'src/a.test.js': '', 'src/b.spec.ts': '' };

  it.each<[string, readonly string[], MemoryFiles, string[]]>([
    ['Node', [], FILES, ['node --test']],
    ['Bun', [], { 'bun.lock': '', 'a.test.ts': '' }, ['bun test']],
    ['vitest', ['vitest'], { 'b.spec.ts': '' }, ['npx vitest run']],
    ['jest', ['jest'], { '__tests__/a.tsx': '' }, ['npx jest']],
    ['ava', ['ava'], FILES, ['npx ava']],
    ['no one: another runner must be told what to run', ['mocha'], FILES, []],
    ['no one: the runner of a framework does', ['react-scripts'], FILES, []],
    ['no one: no test', ['jest'], { 'src/a.js': '' }, []],
    ['no one: Node does not look at these by itself', [], { 'b.spec.js': '', 'test/a.js': '' }, []],
    [
      'no one: they are those of a package below',
      [],
      { 'b/package.json': '{ "type": "module" }', 'b/a.test.js': '' },
      [],
    ],
  ])('are run by %s', async (_, dependencies, files, expected) => {
    expect(await testsOf(scripts({}, dependencies), files)).toEqual(expected);
  });

  it('are not run by Node where they are configured for Jest', async () => {
    expect(await testsOf(packageText({ jest: { preset: 'x' }, scripts: {} }), { ...NPM, ...FILES })).toEqual([]);
  });

  it.each(['api-test', 'test:integration', 'e2e'])(
    'are left out, with a warning, where a script `%s` starts the runner: they need something',
    async (name) => {
      const files = { 'package.json': scripts({ [name]: 'jest -i --bail' }, ['jest']), ...FILES };
      const { units, warnings } = await detect(node, files);
      expect(units.map((unit) => typed(unit).test)).toEqual([[]]);
      expect(warnings).toEqual([
        {
          file: 'package.json',
          line: 3,
          message: `its tests are run by the script ${name}, which may need what nothing here starts; they are left out.`,
        },
      ]);
    },
  );

  it('of members are run beside a runner of the root that is left out', async () => {
    const files = {
      'package.json': JSON.stringify({
        scripts: { e2e: 'playwright test' },
        devDependencies: { '@playwright/test': '1' },
        workspaces: ['a'],
      }),
      'playwright.config.ts': '',
      'a/package.json': JSON.stringify({ name: 'a', scripts: { test: 'node --test' } }),
      ...FILES,
    };
    const { units, warnings } = await detect(node, files);
    expect(units.map(({ commands }) => commands.test.map(({ run, directory }) => `${directory}: ${run}`))).toEqual([
      ['a: npm test'],
    ]);
    expect(warnings).toHaveLength(1);
  });

  it.each([
    [['vitest', '@vitest/browser-playwright', 'playwright'], true],
    [['vitest', '@vitest/browser', '@playwright/test'], true],
    [['vitest', 'playwright'], false],
  ])('get browsers where Vitest opens them by Playwright: %j', async (dependencies, isBrought) => {
    const tests = await testsOf(scripts({ test: 'vitest run' }, dependencies), { ...NPM, ...FILES });
    expect(tests).toEqual([...(isBrought ? ['npx playwright install --with-deps'] : []), 'npm test']);
  });

  it('get no browsers where they are not run by Vitest', async () => {
    const dependencies = ['vitest', '@vitest/browser-playwright', 'playwright'];
    expect(await testsOf(scripts({ test: 'node --test' }, dependencies), { ...NPM, ...FILES })).toEqual(['npm test']);
  });

  it.each(['test:watch', 'coverage', 'test:cov', 'test:debug', 'test:update', 'dev:test'])(
    'are run where a script `%s` only runs them in another way',
    async (name) => {
      expect(await testsOf(scripts({ [name]: 'jest --x' }, ['jest']), { ...NPM, ...FILES })).toEqual(['npx jest']);
    },
  );

  it('show the file that is one', async () => {
    const unit = await detectOne(node, { 'package.json': scripts({}, ['jest']), ...FILES });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['src/a.test.js:1', 'package.json:4']);
  });

  it('are run where the script only watches or is the placeholder, not where it starts containers', async () => {
    const files = { ...NPM, ...FILES };
    expect(await testsOf(scripts({ test: 'jest --watch' }, ['jest']), files)).toEqual(['npx jest']);
    expect(await testsOf(scripts({ test: 'echo no test specified' }), files)).toEqual(['node --test']);
    for (const name of ['test', 'test:unit', 'test:ci'])
      expect(await testsOf(scripts({ [name]: 'docker compose run app jest' }, ['jest']), files)).toEqual([]);
  });
});

describe('Tests in a browser', () => {
  const CONFIG = 'export default defineConfig({\n  webServer: { command: "npm start" },\n});\n';
  const PLAYWRIGHT = scripts({ test: 'playwright test' }, ['@playwright/test']);

  it('bring their browsers before they run', async () => {
    const unit = await detectOne(node, { 'package.json': PLAYWRIGHT, ...NPM, 'playwright.config.ts': CONFIG });
    expect(typed(unit).test).toEqual(['npx playwright install --with-deps', 'npm test']);
    expect(unit.commands.test.map(cited)).toEqual([['package.json:6'], ['package.json:3']]);
  });

  it.each(['export default {};\n', 'export default {\n  // webServer: {},\n};\n', '/*\n * webServer\n */'])(
    'are left out, with a warning, where nothing starts the application: %j',
    async (config) => {
      const { units, warnings } = await detect(node, {
        'e/package.json': PLAYWRIGHT,
        'e/playwright.config.ts': config,
      });
      expect(units.map((unit) => typed(unit).test)).toEqual([[]]);
      expect(warnings).toEqual([
        {
          file: 'e/package.json',
          line: 3,
          message: 'its tests need a running application (e/playwright.config.ts has no webServer); they are left out.',
        },
      ]);
    },
  );

  it('are run with the settings that stand below the package, and left out where those start nothing', async () => {
    const of = async (config: string, call?: string) => {
      const files = { 'tests/e2e/playwright.config.ts': config, 'tests/e2e/a.spec.ts': '' };
      const unit = await detectOne(node, {
        'package.json': scripts(call ? { test: call } : { build: 'vite build' }, ['@playwright/test']),
        ...NPM,
        ...files,
      });
      return typed(unit).test.slice(1);
    };
    const named = '--config=tests/e2e/playwright.config.ts';
    expect(await of(CONFIG)).toEqual([`npx playwright test ${named}`]);
    expect(await of('export default {};\n')).toEqual([]);
    const jest = {
      'package.json': scripts({ build: 'x' }, ['jest']),
      'e2e/playwright.config.ts': CONFIG,
      'a.test.js': '',
    };
    expect(typed(await detectOne(node, { ...jest, ...NPM })).test).toEqual(['npx jest']);
    expect(await of(CONFIG, `playwright test ${named}`)).toEqual(['npm test']);
    expect(await of('export default {};\n', 'playwright test --workers=2 -c tests/e2e/playwright.config.ts')).toEqual(
      [],
    );
  });

  it('alone need browsers', async () => {
    expect(await testsOf(scripts({ test: 'jest' }, ['@playwright/test']))).toEqual(['npm test']);
    expect(await testsOf(scripts({ test: 'playwright test' }))).toEqual(['npm test']);
  });

  it.each([
    ['cypress run', []],
    ['start-server-and-test start 3000 "cypress run"', ['npm test']],
    ['cypress run --component', ['npm test']],
  ])('of Cypress, `%s`, are %j', async (body, expected) => {
    expect(await testsOf(scripts({ test: body }, ['cypress']))).toEqual(expected);
  });

  it('of components bring what they show', async () => {
    const text = scripts({ test: 'playwright test' }, ['@playwright/test', '@playwright/experimental-ct-react']);
    expect(await testsOf(text, { ...NPM, 'playwright.config.ts': '' })).toEqual([
      'npx playwright install --with-deps',
      'npm test',
    ]);
  });

  it('of a member are served and supplied where the script of the root runs them', async () => {
    const root = {
      'package.json': scripts({ test: 'bun run --filter web test' }, [], { workspaces: ['web'] }),
      'bun.lock': '',
    };
    const unit = await detectOne(node, { ...root, 'web/package.json': PLAYWRIGHT, 'web/playwright.config.ts': CONFIG });
    expect(unit.commands.test.map(({ directory, run }) => `${directory}: ${run}`)).toEqual([
      'web: bunx playwright install --with-deps',
      '.: bun run test',
    ]);
    const { units, warnings } = await detect(node, {
      ...root,
      'web/package.json': PLAYWRIGHT,
      'web/playwright.config.ts': '{}',
    });
    expect([units[0]?.commands.test, warnings.length]).toEqual([[], 1]);
  });
});

describe('A build of a package', () => {
  it.each([
    ['vite build', ['npm run build']],
    ['vite build --watch', []],
    ['docker build .', []],
    ['echo nothing', []],
  ])('by `%s` is %j', async (body, expected) => {
    const unit = await detectOne(node, { 'package.json': scripts({ build: body }), ...NPM });
    expect(typed(unit).build).toEqual(expected);
  });

  it('of hostile length takes no time', async () => {
    const bodies = [
      'tsc '.repeat(100_000),
      `echo ${' '.repeat(200_000)}&`,
      `${'x '.repeat(50_000)}&&`,
      '"'.repeat(99_999),
    ];
    const all = Object.fromEntries(
      ['test', 'test:ci', 'lint', 'build'].map((name, index) => [name, bodies[index] ?? '']),
    );
    expect(await detectOne(node, { 'package.json': packageText({ scripts: all }) })).toBeDefined();
  });
});

describe('Catalogues of messages that only their compiler makes', () => {
  const KEPT = { 'js/locales/en/messages.po': 'msgid "a"\n' };
  const lingui = (texts: Readonly<Record<string, string>>, ...more: readonly string[]) =>
    scripts(texts, ['@lingui/cli', 'jest', ...more]);

  it('are compiled before tests run', async () => {
    const unit = await detectOne(node, { 'yarn.lock': '', 'package.json': lingui({ test: 'jest' }), ...KEPT });
    expect(typed(unit).test).toEqual(['yarn lingui compile', 'yarn test']);
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['js/locales/en/messages.po:1', 'package.json:6']);
  });

  it('are compiled before a runner that no script starts', async () => {
    expect(await testsOf(lingui({}), { 'a.test.js': '', 'locales/en/messages.json': '{}', ...NPM })).toEqual([
      'npx lingui compile',
      'npx jest',
    ]);
  });

  it.each<[string, string, MemoryFiles]>([
    ['where the script does so', lingui({ pretest: 'lingui compile', test: 'jest' }), KEPT],
    ['where they are kept', lingui({ test: 'jest' }), { ...KEPT, 'js/locales/en/messages.js': '' }],
    ['where a bundler does so', lingui({ test: 'jest' }, '@lingui/vite-plugin'), KEPT],
    ['where there is none', lingui({ test: 'jest' }), {}],
    ['where their compiler is not there', scripts({ test: 'jest' }), KEPT],
  ])('are not compiled %s', async (_, text, files) => {
    expect(await testsOf(text, { ...NPM, ...files })).toEqual(['npm test']);
  });
});
