import { describe, expect, it } from 'vitest';
import { python } from '../../../../src/profile/ecosystems/python.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detectOne } from '../../detecting.ts';

const GROUPS = '[dependency-groups]\nsources = ["psycopg"]\ndocs = ["sphinx"]\ndev = ["pytest"]\n';

async function installOf(files: MemoryFiles, more = '') {
  const pyproject = `[project]\nname = "x"\n${GROUPS}${more}`;
  const unit = await detectOne(python, { 'x.py': '', 'uv.lock': '', 'pyproject.toml': pyproject, ...files });
  return unit.commands.install[0];
}

function workflow(...lines: readonly string[]): MemoryFiles {
  const steps = lines.map((line) => `      - run: ${line}\n`).join('');
  return { '.github/workflows/ci.yml': `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}` };
}

const image = (run: string, args = '') => ({ Dockerfile: `FROM python:3.13\n${args}RUN ${run}\n` });
const FILLED =
  '<<EOF\n  for group in $(echo "$groups" | tr "," " "); do\n    flags="$flags --group $group"\n  done\n  uv sync $options $flags\nEOF';

describe('The groups that uv installs for checks', () => {
  it.each<[string, MemoryFiles]>([
    [' --group sources', workflow('uv sync --locked --group sources --group dev', 'uv run pytest')],
    [' --group sources', workflow('uv sync --group=sources', 'uv run ruff check')],
    [' --group docs', workflow('uv sync --only-group docs', 'uv run ./manage.py test')],
    [' --all-groups', workflow('uv sync --all-groups', 'uv run pytest')],
    [' --group sources', image('uv sync --frozen --group sources')],
    [' --group sources', image('uv sync --no-default-groups --group sources --group dev')],
    [
      ' --group sources',
      image(FILLED, 'ARG options="--frozen --no-default-groups"\nARG groups="main,sources,dev"\nARG other="docs"\n'),
    ],
  ])('are%s', async (groups, files) => {
    expect((await installOf(files))?.run).toBe(`uv sync --locked --all-extras --dev${groups}`);
  });

  it.each<[string, MemoryFiles, string?]>([
    ['of a job that checks nothing', workflow('uv sync --group docs', 'uv run sphinx-build docs out')],
    ['that nothing declares', workflow('uv sync --group other', 'uv run pytest')],
    ['of what is run with them', workflow('uv run pytest --group sources')],
    [
      'that are installed anyhow',
      workflow('uv sync --group docs', 'uv run pytest'),
      '[tool.uv]\ndefault-groups = "all"\n',
    ],
    [
      'among the default groups',
      workflow('uv sync --group docs', 'uv run pytest'),
      '[tool.uv]\ndefault-groups = ["docs"]\n',
    ],
    [
      'of an image, where pipelines say',
      { ...image('uv sync --group sources'), ...workflow('uv sync', 'uv run pytest') },
    ],
    ['of an image without those for development', image('uv sync --no-dev --group sources')],
    ['in lists that fill no option', image('uv sync $options', 'ARG options="--frozen"\nARG groups="sources,dev"\n')],
    ['of an image that is installed otherwise', image('pip install --group sources .')],
  ])('are not those %s', async (_, files, more) => {
    expect((await installOf(files, more))?.run).toBe('uv sync --locked --all-extras --dev');
  });

  it('are none where some conflict', async () => {
    const files = workflow('uv sync --group sources', 'uv run pytest');
    const install = await installOf(files, '[tool.uv]\nconflicts = [[]]\n');
    expect(install?.run).toBe('uv sync --locked --dev');
  });

  it('are shown by the line that names them', async () => {
    const install = await installOf(workflow('uv sync --group sources', 'uv run pytest'));
    expect(cited(install ?? null)).toEqual(['uv.lock:1', '.github/workflows/ci.yml:6']);
  });
});
