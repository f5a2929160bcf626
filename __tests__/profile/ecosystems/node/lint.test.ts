import { describe, expect, it } from 'vitest';
import { node } from '../../../../src/profile/ecosystems/node.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { packageText, scripts } from './package-text.ts';

async function lintOf(text: string, files: MemoryFiles = {}): Promise<readonly string[]> {
  return typed(await detectOne(node, { 'package.json': text, 'package-lock.json': '{}', ...files })).lint;
}

describe('Scripts that check', () => {
  it('are lint, format and typecheck, each with its line', async () => {
    const unit = await detectOne(node, {
      'yarn.lock': '',
      'package.json': scripts({ typecheck: 'tsc', 'format:check': 'prettier -c .', lint: 'eslint .' }),
    });
    expect(unit.commands.lint.map((it) => `${it.check}: ${it.run} ${cited(it)}`)).toEqual([
      'lint: yarn run lint package.json:5',
      'format: yarn run format:check package.json:4',
      'typecheck: yarn run typecheck package.json:3',
    ]);
  });

  it('come before those that may write', async () => {
    expect(await lintOf(scripts({ lint: 'eslint --fix .', 'lint:check': 'eslint .' }))).toEqual([
      'lint: npm run lint:check',
    ]);
  });

  it.each([
    'eslint --fix .',
    'standard --fix',
    'xo --fix',
    'oxlint --fix-suggestions',
    'stylelint --fix "**/*.css"',
    'next lint --fix',
    'biome check --write .',
    'biome lint --apply-unsafe .',
    'prettier --write . && eslint .',
    'prettier . -w && eslint .',
    'oxfmt && oxlint',
    'vue-cli-service lint --mode production && tsc',
    'npm run fix',
  ])('are never taken where they rewrite files: `%s`', async (body) => {
    expect(await lintOf(scripts({ lint: body, 'lint:ts': body, fix: 'eslint . --fix' }))).toEqual([]);
  });

  it.each([
    'eslint --fix-dry-run .',
    'vue-cli-service lint --no-fix',
    'npm run check -w client',
    'oxfmt --check && oxlint',
    'biome check .',
  ])('are taken where they do not: `%s`', async (body) => {
    expect(await lintOf(scripts({ lint: body }))).toEqual(['lint: npm run lint']);
  });

  it('are never taken where they run those of members that rewrite files', async () => {
    const root = scripts({ lint: 'turbo run lint' }, [], { workspaces: ['*'] });
    const members = (body: string) => ({
      'a/package.json': scripts({ lint: body }),
      'b/package.json': scripts({ lint: 'eslint .' }),
    });
    expect(await lintOf(root, members('eslint .'))).toEqual(['lint: npm run lint']);
    const { units } = await detect(node, { 'package.json': root, ...members('eslint --fix .') });
    expect(units[0]?.commands.lint.map(({ run, directory }) => `${directory}: ${run}`)).toEqual(['b: npm run lint']);
  });

  it('are judged by the scripts of members that they name, where those have another name', async () => {
    const root = scripts({ lint: 'pnpm -r do-lint' }, [], { workspaces: ['*'] });
    const members = (body: string) => ({
      'a/package.json': scripts({ lint: 'eslint --fix .' }),
      'b/package.json': scripts({ lint: body, 'do-lint': 'npm run lint' }),
    });
    expect(await lintOf(root, members('eslint .'))).toEqual(['lint: npm run lint']);
    expect(await lintOf(root, members('eslint --fix .'))).toEqual([]);
  });

  it.each([
    'php artisan lint',
    'vendor/bin/pint --test',
    'composer lint',
    'eslint . && python -m ruff check',
    'cross-env CI=1 bundle exec rubocop',
    'CI=1 cargo clippy',
    './mvnw verify',
    'npm run other',
  ])('are not of this ecosystem where they start the tools of another: `%s`', async (body) => {
    expect(await lintOf(scripts({ lint: body, other: 'go vet ./...' }))).toEqual([]);
  });

  it.each(['eslint php python', 'node composer.js', 'mix --production', 'eslint . --ext go'])(
    'are of this one where they only name it: `%s`',
    async (body) => {
      expect(await lintOf(scripts({ lint: body }))).toEqual(['lint: npm run lint']);
    },
  );

  it.each([
    ['lint', ['lint:ci', 'ci:lint', 'lint:check', 'check:lint', 'lint', 'eslint']],
    [
      'format',
      [
        ...[
          'format:check',
          'check:format',
          'format-check',
          'check-format',
          'format:ci',
          'format:verify',
          'formatcheck',
        ],
        ...['fmt:check', 'prettier:check', 'check:prettier', 'prettier-check', 'prettier:ci', 'lint:format'],
        'lint:prettier',
      ],
    ],
    [
      'typecheck',
      [
        ...['typecheck', 'type-check', 'check-types', 'check-type', 'types:check', 'check:types', 'type:check'],
        ...['typecheck:ci', 'lint:types', 'lint:ts', 'lint:tsc', 'tsc'],
      ],
    ],
  ])('of %s are known by the names %j', async (check, names) => {
    for (const name of names) {
      expect(await lintOf(scripts({ [name]: 'node check.js', [`${name}x`]: 'a' }))).toEqual([
        `${check}: npm run ${name}`,
      ]);
    }
  });

  it.each([
    ['format', 'prettier --check .', true],
    ['format', 'prettier . -c', true],
    ['format', 'prettier --list-different src', true],
    ['fmt', 'biome format .', true],
    ['format', 'biome format --write .', false],
    ['format', 'prettier --write .', false],
    ['format', 'prettier -w .', false],
    ['format', 'npm run format:js', false],
    ['format:check', 'prettier --write . && git diff --exit-code', false],
  ])('a script `%s` of `%s` is a check of the format: %s', async (name, body, expected) => {
    expect(await lintOf(scripts({ [name]: body }))).toEqual(expected ? [`format: npm run ${name}`] : []);
  });

  it('a script `format` of a root is judged by those of all members that it runs', async () => {
    const root = scripts({ format: 'turbo run format' }, [], { workspaces: ['*'] });
    const member = (body: string) => ({ 'a/package.json': scripts({ format: body }) });
    expect(await lintOf(root, member('prettier --check .'))).toEqual(['format: npm run format']);
    expect(await lintOf(root, member('prettier --write .'))).toEqual([]);
  });

  it.each([
    ['svelte-kit sync && svelte-check', 'typecheck: npm run check'],
    ['astro check', 'typecheck: npm run check'],
    ['biome check .', 'lint: npm run check'],
    ['node check.js', null],
    ['tsc --watch', null],
  ])('a script `check` of `%s` gives %j', async (body, expected) => {
    expect(await lintOf(scripts({ check: body }))).toEqual(expected === null ? [] : [expected]);
  });
});

