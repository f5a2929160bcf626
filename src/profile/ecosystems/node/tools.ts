import type { LintCommand } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { fromHere } from '../../shell-word.ts';
import { CHECKS_FORMAT, hasField, rewritingLint, scriptFor } from './checks.ts';
import { dependencyPath } from './dependencies.ts';
import { readsNoOldSettings } from './eslint.ts';
import { callsRemovedLint } from './next.ts';
import { fileBeside, type Place, programCommand, scriptCommand } from './place.ts';
import { byName, scriptBody, scriptText } from './scripts.ts';
import { ownSource } from './sources.ts';

/** What a script would rewrite, looked at by its own tool; else Biome or ESLint, where the package configures and installs it. */
export function linter(place: Place): LintCommand[] {
  const { manifest } = place;
  const unwritten = lintWithoutFix(place);
  if (unwritten) return [unwritten];
  const biome = configured(place, '@biomejs/biome', /^biome\.jsonc?$/);
  if (biome) return [{ check: 'lint', ...programCommand(place, 'biome ci .', biome) }];
  const eslint = configured(place, 'eslint', /^eslint\.config\.\w+$/);
  if (eslint) return [{ check: 'lint', ...programCommand(place, 'eslint .', eslint) }];
  if (readsNoOldSettings(manifest)) return [];
  const old = configured(place, 'eslint', /^\.eslintrc(\.\w+)?$/);
  const dependency = dependencyPath(manifest, 'eslint');
  const field = dependency && hasField(manifest, 'eslintConfig') ? [['eslintConfig'], dependency] : null;
  const because = old ?? field?.map((path) => manifest.evidence(path));
  return because ? [{ check: 'lint', ...programCommand(place, `eslint${extensions(place)} .`, because) }] : [];
}

/** Linters, by the packages that bring them. */
const LINTERS: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:eslint|standard|semistandard|xo|oxlint|stylelint)$/, null],
  [/^next lint$/, 'next'],
  [/^biome (?:check|lint)$/, '@biomejs/biome'],
];

/** What a script would rewrite, looked at by its own tool: nothing but that tool may stand in the script. Null where that is not so. */
export function lintWithoutFix(place: Place): LintCommand | null {
  const { manifest } = place;
  const script = rewritingLint(manifest);
  if (script === null) return null;
  const body = byName(scriptBody(manifest, script) ?? '');
  if (/^vue-cli-service lint(?: [\w./=-]+)*$/.test(body))
    return { check: 'lint', ...scriptCommand(place, script, ['--no-fix']) };
  const [, start = '', rest = ''] = /^((?:next |biome )?[a-z]+)((?: [\w./*{},@"'=-]+)*)$/.exec(body) ?? [];
  const known = LINTERS.find(([pattern]) => pattern.test(start));
  const dependency = known && dependencyPath(manifest, known[1] ?? start);
  if (!dependency || !isBalanced(rest) || callsRemovedLint(manifest, body)) return null;
  const kept = rest.split(' ').filter((word) => !/^--(?:fix|write|apply|unsafe)/.test(word));
  const because = [manifest.evidence(['scripts', script]), manifest.evidence(dependency)];
  return { check: 'lint', ...programCommand(place, [start, ...kept.slice(1)].join(' '), because) };
}

/** ESLint before 9 looks at `.js` alone unless it is told more, and fails where it finds nothing. */
function extensions(place: Place): string {
  const present = ['.js', '.jsx', '.ts', '.tsx', '.vue'].filter(
    (end) => ownSource(place, (path) => path.endsWith(end)) !== null,
  );
  return present.length === 0 || present.join() === '.js' ? '' : ` --ext ${present.join(',')}`;
}

/** Prettier, where the package configures and installs it: over what its script would write, else over everything. */
export function formatter(place: Place): LintCommand[] {
  const { manifest } = place;
  const dependency = dependencyPath(manifest, 'prettier');
  const config = fileBeside(place, /^(\.prettierrc(\.\w+)?|prettier\.config\.\w+)$/);
  const field = hasField(manifest, 'prettier') ? manifest.evidence(['prettier']) : null;
  const because = config === null ? field : { file: config, line: 1 };
  if (!dependency || !because || checksFormat(manifest)) return [];
  const written = writingScript(place);
  // With this plug-in the linter checks the format of what is formatted here; the other files never were.
  if (!written && dependencyPath(manifest, 'eslint-plugin-prettier')) return [];
  const reasons = [...(written ? [manifest.evidence(['scripts', written.name])] : []), because];
  const command = programCommand(place, `prettier --check ${written?.files ?? '.'}`, [
    ...reasons,
    manifest.evidence(dependency),
  ]);
  return [{ check: 'format', ...command }];
}

/** Whether the script that lints looks at the format as well: of what it names, and nobody has asked for more. */
function checksFormat(manifest: Manifest): boolean {
  const script = scriptFor(manifest, 'lint');
  return script !== null && CHECKS_FORMAT.test(scriptText(manifest, script));
}

/** Names of scripts that format a package, best first; one of another name counts where no other script formats. */
const FORMATS = ['format', 'fmt', 'prettier', 'format:write', 'format:fix', 'prettier:write', 'prettier:fix'];

interface WritingScript {
  readonly name: string;
  readonly files: string;
}

function writingScript({ manifest }: Place): WritingScript | null {
  const scripts = manifest.keys(['scripts']).flatMap((name): WritingScript[] => {
    const files = rewrittenBy(scriptBody(manifest, name) ?? '');
    return files === null ? [] : [{ name, files }];
  });
  const usual = FORMATS.flatMap((name) => scripts.filter((script) => script.name === name));
  return usual[0] ?? (scripts.length === 1 ? (scripts[0] ?? null) : null);
}

/** What a script formats, where that is plain: nothing of it may mean anything to a shell or to a workflow. */
function rewrittenBy(body: string): string | null {
  const [, rest = ''] = /^prettier ([\w\s./*{},@"'!-]+)$/.exec(body) ?? [];
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const files = words.filter((word) => !/^(?:--write|-w|--list-different|-l)$/.test(word));
  const writes = words.some((word) => word === '--write' || word === '-w');
  const isPlain = files.length > 0 && files.every((word) => !word.startsWith('-')) && isBalanced(rest);
  return writes && isPlain ? files.map(fromHere).join(' ') : null;
}

function isBalanced(text: string): boolean {
  return ['"', "'"].every((quote) => text.split(quote).length % 2 === 1);
}

/** The lines of a tool's configuration file and of its dependency; null unless both are there. */
function configured(place: Place, dependency: string, config: RegExp) {
  const path = dependencyPath(place.manifest, dependency);
  const file = fileBeside(place, config);
  return path && file !== null ? [place.project.snapshot.evidence(file, 1), place.manifest.evidence(path)] : null;
}
