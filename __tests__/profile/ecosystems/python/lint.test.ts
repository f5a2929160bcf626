import { describe, expect, it } from 'vitest';
import { python } from '../../../../src/profile/ecosystems/python.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';

async function lintOf(files: MemoryFiles): Promise<string[]> {
  return typed(await detectOne(python, { 'x.py': '', ...files })).lint;
}

const requirements = (...names: readonly string[]) => ({ 'requirements.txt': names.join('\n') });

describe("A Python unit's linters", () => {
  it.each<[string, string[], MemoryFiles]>([
    ['ruff', ['lint: ruff check .'], { 'ruff.toml': '' }],
    ['ruff', ['lint: ruff check .'], { 'noxfile.py': 'session.install("ruff")\nsession.run("ruff", "check", path)\n' }],
    ['ruff', ['lint: ruff check .'], { '.pre-commit-config.yaml': 'repos:\n  - hooks:\n      - id: ruff\n' }],
    ['ruff', ['lint: ruff check .'], { '.github/workflows/a.yml': '      - uses: astral-sh/ruff-action@v3\n' }],
    ['ruff', [], {}],
    ['ruff', [], { Makefile: 'lint:\n\tpip install ruff black\n' }],
    ['black', ['format: black --check .'], { 'pyproject.toml': '[tool.black]\n' }],
    ['black', ['format: black --check .'], { 'scripts/format': 'black app tests\n' }],
    ['black', ['format: black --check .'], { Makefile: 'format:\n\tblack $(SRC)\n' }],
    ['black', [], { 'pyproject.toml': '[tool.poetry.dependencies]\nblack = "^22.6.0"\n' }],
    ['black', [], {}],
    ['flake8', ['lint: flake8'], { '.flake8': '' }],
    ['flake8', ['lint: flake8'], { 'setup.cfg': '[flake8]\n' }],
    ['flake8', [], {}],
    ['flake8', [], { 'pyproject.toml': '[tool.flake8]\nmax-line-length = 120\n' }],
    ['pyproject-flake8', ['lint: pflake8'], { 'pyproject.toml': '[tool.flake8]\nmax-line-length = 120\n' }],
    ['isort', ['format: isort --check-only .'], { 'setup.cfg': '[tool:isort]\n' }],
    ['isort', [], {}],
    ['mypy', ['typecheck: mypy .'], { 'mypy.ini': '' }],
    ['mypy', ['typecheck: mypy .'], { 'pyproject.toml': '[tool.mypy]\nstrict = true\n' }],
    ['mypy', ['typecheck: mypy'], { 'pyproject.toml': '[tool.mypy]\nfiles = ["src"]\n' }],
    ['mypy', [], {}],
    ['mypy', [], { 'pyproject.toml': '[tool.mypy]\nstrict = true\n[tool.mypy-baseline]\nsort_baseline = true\n' }],
    ['ruff', ['lint: ruff check --no-fix .'], { 'pyproject.toml': '[tool.ruff]\nfix = true\n' }],
    ['ruff', ['lint: ruff check --no-fix .'], { 'ruff.toml': 'fix = true\n' }],
    ['ruff', ['lint: ruff check .'], { 'ruff.toml': 'fix = false\n', 'pyproject.toml': '[tool.ruff]\nfix = true\n' }],
    ['pyright', ['typecheck: pyright'], { 'pyrightconfig.json': '{}' }],
    ['ty', ['typecheck: ty check'], { 'ty.toml': '' }],
    ['pylint', ["lint: pylint $(git ls-files '*.py')"], { '.pylintrc': '' }],
    ['pylint', [], {}],
  ])('has %s as %j', async (name, expected, files) => {
    expect(await lintOf({ ...requirements(name), ...files })).toEqual(expected);
  });

  it('is none that nothing configures or calls, and that is said', async () => {
    const { warnings } = await detect(python, { 'x.py': '', ...requirements('ruff', 'black', 'flake8', 'mypy') });
    expect(warnings).toEqual(
      ['ruff', 'black'].map((tool, index) => ({
        file: 'requirements.txt',
        line: index + 1,
        message: `${tool} is declared, and nothing configures or calls it, so no job runs it: a call in a Makefile, a hook or a workflow has it run, and so has a request for it.`,
      })),
    );
    const formats =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ruff format --check .\n';
    const called = { 'x.py': '', ...requirements('ruff'), '.github/workflows/ci.yml': formats };
    expect((await detect(python, called)).warnings).toEqual([]);
    const chosen = { ...requirements('ruff', 'black'), 'ruff.toml': '' };
    expect((await detect(python, { 'x.py': '', ...chosen })).warnings).toEqual([]);
  });

  it('reads no table of flake8 without the plug-in that does', async () => {
    const table = { 'pyproject.toml': '[tool.flake8]\nmax-line-length = 120\n' };
    expect(await lintOf({ ...requirements('flake8', 'Flake8-pyproject'), ...table })).toEqual(['lint: flake8']);
  });

  it('is called as a task of taskipy calls it that pipelines start', async () => {
    const pyproject = [
      '[tool.poetry.dependencies]\npython = "^3.12"\n[tool.poetry.group.dev.dependencies]',
      'pyproject-flake8 = "*"\nflake8 = "*"\nisort = "*"\nmypy = "*"\ntaskipy = "*"\n[tool.flake8]\n[tool.isort]\n[tool.mypy]\n[tool.taskipy.tasks]',
      'flake8 = "pflake8 --filename \\"*.py\\""\nisort = { cmd = "isort . -c --skip migrations", help = "order" }\nmypy = "mypy --explicit-package-bases ."\n',
    ].join('\n');
    const run = ['flake8', 'isort', 'mypy'].map((name) => `      - run: poetry run task ${name}\n`).join('');
    const ci = `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${run}`;
    const files = { 'pyproject.toml': pyproject, 'poetry.lock': '', '.github/workflows/ci.yml': ci };
    expect(await lintOf(files)).toEqual([
      "lint: poetry run pflake8 --filename '*.py'",
      'format: poetry run isort . -c --skip migrations',
      'typecheck: poetry run mypy --explicit-package-bases .',
    ]);
  });

  it('has none that is configured and nowhere declared: the command would fail', async () => {
    const pyproject = '[project]\nname = "x"\n[tool.ruff]\n[tool.mypy]\n';
    expect(await lintOf({ 'pyproject.toml': pyproject })).toEqual([]);
  });

  it.each([
    ['uv', 'uv.lock', 'uv run ruff check .'],
    ['poetry', 'poetry.lock', 'poetry run ruff check .'],
    ['pdm', 'pdm.lock', 'pdm run ruff check .'],
  ])('is run by %s, which installs it', async (_, lock, run) => {
    const pyproject = '[project]\nname = "x"\n[dependency-groups]\ndev = ["ruff"]\n[tool.ruff]\n';
    expect(await lintOf({ 'pyproject.toml': pyproject, [lock]: '' })).toEqual([`lint: ${run}`]);
  });

  it('is asked of uv with its group, where that is no default one', async () => {
    const pyproject = (more: string) =>
      `[project]\nname = "x"\n[dependency-groups]\nlint = ["ruff"]\n[tool.ruff]\n[tool.uv]\n${more}`;
    expect(await lintOf({ 'pyproject.toml': pyproject('') })).toEqual(['lint: uv run --group lint ruff check .']);
    expect(await lintOf({ 'pyproject.toml': pyproject('default-groups = ["lint"]\n') })).toEqual([
      'lint: uv run ruff check .',
    ]);
    expect(await lintOf({ 'pyproject.toml': pyproject('default-groups = "all"\n') })).toEqual([
      'lint: uv run ruff check .',
    ]);
  });

  it('does not take for installed what only another tool would install', async () => {
    const uv = { 'pyproject.toml': '[project]\nname = "x"\n', 'uv.lock': '' };
    expect(await lintOf({ ...uv, ...requirements('ruff') })).toEqual([]);
    const extra = '[project]\nname = "x"\n[project.optional-dependencies]\nstyle = ["ruff"]\n[tool.ruff]\n';
    expect(await lintOf({ 'pyproject.toml': extra })).toEqual([]);
    expect(await lintOf({ 'pyproject.toml': extra, 'uv.lock': '' })).toEqual(['lint: uv run ruff check .']);
  });

  it('is called as the repository calls it, if that only checks', async () => {
    const scripts = {
      'scripts/format.sh': 'ruff check app --fix\nruff format app\nblack app\n',
      'scripts/lint.sh': '#!/bin/sh\nset -e\nmypy app\nruff check app\nruff format app --check\n',
      Makefile: 'lint:\n\t@python -m black --check src tests\n\tisort $(SRC)\n',
      'mypy.ini': '',
    };
    expect(await lintOf({ ...requirements('ruff', 'black', 'mypy'), ...scripts })).toEqual([
      'lint: ruff check app',
      'format: black --check src tests',
      'typecheck: mypy app',
      'format: ruff format app --check',
    ]);
  });

  it('is not called as a script does that goes elsewhere, or with what a shell would expand', async () => {
    const scripts = {
      'scripts/lint.sh': 'cd src\nruff check app\n',
      Makefile:
        'lint:\n\truff check $(SRC)\n\truff check app; rm -rf x\n\truff check `x`\n\truff check app | tee log\n',
    };
    expect(await lintOf({ ...requirements('ruff'), ...scripts })).toEqual(['lint: ruff check .']);
  });

  it('is no formatter that is only declared, where another one is set up: others need it as a library', async () => {
    const ruff = { ...requirements('ruff', 'black'), 'pyproject.toml': '[tool.ruff]\nline-length = 100\n' };
    const black = 'format: black --check .';
    expect(await lintOf(ruff)).toEqual(['lint: ruff check .']);
    expect(await lintOf({ ...ruff, 'pyproject.toml': '[tool.ruff]\n[tool.black]\n' })).toContain(black);
    expect(await lintOf({ ...ruff, '.pre-commit-config.yaml': 'repos:\n  - hooks:\n      - id: black\n' })).toContain(
      black,
    );
    expect(await lintOf({ ...ruff, Makefile: 'lint:\n\tblack --check .\n' })).toContain(black);
    expect(await lintOf({ ...requirements('ruff', 'black'), 'scripts/format': 'black .\n' })).toContain(black);
  });

  it.each<[string, MemoryFiles]>([
    ['its configuration', { 'pyproject.toml': '[tool.ruff.format]\n' }],
    ['its own file', { 'ruff.toml': '[format]\n' }],
    ['a hook', { '.pre-commit-config.yaml': 'repos:\n  - hooks:\n      - id: ruff-format\n' }],
    ['a workflow', { '.github/workflows/ci.yml': 'run: uv run ruff format --check\n' }],
  ])('has the formatter of ruff where %s says so', async (_, files) => {
    expect(await lintOf({ ...requirements('ruff'), ...files })).toEqual([
      'lint: ruff check .',
      'format: ruff format --check .',
    ]);
  });

  it('does not learn from the pipeline that we wrote', async () => {
    expect(
      await lintOf({ ...requirements('ruff'), '.github/workflows/generated.yml': 'run: ruff format --check .\n' }),
    ).toEqual([]);
  });

  it('cites its configuration, its call and its declaration', async () => {
    const unit = await detectOne(python, {
      'x.py': '',
      ...requirements('flask', 'ty'),
      'pyproject.toml': '[tool.black]\n\n[tool.ty.rules]\n',
      'scripts/lint.sh': '\nty check x\n',
    });
    expect(cited(unit.commands.lint[0] ?? null)).toEqual([
      'pyproject.toml:3',
      'scripts/lint.sh:2',
      'requirements.txt:2',
    ]);
  });

  it('is pre-commit where there is nothing else, if it is a dependency; else that is said', async () => {
    const hooks = { '.pre-commit-config.yaml': 'repos: []\n' };
    expect(await lintOf({ ...requirements('pre-commit'), ...hooks })).toEqual(['lint: pre-commit run --all-files']);
    const ruff = { ...requirements('pre-commit', 'ruff'), ...hooks, 'ruff.toml': '' };
    expect(await lintOf(ruff)).toEqual(['lint: ruff check .']);
    const types = await lintOf({ ...requirements('pre-commit', 'mypy'), ...hooks, 'mypy.ini': '' });
    expect(types).toEqual(['lint: pre-commit run --all-files', 'typecheck: mypy .']);
    const { warnings } = await detect(python, { 'x.py': '', ...requirements('flask'), ...hooks });
    expect(warnings).toEqual([
      { file: '.pre-commit-config.yaml', line: 1, message: expect.stringContaining('the hooks are left out') },
    ]);
  });

  describe('that nothing but a hook brings', () => {
    const hooks = (more = '', ids = ['ruff', 'ruff-format'], head = '') =>
      `${head}repos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit\n    rev: v0.12.1\n    hooks:\n${ids
        .map((id) => `      - id: ${id}\n${more}`)
        .join('')}`;
    const linesOfHooks = (text: string, others: MemoryFiles = requirements('flask')) =>
      lintOf({ ...others, '.pre-commit-config.yaml': text });

    it('is run in the release that this names, and writes nothing', async () => {
      expect(await linesOfHooks(hooks())).toEqual([
        'lint: pipx run ruff==0.12.1 check .',
        'format: pipx run ruff==0.12.1 format --check .',
      ]);
      const args = '        args: [--fix, --exit-non-zero-on-fix, --select=I]\n        types_or: [python, pyi]\n';
      expect(await linesOfHooks(hooks(args, ['ruff-check']))).toEqual([
        'lint: pipx run ruff==0.12.1 check --select=I .',
      ]);
      expect(await linesOfHooks(hooks().replace('v0.12.1', '24.1.0').replaceAll('ruff', 'black'))).toEqual([
        'format: pipx run black==24.1.0 --check .',
      ]);
    });

    it('is brought by uv where that is the manager, in a folder below the hooks as well', async () => {
      const pyproject = '[project]\nname = "api"\nversion = "1"\n\n[tool.ruff]\nfix = true\n';
      const files = { 'api/pyproject.toml': pyproject, 'api/uv.lock': '' };
      const own = { ...files, '.pre-commit-config.yaml': hooks("        files: '^api/.*$'\n", ['ruff']) };
      const { units } = await detect(python, { ...own, 'api/x.py': '' });
      expect(units.map((unit) => typed(unit).lint)).toEqual([['lint: uvx ruff@0.12.1 check --no-fix .']]);
    });

    it.each([
      ['it takes a part', hooks('        exclude: ^old/\n')],
      ['it takes another folder', hooks('        files: ^other/\n')],
      ['all of them take a part', hooks('', ['ruff'], 'exclude: ^old/\n')],
      ['no release is named', hooks().replace('v0.12.1', 'main')],
      ['it is another tool', hooks('', ['mypy'])],
    ])('is none where %s', async (_, text) => expect(await linesOfHooks(text)).toEqual([]));

    it('is none where a pipeline runs the hooks', async () => {
      const workflow = 'on: push\njobs: { a: { steps: [{ uses: pre-commit/action@v3 }] } }\n';
      const files = { ...requirements('flask'), '.github/workflows/ci.yml': workflow };
      expect(await linesOfHooks(hooks(), files)).toEqual(['lint: pre-commit run --all-files']);
    });
  });

  it.each([
    '$(PY_RUN_CMD) pylint src tests',
    '@${RUN} pylint src tests $(ARGS)',
    'docker compose run --rm -T app pylint src tests',
    'docker-compose exec app pylint src tests',
  ])('is told what it is told behind what starts it elsewhere: %s', async (call) => {
    const files = { ...requirements('pylint'), '.pylintrc': '', Makefile: `lint:\n\t${call}\n` };
    expect(await lintOf(files)).toEqual(['lint: pylint src tests']);
  });

  it.each(['$(PY_RUN_CMD) pylint $(SRC)', '$(A) $(B) pylint src', 'echo $(A) pylint src', 'docker run app pylint src'])(
    'is called by itself where that is not known: %s',
    async (call) => {
      const files = { ...requirements('pylint'), '.pylintrc': '', Makefile: `lint:\n\t${call}\n` };
      expect(await lintOf(files)).toEqual(["lint: pylint $(git ls-files '*.py')"]);
    },
  );

  it('gives flake8 the files where its environment lies in the project', async () => {
    const uv = { 'pyproject.toml': '[project]\nname = "a"\n[dependency-groups]\ndev = ["flake8"]\n', 'uv.lock': '' };
    expect(await lintOf({ ...uv, '.flake8': '' })).toEqual(["lint: uv run flake8 $(git ls-files '*.py')"]);
  });

  it('is none where a pipeline runs others for the same, and nothing calls it', async () => {
    const files = { ...requirements('ruff', 'pylint', 'mypy'), '.pylintrc': '', 'mypy.ini': '' };
    const pipeline = { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    steps:\n      - run: ruff check .\n' };
    expect(await lintOf({ ...files, ...pipeline })).toEqual(['lint: ruff check .', 'typecheck: mypy .']);
    expect(await lintOf({ ...files, ...pipeline, Makefile: 'all:\n\tpylint shop\n' })).toContain('lint: pylint shop');
    const hooks = 'repos:\n  - repo: local\n    hooks:\n      - id: pylint\n';
    expect(await lintOf({ ...files, ...pipeline, '.pre-commit-config.yaml': hooks })).toContain(
      "lint: pylint $(git ls-files '*.py')",
    );
  });

  it('is called as a pipeline calls it, configured or not, if it is installed', async () => {
    const workflow = (...runs: readonly string[]) => ({
      '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
    });
    const calls = workflow(
      'pylint main.py routers/',
      'ruff check --fix src',
      'cd sub && ruff check sub',
      'ruff check src',
    );
    const unit = await detectOne(python, { 'x.py': '', ...requirements('pylint', 'ruff'), ...calls });
    expect(typed(unit).lint).toEqual(['lint: ruff check src', 'lint: pylint main.py routers/']);
    expect(cited(unit.commands.lint[1] ?? null)).toEqual(['.github/workflows/ci.yml:5', 'requirements.txt:1']);
    expect(await lintOf({ ...requirements('flask'), ...calls })).toEqual([]);
  });

  it('is pre-commit, too, where a pipeline runs it', async () => {
    const files = {
      'x.py': '',
      ...requirements('flask'),
      '.pre-commit-config.yaml': 'repos: []\n',
      '.github/workflows/ci.yml': 'on: push\njobs: { a: { steps: [{ uses: pre-commit/action@v3 }] } }\n',
    };
    const { units, warnings } = await detect(python, files);
    expect(units.map((unit) => typed(unit).lint)).toEqual([['lint: pre-commit run --all-files']]);
    expect(warnings).toEqual([]);
  });

  it('is all hooks where pipelines run them over all files, and then what no hook runs', async () => {
    const hooks = (...ids: readonly string[]) =>
      `repos:\n  - repo: x\n    rev: v1.0.0\n    hooks:\n${ids.map((id) => `      - id: ${id}\n`).join('')}`;
    const lint = (run: string, ...ids: readonly string[]) =>
      lintOf({
        ...requirements('pre-commit', 'ruff', 'mypy'),
        'ruff.toml': '[format]\n',
        'mypy.ini': '',
        '.pre-commit-config.yaml': hooks(...ids),
        '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n      - run: ${run}\n`,
      });
    const [all, types] = ['lint: pre-commit run --all-files', 'typecheck: mypy .'];
    expect(await lint('pre-commit run --all-files', 'ruff', 'ruff-format')).toEqual([all, types]);
    expect(await lint('pre-commit run -a --color=always', 'ruff-check', 'mypy')).toEqual([
      all,
      'format: ruff format --check .',
    ]);
    const usual = ['lint: ruff check .', types, 'format: ruff format --check .'];
    expect(await lint('pre-commit run ruff --all-files', 'ruff', 'ruff-format', 'mypy')).toEqual(usual);
    expect(await lint('pre-commit run --from-ref a --to-ref b', 'ruff', 'ruff-format', 'mypy')).toEqual(usual);
    // Some hooks are left out, or look at a part, or forgive.
    expect(await lint('SKIP=ruff pre-commit run --all-files', 'ruff', 'ruff-format', 'mypy')).toEqual(usual);
    for (const more of ['files: ^docs/', 'stages: [pre-push]', 'args: [--exit-zero]'])
      expect(await lint('pre-commit run --all-files', `ruff\n        ${more}`, 'ruff-format', 'mypy')).toEqual([
        all,
        'lint: ruff check .',
      ]);
  });

  it('is all hooks where an action runs them all, and not where it only brings them, or runs one', async () => {
    const lint = (inputs: string) =>
      lintOf({
        ...requirements('prek', 'ruff'),
        '.pre-commit-config.yaml': 'repos:\n  - repo: x\n    rev: v1.0.0\n    hooks:\n      - id: ruff\n',
        '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n      - uses: j178/prek-action@v2\n        with: { ${inputs} }\n`,
      });
    expect(await lint('extra-args: --all-files')).toEqual(['lint: prek run --all-files']);
    expect(await lint('install-only: true')).toEqual(['lint: ruff check .']);
    expect(await lint('extra_args: ruff')).toEqual(['lint: ruff check .']);
  });

  it('is what Hatch brings where the project has taken its rules over, and ruff alone is no such sign', async () => {
    const pyproject = (more: string) => `[project]\nname = "x"\n[tool.hatch.envs.default]\n${more}`;
    const own = pyproject('[tool.ruff]\nextend = "ruff_defaults.toml"\n');
    expect(await lintOf({ 'pyproject.toml': own })).toEqual(['lint: hatch fmt --check']);
    expect(await lintOf({ 'pyproject.toml': pyproject('[tool.ruff]\nline-length = 100\n') })).toEqual([]);
  });

  it('is a script of Hatch that a pipeline starts, where all that it runs only looks', async () => {
    const scripts =
      'typing = "mypy {args:x}"\nstyle = ["ruff check {args:.}", "fmt"]\nfmt = "black --check ."\nfix = "ruff check --fix ."\n';
    const files = (run: string) => ({
      'pyproject.toml': `[project]\nname = "x"\n[tool.hatch.envs.lint.scripts]\n${scripts}`,
      '.github/workflows/ci.yml': `on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: "hatch run ${run}" }] } }\n`,
    });
    expect(await lintOf(files('lint:typing'))).toEqual(['typecheck: hatch run lint:typing']);
    expect(await lintOf(files('lint:style'))).toEqual(['lint: hatch run lint:style']);
    expect(await lintOf(files('lint:fix'))).toEqual([]);
    expect(await lintOf(files('typing'))).toEqual([]);
  });
});
