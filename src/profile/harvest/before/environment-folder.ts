/** `.venv/bin/`, `$(VENV)/bin/`; and `$(PYTHON) -m`, which is such a folder's interpreter by a variable. */
const FOLDER = /(^|\s)(?:\$[({]\w{1,40}[)}]|\.?v?env)\/bin\/(?=[a-z])/g;
const INTERPRETER = /(^|\s)\$[({](?:PY|PYTHON)\d?[)}](?= )/g;

/** A line of a script as it is typed where the programs of an environment of Python are on the path. */
export function inEnvironment(line: string): string {
  return line.replace(FOLDER, '$1').replace(INTERPRETER, '$1python');
}