describe('Tools without a script', () => {
  const TS = { 'tsconfig.json': '{}', 'src/a.ts': '' };

  it.each<[string, readonly string[], MemoryFiles, string[]]>([
    ['biome', ['@biomejs/biome'], { 'biome.json': '{}' }, ['lint: npx biome ci .']],
    [
      'biome before eslint',
      ['@biomejs/biome', 'eslint'],
      { 'biome.jsonc': '', 'eslint.config.js': '' },
      ['lint: npx biome ci .'],
    ],
    ['eslint', ['eslint'], { 'eslint.config.mjs': '', 'a.ts': '' }, ['lint: npx eslint .']],
    [
      'eslint before 9',
      ['eslint'],
      { '.eslintrc.json': '{}', 'a.js': '', 'b.tsx': '' },
      ['lint: npx eslint --ext .js,.tsx .'],
    ],
    ['eslint before 9 for JavaScript', ['eslint'], { '.eslintrc': '', 'a.js': '' }, ['lint: npx eslint .']],
    ['prettier', ['prettier'], { '.prettierrc': '' }, ['format: npx prettier --check .']],
    ['tsc', ['typescript'], TS, ['typecheck: npx tsc --noEmit']],
    ['nothing: not installed', [], { 'biome.json': '', 'eslint.config.js': '', '.prettierrc': '', ...TS }, []],
    ['nothing: not configured', ['@biomejs/biome', 'eslint', 'prettier', 'typescript'], { 'a.ts': '' }, []],
    ['nothing: prettier is run by eslint', ['prettier', 'eslint-plugin-prettier'], { '.prettierrc': '' }, []],
  ])('%s', async (_, dependencies, files, expected) => {
    expect(await lintOf(scripts({}, dependencies), files)).toEqual(expected);
  });

  it('are configured in package.json too', async () => {
    const text = packageText({ eslintConfig: {}, prettier: {}, devDependencies: { eslint: '8', prettier: '3' } });
    const unit = await detectOne(node, { 'package.json': text });
    expect(typed(unit).lint).toEqual(['lint: npx eslint .', 'format: npx prettier --check .']);
    expect(unit.commands.lint.map(cited)).toEqual([
      ['package.json:2', 'package.json:5'],
      ['package.json:3', 'package.json:6'],
    ]);
  });

  it.each([
    ['pnpm-lock.yaml', 'pnpm exec eslint .'],
    ['yarn.lock', 'yarn eslint .'],
    ['bun.lock', 'bunx eslint .'],
  ])('are started as the manager of %s does', async (lock, run) => {
    const files = { 'package.json': scripts({}, ['eslint']), 'eslint.config.js': '', [lock]: '' };
    const unit = await detectOne(node, files);
    expect(typed(unit).lint).toEqual([`lint: ${run}`]);
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['eslint.config.js:1', 'package.json:4']);
  });

  it.each([
    ['yarn.lock', '# yarn lockfile v1\n', 'npx eslint "src/**/*.js"'],
    ['yarn.lock', '__metadata:\n  version: 8\n', 'yarn exec eslint "src/**/*.js"'],
    ['pnpm-lock.yaml', '', 'pnpm exec eslint "src/**/*.js"'],
  ])('are not started by the name that a script has which rewrites: %s %j', async (lock, text, run) => {
    const script = { eslint: './node_modules/eslint/bin/eslint.js "src/**/*.js" --fix' };
    const files = { 'package.json': scripts(script, ['eslint']), '.eslintrc': '{}', [lock]: text };
    expect(typed(await detectOne(node, files)).lint).toEqual([`lint: ${run}`]);
  });

  it('is no Prettier over everything where the script that lints looks at the format of what it names', async () => {
    const text = (lint: string) => packageText({ scripts: { lint }, prettier: {}, devDependencies: { prettier: '3' } });
    expect(await lintOf(text('prettier -c "src/**/*.ts"'))).toEqual(['lint: npm run lint']);
    expect(await lintOf(text('eslint .'))).toEqual(['lint: npm run lint', 'format: npx prettier --check .']);
  });

  it.each([
    ['prettier --write src/', 'npx prettier --check src/'],
    ['prettier --write **/*.html', 'npx prettier --check ./**/*.html'],
    ['prettier --write "src/**/*.{ts,tsx}"', 'npx prettier --check "src/**/*.{ts,tsx}"'],
    ['prettier -l --write "**/*.js"', 'npx prettier --check "**/*.js"'],
    ['prettier lib test -w --list-different', 'npx prettier --check lib test'],
    ['prettier --write', 'npx prettier --check .'],
    ['prettier --write . && eslint --fix', 'npx prettier --check .'],
    ['prettier --write "${{ secrets.TOKEN }}"', 'npx prettier --check .'],
    ['prettier --write $(id)', 'npx prettier --check .'],
    ['prettier --write "src', 'npx prettier --check .'],
    ['prettier --write --plugin=x .', 'npx prettier --check .'],
  ])('prettier looks at what `%s` would write, where that is plain: %s', async (body, run) => {
    expect(await lintOf(scripts({ format: body }, ['prettier']), { '.prettierrc.json': '{}' })).toEqual([
      `format: ${run}`,
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['by any name where it is the only one', { prettify: 'prettier --write src' }, 'npx prettier --check src'],
    ['by its usual name first', { docs: 'prettier -w docs', format: 'prettier -w src' }, 'npx prettier --check src'],
    ['by none where there are several', { docs: 'prettier -w docs', js: 'prettier -w js' }, 'npx prettier --check .'],
  ])('the script that Prettier writes with is known %s', async (_, texts, run) => {
    expect(await lintOf(scripts(texts, ['prettier']), { '.prettierrc': '' })).toEqual([`format: ${run}`]);
  });

  it.each([
    ['eslint', 'eslint --fix src --ext .ts,.vue', 'npx eslint src --ext .ts,.vue'],
    ['standard', 'standard --fix', 'npx standard'],
    ['next', 'next lint --fix', 'npx next lint'],
    ['@biomejs/biome', 'biome check --write --unsafe ./src', 'npx biome check ./src'],
  ])('%s looks at what `%s` would rewrite: %s', async (dependency, lint, run) => {
    const unit = await detectOne(node, { 'package.json': scripts({ lint }, [dependency]) });
    expect(typed(unit).lint).toEqual([`lint: ${run}`]);
    expect(cited(unit.commands.lint[0] ?? null)).toEqual(['package.json:3', 'package.json:6']);
  });

  it('the linter of Vue is told through its script not to write', async () => {
    const lint = 'vue-cli-service lint --mode production';
    expect(await lintOf(scripts({ lint }))).toEqual(['lint: npm run lint -- --no-fix']);
  });

  it('a member is looked at in the same way', async () => {
    const root = scripts({ lint: 'bun run --filter a lint' }, [], { workspaces: ['a'] });
    const member = scripts({ lint: 'biome check --write ./' }, ['@biomejs/biome']);
    expect(await lintOf(root, { 'a/package.json': member })).toEqual(['lint: npx biome check ./']);
  });

  it.each(['eslint --fix $(id)', 'eslint --fix . && tsc', 'eslint --fix "${{ a }}"', 'eslint --fix . > out'])(
    'nothing is made of `%s`, which is not plain',
    async (lint) => {
      expect(await lintOf(scripts({ lint }, ['eslint']))).toEqual([]);
    },
  );

  it.each<[string, string, MemoryFiles]>([
    ['only refers to others', '{ "files": [], "references": [{ "path": "./a" }] }', {}],
    ['extends what a framework has yet to write', '{ "extends": "./.nuxt/tsconfig.json" }', {}],
    ['is no JSON', '{', {}],
    ['stands beside files of another compiler', '{}', { 'src/App.vue': '' }],
  ])('tsc is not run where its configuration %s', async (_, config, files) => {
    const { units } = await detect(node, {
      'package.json': scripts({}, ['typescript']),
      'src/a.ts': '',
      'tsconfig.json': config,
      ...files,
    });
    expect(units.map((unit) => typed(unit).lint)).toEqual([[]]);
  });

  it('tsc is not run where there is nothing of its own to compile, nor over a workspace', async () => {
    const root = scripts({}, ['typescript']);
    const below = { 'tsconfig.json': '{}', 'types.d.ts': '', 'b/package.json': scripts({}), 'b/src/a.ts': '' };
    const { units } = await detect(node, { 'package.json': root, ...below });
    expect(units.map((unit) => typed(unit).lint)).toEqual([[], []]);
    const workspace = scripts({}, ['typescript'], { workspaces: ['b'] });
    expect(await lintOf(workspace, { ...below, 'a.ts': '' })).toEqual([]);
  });

  it('tsc is not run by a script that is its name alone, where there is nothing to compile', async () => {
    const alias = scripts({ tsc: 'tsc' }, ['typescript']);
    expect(await lintOf(alias, { 'b/a.ts': '' })).toEqual([]);
    expect(await lintOf(alias, { 'tsconfig.json': '{}', 'a.ts': '' })).toEqual(['typecheck: npm run tsc']);
  });

  it('tsc is not run a second time, beside a lint that runs it in its own way', async () => {
    const files = { 'tsconfig.json': '{}', 'a.ts': '' };
    const linted = scripts({ lint: 'tsc --noEmit --skipLibCheck && biome check src' }, ['typescript']);
    expect(await lintOf(linted, files)).toEqual(['lint: npm run lint']);
    const called = scripts({ lint: 'npm run types:all && eslint .', 'types:all': 'tsc -p all.json' }, ['typescript']);
    expect(await lintOf(called, files)).toEqual(['lint: npm run lint']);
    for (const lint of ['eslint .', 'eslint . --ignore-pattern tsc-out', 'eslint . || tsc', 'tsc --noEmit || true'])
      expect(await lintOf(scripts({ lint }, ['typescript']), files)).toEqual([
        'lint: npm run lint',
        'typecheck: npx tsc --noEmit',
      ]);
  });

  it('tsc reads comments, and a base that is there', async () => {
    const config = '{\n// base\n"extends": "./tsconfig.base",\n}';
    expect(
      await lintOf(scripts({}, ['typescript']), { 'tsconfig.json': config, 'tsconfig.base.json': '{}', 'a.mts': '' }),
    ).toEqual(['typecheck: npx tsc --noEmit']);
  });

  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['only the build', { build: 'prisma generate && next build' }, false],
    ['only a script of the build', { build: 'run-s db app', db: 'graphql-codegen', app: 'next build' }, false],
    ['the installation', { build: 'prisma generate && next build', postinstall: 'prisma generate' }, true],
    ['nothing', { build: 'next build' }, true],
  ])('tsc is asked by what there is after an installation: %s writes code', async (_, texts, expected) => {
    const found = await lintOf(scripts(texts, ['typescript']), { 'tsconfig.json': '{}', 'a.ts': '' });
    expect(found).toEqual(expected ? ['typecheck: npx tsc --noEmit'] : []);
  });
});

