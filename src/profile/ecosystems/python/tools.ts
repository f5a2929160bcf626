/** Tools that check Python sources, by the names of their distributions. */
export const CHECKERS: ReadonlySet<string> = new Set([
  'ruff',
  'black',
  'isort',
  'flake8',
  'pylint',
  'mypy',
  'pyright',
  'basedpyright',
  'ty',
  'pytest',
  'pre-commit',
  'prek',
]);
