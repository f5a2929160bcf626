/** A linter, formatter or type checker: what shows that it is set up, and how it is called where the repository does not show how. */
export interface Linter {
  /** `lint`, `format` or `typecheck`. */
  readonly check: string;
  /** The program's name, and the distribution's where `from` names no other. */
  readonly tool: string;
  readonly from?: string;
  /** What follows the name; the repository's own words are taken where `accepts` says that they check and change nothing. */
  readonly args: string;
  readonly accepts: RegExp;
  /** Tables of pyproject.toml. */
  readonly tables: readonly (readonly string[])[];
  /** The distribution without which it does not read them. */
  readonly tablesWith?: string;
  /** Files of its own. */
  readonly files: readonly string[];
  /** Sections of setup.cfg and tox.ini. */
  readonly sections: readonly string[];
  /** Whether being declared, and called in any way, is enough: its defaults are what people mean. The others judge sources by rules that nobody chose. */
  readonly works: 'unconfigured' | 'configured';
  /** The tool that does the same: where that one is set up, being declared is not enough. */
  readonly rival?: string;
}

/** As GitHub's own starter names them: `.` is also what an environment in the project has installed, which pylint passes over no less. */
export const ALL_FILES = " $(git ls-files '*.py')";

const ANY = /^(?!.*--(?:fix|install-types|write)\b)/;

/** ruff's formatter is no linter here: whether it is used is a question of its own. */
export const LINTERS: readonly Linter[] = [
  {
    check: 'lint',
    tool: 'ruff',
    args: ' check .',
    accepts: /^ check\b(?!.*--(?:fix|watch|unsafe-fixes)\b)/,
    tables: [['tool', 'ruff']],
    files: ['ruff.toml', '.ruff.toml'],
    sections: [],
    works: 'unconfigured',
  },
  {
    check: 'lint',
    tool: 'flake8',
    args: '',
    accepts: ANY,
    tables: [['tool', 'flake8']],
    tablesWith: 'flake8-pyproject',
    files: ['.flake8'],
    sections: ['flake8'],
    works: 'configured',
  },
  // flake8 itself, told to read pyproject.toml. (pypi.org, "pyproject-flake8")
  {
    check: 'lint',
    tool: 'pflake8',
    from: 'pyproject-flake8',
    args: '',
    accepts: ANY,
    tables: [['tool', 'flake8']],
    files: [],
    sections: [],
    works: 'configured',
  },
  {
    check: 'lint',
    tool: 'pylint',
    args: ALL_FILES,
    accepts: / /,
    tables: [['tool', 'pylint']],
    files: ['.pylintrc', 'pylintrc'],
    sections: ['pylint'],
    works: 'configured',
  },
  {
    check: 'format',
    tool: 'black',
    args: ' --check .',
    accepts: / --check\b/,
    tables: [['tool', 'black']],
    files: [],
    sections: [],
    works: 'unconfigured',
    rival: 'ruff',
  },
  {
    check: 'format',
    tool: 'isort',
    args: ' --check-only .',
    accepts: / (?:--check-only|--check|-c)\b/,
    tables: [['tool', 'isort']],
    files: ['.isort.cfg'],
    sections: ['isort', 'tool:isort'],
    works: 'configured',
  },
  {
    check: 'typecheck',
    tool: 'mypy',
    args: ' .',
    accepts: ANY,
    tables: [['tool', 'mypy']],
    files: ['mypy.ini', '.mypy.ini'],
    sections: ['mypy'],
    works: 'configured',
  },
  {
    check: 'typecheck',
    tool: 'pyright',
    args: '',
    accepts: ANY,
    tables: [['tool', 'pyright']],
    files: ['pyrightconfig.json'],
    sections: [],
    works: 'configured',
  },
  {
    check: 'typecheck',
    tool: 'basedpyright',
    args: '',
    accepts: ANY,
    tables: [['tool', 'basedpyright']],
    files: [],
    sections: [],
    works: 'configured',
  },
  {
    check: 'typecheck',
    tool: 'ty',
    args: ' check',
    accepts: /^ check\b/,
    tables: [['tool', 'ty']],
    files: ['ty.toml'],
    sections: [],
    works: 'configured',
  },
];