describe('A tsconfig.json that others extend', () => {
  const typed = async (config: string, app: string) =>
    (await lintOf(scripts({}, ['typescript']), { 'tsconfig.json': config, 'tsconfig.app.json': app, 'src/a.ts': '' }))
      .length;

  it('is no check by itself where it names no files, and the one for the program is made of it', async () => {
    const app = '{ "extends": "./tsconfig.json", "files": ["src/a.ts"] }';
    expect(await typed('{ "compilerOptions": { "strict": true } }', app)).toBe(0);
    expect(await typed('{ "include": ["src"] }', app)).toBe(1);
    expect(await typed('{}', '{ "files": ["src/a.ts"] }')).toBe(1);
  });
});

describe('Scripts of other names', () => {
  const config = { 'eslint.config.js': '' };

  it.each([
    ['validate:lint', 'eslint ./src', 'lint: npm run validate:lint'],
    ['lint:js', 'eslint . --cache', 'lint: npm run lint:js'],
    ['validate:types', 'tsc --noEmit', 'typecheck: npm run validate:types'],
    ['validate:formatting', 'prettier -c src', 'format: npm run validate:formatting'],
  ])('are taken where name and text say the same: %s', async (name, body, expected) => {
    expect(await lintOf(scripts({ [name]: body }), config)).toEqual([expected]);
  });

  it.each([
    ['lint:tests', 'eslint test'],
    ['lint:md', 'markdownlint .'],
    ['lint:js', 'eslint . --fix'],
    ['lint:js', 'npm run other'],
    ['types', 'tsc --emitDeclarationOnly'],
    ['watch:lint', 'eslint . --watch'],
  ])('are not taken where they narrow, rewrite, or do something else: %s', async (name, body) => {
    expect(await lintOf(scripts({ [name]: body }), config)).toEqual([]);
  });

  it('stand behind the usual ones, and behind those of members', async () => {
    expect(await lintOf(scripts({ 'lint:js': 'eslint js', lint: 'eslint .' }), config)).toEqual(['lint: npm run lint']);
    const root = JSON.stringify({ workspaces: ['a'], scripts: { 'lint:scripts': 'eslint scripts' } });
    const member = JSON.stringify({ name: 'a', scripts: { lint: 'eslint .' } });
    expect(await lintOf(root, { ...config, 'a/package.json': member })).toEqual(['lint: npm run lint']);
  });
});
