import type { DocumentPath } from '../../domain/finding.ts';
import { evaluateText } from '../expressions/evaluate.ts';
import { kindsOf, type Situation, type SituationKind } from './situations.ts';
import type { UsesFact } from './uses.ts';
import { asText, type Mapping } from './values.ts';

/** A cache that a step restores. */
export interface CacheFact {
  /** Of the input that turns it on, or of the action that has it by itself. */
  readonly path: DocumentPath;
  /** In which situations it is on. */
  readonly in: readonly SituationKind[];
  /** Whether the workflow itself turns it on: an action may look into files of the repository first. */
  readonly isSure: boolean;
}

/** An input that decides: what it is where nobody gives it, and whether giving it turns the cache off. */
interface Control {
  readonly input: string;
  readonly usually: boolean;
  readonly inverse?: boolean;
  /** The first major release that has it. */
  readonly since?: number;
  /** Where nobody gives it, files of the repository decide. */
  readonly isGuess?: boolean;
}

const on = (input: string): Control => ({ input, usually: true });
const off = (input: string): Control => ({ input, usually: false });
const unless = (input: string): Control => ({ input, usually: true, inverse: true });

/** Any one of the controls turns the cache on; without one it cannot be turned off. Of an action in a folder the whole name counts. */
const CACHES: ReadonlyMap<string, readonly Control[]> = new Map(
  Object.entries({
    'actions/cache': [unless('lookup-only')],
    'actions/cache/restore': [unless('lookup-only')],
    'actions-rust-lang/setup-rust-toolchain': [on('cache')],
    'actions/setup-dotnet': [off('cache')],
    'actions/setup-go': [off('cache'), { ...on('cache'), since: 4 }],
    'actions/setup-java': [off('cache')],
    // Since its fifth version it has a cache where package.json names the manager.
    'actions/setup-node': [off('cache'), { ...on('package-manager-cache'), since: 5, isGuess: true }],
    'actions/setup-python': [off('cache')],
    'astral-sh/setup-uv': [off('enable-cache'), { ...on('enable-cache'), since: 5 }],
    'awalsh128/cache-apt-pkgs-action': [],
    'denoland/setup-deno': [off('cache')],
    'determinatesystems/magic-nix-cache-action': [on('use-gha-cache')],
    'graalvm/setup-graalvm': [off('cache')],
    'gradle/actions/setup-gradle': [unless('cache-disabled')],
    'gradle/gradle-build-action': [unless('cache-disabled')],
    'hendrikmuhs/ccache-action': [],
    'jdx/mise-action': [on('cache')],
    'mlugg/setup-zig': [on('use-cache')],
    'mozilla-actions/sccache-action': [],
    'nix-community/cache-nix-action': [],
    'oven-sh/setup-bun': [unless('no-cache')],
    'pnpm/action-setup': [off('cache')],
    'pyo3/maturin-action': [off('sccache')],
    'ramsey/composer-install': [unless('ignore-cache')],
    'ruby/setup-ruby': [off('bundler-cache')],
    'swatinem/rust-cache': [unless('lookup-only')],
  }),
);

/** Whether the cache service gives a job anything, as the job or else the workflow says. (workflow syntax, `cache-mode`) */
export function restoresCaches(job: Mapping, workflow: Mapping): boolean {
  const mode = asText(job['cache-mode']) ?? asText(workflow['cache-mode']) ?? '';
  return mode !== 'none' && mode !== 'write-only';
}

/** The cache of a step; null where it restores none in any situation. `path` is that of the step. */
export function readCache(
  uses: UsesFact | null,
  inputs: Mapping,
  { path, situations }: { readonly path: DocumentPath; readonly situations: readonly Situation[] },
): CacheFact | null {
  if (uses === null) return null;
  const controls = CACHES.get(uses.action.toLowerCase());
  if (controls?.length === 0) return { path: [...path, 'uses'], in: kindsOf(situations), isSure: true };
  const where = (input: string): DocumentPath => (input in inputs ? [...path, 'with', input] : [...path, 'uses']);
  const ofRelease = controls?.filter(({ since = 0 }) => majorOf(uses.ref) >= since) ?? [];
  const found = [
    ...ofRelease.map(({ input, isGuess = false, ...control }) => ({
      path: where(input),
      in: situations.filter((one) => isOn(inputs[input], control, one)),
      isSure: !isGuess || input in inputs,
    })),
    {
      path: where('cache-from'),
      in: /type=gha/.test(asText(inputs['cache-from']) ?? '') ? situations : [],
      isSure: true,
    },
  ];
  const first = found.find((one) => one.in.length > 0);
  return first ? { ...first, in: kindsOf(first.in) } : null;
}

/** Of a commit, or of a branch, it is not known which release it is: it may be any. */
function majorOf(ref: string): number {
  return Number(/^v?(\d{1,3})(?:\.\d{1,5}){0,2}$/.exec(ref)?.[1] ?? Number.POSITIVE_INFINITY);
}

/** What nobody can know may be on. */
function isOn(
  given: unknown,
  { usually, inverse = false }: Pick<Control, 'usually' | 'inverse'>,
  { assumed }: Situation,
): boolean {
  const text = asText(given);
  if (text === null) return usually;
  const value = evaluateText(text, assumed);
  if (value.kind !== 'known') return true;
  const says = !['', 'false', 'no', '0', 'null'].includes(String(value.value ?? '').toLowerCase());
  return says !== inverse;
}
