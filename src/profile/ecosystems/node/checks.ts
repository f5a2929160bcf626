import { isMapping, type Manifest } from '../../formats/manifest.ts';
import { scriptBody, scriptText, usableScript } from './scripts.ts';

/** What a script of a package can be run for. */
export type ScriptCheck = 'lint' | 'format' | 'typecheck' | 'test' | 'build';

/** Scripts by the names that people give them, best first: those that only check before those that may also write. */
export const NAMES: Readonly<Record<ScriptCheck, readonly string[]>> = {
  lint: ['lint:ci', 'ci:lint', 'lint:check', 'check:lint', 'lint', 'eslint'],
  format: [
    ...['format:check', 'check:format', 'format-check', 'check-format', 'format:ci', 'format:verify', 'formatcheck'],
    ...[
      'fmt:check',
      'prettier:check',
      'check:prettier',
      'prettier-check',
      'prettier:ci',
      'lint:format',
      'lint:prettier',
    ],
  ],
  typecheck: [
    ...['typecheck', 'type-check', 'check-types', 'check-type', 'types:check', 'check:types', 'type:check'],
    ...['typecheck:ci', 'lint:types', 'lint:ts', 'ts:lint', 'lint:tsc', 'tsc'],
  ],
  test: ['test:ci', 'test:unit', 'test', 'unit-test', 'test-unit', 'unit'],
  build: ['build'],
};

/** The script of a package for a check; null where it has none that continuous integration can run. */
export function scriptFor(manifest: Manifest, check: ScriptCheck, members: readonly Manifest[] = []): string | null {
  const isCheck = check !== 'test' && check !== 'build';
  const named = NAMES[check].filter((name) => !isCheck || !rewrites(manifest, name, members));
  return usableScript(manifest, named) ?? usableScript(manifest, ambiguousNames(manifest, check, members));
}

/** Names that mean one thing here and another there: their text says which. */
function ambiguousNames(manifest: Manifest, check: ScriptCheck, members: readonly Manifest[]): string[] {
  const whose = (names: readonly string[], test: (body: string) => boolean) =>
    names.filter((name) => test(scriptBody(manifest, name) ?? ''));
  switch (check) {
    case 'lint':
      return whose(['check'], (body) => LINTS.test(body) && !TYPECHECKS.test(body));
    case 'format':
      return ['format', 'fmt', 'prettier'].filter((name) => onlyChecksFormat(manifest, name, members));
    case 'typecheck':
      return whose(['check'], (body) => TYPECHECKS.test(body));
    case 'build':
      return whose(['production', 'prod', 'build:production', 'build:prod'], (body) => BUNDLES.test(body));
    case 'test':
      return [];
  }
}

/** One call of what bundles for browsers, and no more. */
export const BUNDLES =
  /^(?:cross-env\s+)?(?:\w+=\S*\s+)*(?:npx\s+)?(?:mix|webpack|vite\s+build|rollup|esbuild|parcel\s+build|encore\s+production)(?![\w-])[^&|;]*$/;

/** What looks at code by rules. */
export const LINTS = /\b(?:eslint|oxlint|xo|standard)\b|\bbiome\s+(?:check|ci|lint)\b/;
/** What only looks at types. */
export const TYPECHECKS = /\b(?:svelte-check|vue-tsc|astro\s+check|tsc)\b(?!.*--(?:watch|outDir))/;
/** What only looks whether files are formatted. */
export const CHECKS_FORMAT =
  /\bprettier\b[^&|;\n]*\s(?:--check|-c|--list-different|-l)(?!\S)|\bbiome\s+(?:ci|format|check)\b|\b(?:dprint|deno fmt|oxfmt)\b[^&|;\n]*\bcheck\b/;
/** What changes files: by an option, or of those that do so by themselves without the one that forbids it. */
export const WRITES = new RegExp(
  [
    /\s--(?:write|fix|fix-suggestions|fix-dangerously|apply|apply-suggested|apply-unsafe)(?![\w-])/,
    /\b(?:prettier|shfmt)\b[^&|;\n]*\s-w(?![\w-])/,
    /\bvue-cli-service\s+lint\b(?![^&|;\n]*\s--no-fix)/,
    /\boxfmt\b(?![^&|;\n]*\s--(?:check|list-different))/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Whether a script changes files, itself or by those that it starts. */
export function writes(manifest: Manifest, name: string): boolean {
  return WRITES.test(scriptText(manifest, name));
}

/** One that runs those of members rewrites what they do. */
function rewrites(manifest: Manifest, name: string, members: readonly Manifest[]): boolean {
  if (writes(manifest, name)) return true;
  const body = scriptBody(manifest, name) ?? '';
  if (!delegates(body)) return false;
  const called = calledIn(body, members);
  return members.some((member) => (called.length > 0 ? called : [name]).some((script) => writes(member, script)));
}

/** The scripts of members that a script names which runs them: `pnpm -r do-lint`. */
function calledIn(body: string, members: readonly Manifest[]): string[] {
  const words = body.split(/[\s"'&|;]+/).filter((word) => !RUNS.has(word));
  return words.filter((word) => members.some((member) => scriptBody(member, word) !== null));
}

/** Words of what runs the scripts of members. */
const RUNS = new Set(['pnpm', 'yarn', 'npm', 'bun', 'turbo', 'lerna', 'nx', 'lage', 'run', 'workspaces', 'foreach']);

/** A script named `format` checks in some repositories and rewrites in most. One that runs those of all members is judged by them. */
function onlyChecksFormat(manifest: Manifest, name: string, members: readonly Manifest[]): boolean {
  const body = scriptBody(manifest, name) ?? '';
  if (writes(manifest, name)) return false;
  if (CHECKS_FORMAT.test(body)) return true;
  const same = members.filter((member) => scriptBody(member, name) !== null);
  return delegates(body) && same.length > 0 && same.every((member) => onlyChecksFormat(member, name, []));
}

/** Whether a script runs those of other packages. */
export function delegates(body: string): boolean {
  return /\b(?:turbo|lerna|nx|lage|wireit)\b|\bpnpm\s+(?:-r|--recursive|--filter|-F)|--workspaces|\bworkspaces\s+(?:run|foreach)|\bbun\b.*--filter/.test(
    body,
  );
}

/** The script of a package that would lint it if it did not rewrite files; null where it has none. */
export function rewritingLint(manifest: Manifest): string | null {
  return NAMES.lint.find((name) => scriptBody(manifest, name) !== null && writes(manifest, name)) ?? null;
}

/** Whether a package.json has a field at all. */
export function hasField(manifest: Manifest, name: string): boolean {
  return isMapping(manifest.value) && Object.hasOwn(manifest.value, name);
}
