import { firstMatch, type Line, linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { ALWAYS, type Dependency, type Membership, requirementName } from './dependency.ts';

/** What setup.py and setup.cfg say; a script is read by patterns, never run. */
export interface SetupScript {
  /** The file that makes the folder a package. */
  readonly file: string;
  readonly dependencies: readonly Dependency[];
  /** `python_requires`, and where it stands. */
  readonly python: { readonly value: string; readonly file: string; readonly line: number } | null;
}

/** Null where there is no setup.py, and no setup.cfg that describes a package. */
export function readSetup(snapshot: Snapshot, directory: string): SetupScript | null {
  const script = joinPath(directory, 'setup.py') ?? 'setup.py';
  const configuration = joinPath(directory, 'setup.cfg') ?? 'setup.cfg';
  const isPackage = /^\[metadata\]/m.test(snapshot.text(configuration) ?? '');
  const isScript = snapshot.has(script) && isSetup(snapshot.text(script));
  if (!isScript && !isPackage) return null;
  return {
    file: isScript ? script : configuration,
    dependencies: [
      ...scriptDependencies(snapshot.text(script) ?? '', script),
      ...configurationDependencies(snapshot.text(configuration) ?? '', configuration),
    ],
    python: pythonIn(snapshot, script) ?? pythonIn(snapshot, configuration),
  };
}

/** A module of an application may be called the same: its own `setup` is a method, or a function of another name. One that was not read is taken by its name. */
function isSetup(text: string | null): boolean {
  return text === null || text.trim() === '' || SETUP.test(text);
}

const SETUP = /\b(?:setuptools|distutils|skbuild|(?:install|python|tests|extras)_requires?)\b|^\s{0,20}setup\(/m;

function pythonIn(snapshot: Snapshot, file: string): SetupScript['python'] {
  const found = firstMatch(snapshot.text(file) ?? '', /^\s*python_requires\s*=\s*["']?([^"'#\s][^"'#]*)/);
  return found?.match[1] ? { value: found.match[1].trim(), file, line: found.line } : null;
}

const LISTS = ['install_requires', 'tests_require', 'extras_require'];

/** The texts between a list's opening bracket and the line on which all brackets are closed; the first list of each name. */
function scriptDependencies(text: string, file: string): Dependency[] {
  const lines = linesOf(text);
  return LISTS.flatMap((list) => {
    const opening = new RegExp(`\\b${list}\\s*=\\s*[[{]`);
    const start = lines.findIndex((line) => line.text.length <= MAX_LINE && opening.test(line.text));
    const first = lines[start];
    if (!first) return [];
    const rest = { ...first, text: first.text.slice(first.text.search(opening)).replace(/^[^[{]*/, '') };
    const body = upToClosing([rest, ...lines.slice(start + 1, start + MAX_LINES)]);
    return requirementsIn(body, { file, hasExtras: list === 'extras_require' });
  });
}

const MAX_LINE = 1_000;
const MAX_LINES = 200;

function upToClosing(lines: readonly Line[]): Line[] {
  let depth = 0;
  const found: Line[] = [];
  for (const line of lines) {
    if (line.text.length > MAX_LINE) break;
    found.push(line);
    depth += (line.text.match(/[[{(]/g)?.length ?? 0) - (line.text.match(/[\]})]/g)?.length ?? 0);
    if (depth <= 0) break;
  }
  return found;
}

/** A text before a colon names the extra of those that follow. */
function requirementsIn(
  lines: readonly Line[],
  { file, hasExtras }: { readonly file: string; readonly hasExtras: boolean },
): Dependency[] {
  let membership: Membership = ALWAYS;
  const found: Dependency[] = [];
  for (const { text, number } of lines) {
    for (const [, , written = '', colon] of text.replace(/#.*$/, '').matchAll(/(["'])([^"']*)["'](\s*:)?/g)) {
      const name = requirementName(written);
      if (hasExtras && colon !== undefined) membership = { kind: 'extra', name: written };
      else if (name !== null) found.push({ name, file, line: number, membership });
    }
  }
  return found;
}

/** `install_requires =` with a requirement a line below it; under `[options.extras_require]` the keys are the extras. */
function configurationDependencies(text: string, file: string): Dependency[] {
  let section = '';
  let key = '';
  return linesOf(text).flatMap(({ text: line, number }) => {
    const [, header] = /^\[([^\]]+)\]/.exec(line) ?? [];
    if (header !== undefined) section = header;
    const [, name, inline] = /^([\w-]+)\s*[=:](.*)$/.exec(line) ?? [];
    if (name !== undefined) key = name;
    const requirement = requirementName(inline ?? (/^\s+\S/.test(line) ? line : ''));
    if (requirement === null) return [];
    const isExtra = section === 'options.extras_require';
    if (!isExtra && !(section === 'options' && key === 'install_requires')) return [];
    return [{ name: requirement, file, line: number, membership: isExtra ? { kind: 'extra', name: key } : ALWAYS }];
  });
}
