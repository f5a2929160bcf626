import type { Guide } from '../../guide.ts';
import { LINTERS } from './linters.ts';
import { PYTHON_MANAGERS } from './manager.ts';
import { PYTHON_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Python',
  unit: 'A folder with a manifest and sources of its own; a workspace of uv is one unit, at its root.',
  managers: {
    uv: ['uv.lock'],
    poetry: ['poetry.lock'],
    pdm: ['pdm.lock'],
    pipenv: ['Pipfile.lock'],
    hatch: [],
    pip: ['a compiled requirement file'],
  },
  choice: [...PYTHON_MANAGERS, { from: 'pip' }],
  versions: [
    {
      tool: 'python',
      sources: PYTHON_VERSIONS,
      note: 'The release of uv is what `required-version` of `[tool.uv]` demands.',
    },
  ],
  commands: {
    install:
      'the manager’s own call, as the lock file has it where there is one; with uv also the groups that pipelines, else the image, install for checks; with pip the requirement files, the package, and the extras and groups for checks',
    lint: `its hooks of pre-commit where pipelines run all of them over all files; then, but for what these hooks run, each that is installed and set up, as the repository calls it, but none that nothing calls where pipelines run others for the same, nor one that is only declared, no mypy whose findings mypy-baseline sorts, and ruff without mending: ${LINTERS.map(({ tool }) => `\`${tool}\``).join(', ')}, \`ruff format\`; then environments of tox or sessions of nox that check what none of these does; else its hooks of pre-commit, or those of \`ruff\` and \`black\` in the release that they name, where nobody runs the hooks`,
    test: 'a plain script in `scripts/` that runs the tests, pytest as the repository calls it (its pipelines say which tests, and with pytest-xdist how many at the same time), nothing where every file is named as a live test, a script of Hatch’s environments or `hatch test`, Django’s own runner, `unittest` where it is called, an environment of tox or a session of nox where nothing else brings what tests need; tests that none of these runs are said in a warning',
    build: 'the distributions of a library, by its manager; what has a Dockerfile is built as an image',
  },
};
