import type { DocumentPath } from '../../domain/finding.ts';
import { isMapping, type Manifest } from '../formats/manifest.ts';
import { type Line, linesOf } from '../lines.ts';
import { joinPath } from '../paths.ts';
import { MOST } from './limits.ts';
import type { PipelineStep, SetUp } from './step.ts';

/** What every step of a pipeline has that says nothing else. */
export function plainStep(file: string, step: Partial<PipelineStep>): PipelineStep {
  return {
    file,
    line: 1,
    job: '',
    script: [],
    uses: null,
    inputs: new Map(),
    directory: '.',
    environment: new Map(),
    setUps: [],
    isUsual: true,
    ...step,
  };
}

/** The lines of a script: one text, whose lines follow its key where it is a block, or a list of texts. */
export function scriptAt(manifest: Manifest, path: DocumentPath): Line[] {
  const value = manifest.at(path);
  if (Array.isArray(value)) return manifest.items(path).flatMap((item) => scriptAt(manifest, item));
  if (typeof value !== 'string') return [];
  const before = manifest.lineOf(path) - (value.includes('\n') ? 0 : 1);
  return linesOf(value.replace(/\n$/, '')).map(({ text, number }) => ({ text, number: before + number }));
}

/** The scalar at a place, or those of the list there. */
export function scalarsAt(manifest: Manifest, path: DocumentPath): string[] {
  const places = Array.isArray(manifest.at(path)) ? manifest.items(path) : [path];
  return places.flatMap((place) => manifest.scalar(place) ?? []);
}

type Texts = ReadonlyMap<string, string>;

const NONE: Texts = new Map();

/** Scalars that are written out, as text: an expression is none. */
export function literals(value: unknown): Texts {
  if (!isMapping(value)) return NONE;
  const found = Object.entries(value).flatMap(([name, item]): [string, string][] => {
    const isPlain = typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean';
    const text = isPlain ? String(item).slice(0, MOST.value + 1) : '';
    return isPlain && text.length <= MOST.value && !/\$[{([\w]/.test(text) ? [[name, text]] : [];
  });
  return found.length === 0 ? NONE : new Map(found.slice(0, MOST.variables));
}

/** Environments inside each other, the outermost first: the inner ones win. Where only one says anything it is that one itself. */
export function layered(...environments: readonly Texts[]): Texts {
  const filled = environments.filter(({ size }) => size > 0);
  const [only = NONE] = filled;
  return filled.length < 2 ? only : new Map(filled.flatMap((it) => [...it]).slice(-MOST.variables));
}

/** A folder as the systems write it, some by a variable of their own for the root; null where another variable is left. */
export function folderAt(written: string): string | null {
  const path = written
    .replace(
      /^(?:\$\{?CI_PROJECT_DIR\}?|\$\((?:Build\.SourcesDirectory|System\.DefaultWorkingDirectory)\)|~\/[\w.-]+)/,
      '.',
    )
    .replace(/^\.?\/(?=$)/, '.');
  return /[$~]/.test(path) || path.startsWith('/') ? null : joinPath('.', path);
}

/** Official images, and those of CircleCI, that are a language's toolchain. */
const IMAGES: ReadonlyMap<string, string> = new Map([
  ['node', 'node'],
  ['python', 'python'],
  ['golang', 'go'],
  ['go', 'go'],
  ['ruby', 'ruby'],
  ['php', 'php'],
  ['elixir', 'elixir'],
  ['rust', 'rust'],
  ['deno', 'deno'],
  ['deno-js', 'deno'],
]);

/** The tool that an image brings by its tag: `node:20-alpine`, `cimg/go:1.22`. */
export function imageSetUp(image: string | null, line: number): SetUp[] {
  const [, name = '', value] =
    /^(?:[\w.-]{1,100}\/){0,3}([a-z-]{1,40}):v?(\d+(?:\.\d+){0,2})(?:[-@].*)?$/.exec(image ?? '') ?? [];
  const tool = IMAGES.get(name);
  return tool !== undefined && value !== undefined ? [{ tool, value, line }] : [];
}
