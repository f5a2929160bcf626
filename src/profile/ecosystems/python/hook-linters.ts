import type { DocumentPath } from '../../../domain/finding.ts';
import type { LintCommand } from '../../../domain/profile.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { readYamlManifest } from '../../formats/yaml.ts';
import { PRE_COMMIT, runsPreCommit } from '../../harvest/checks/hooks.ts';
import type { Place } from './place.ts';
import { withoutFix } from './ruff.ts';

interface HookLinter {
  readonly check: string;
  readonly tool: string;
  readonly args: string;
}

/** Hooks of linters that need nothing of the project. (astral-sh/ruff-pre-commit, psf/black-pre-commit-mirror, "README") */
const LINTERS: ReadonlyMap<string, HookLinter> = new Map([
  ['ruff', { check: 'lint', tool: 'ruff', args: 'check' }],
  ['ruff-check', { check: 'lint', tool: 'ruff', args: 'check' }],
  ['ruff-format', { check: 'format', tool: 'ruff', args: 'format --check' }],
  ['black', { check: 'format', tool: 'black', args: '--check' }],
]);

/** What lets a hook write: a check writes nothing. */
const WRITES = /^--(?:fix|exit-non-zero-on-fix|show-fixes|unsafe-fixes|fix-only)$/;

/**
 * The linters that nothing but hooks brings, and that no pipeline runs, each in the release that its hook names: over the unit's folder, where
 * the hook takes all of it.
 */
export function hookLinters({ snapshot, choice, unit }: Place): LintCommand[] {
  const { directory } = unit.project;
  if (!snapshot.has(PRE_COMMIT) || runsPreCommit(snapshot) !== null) return [];
  const { value } = readYamlManifest(snapshot, PRE_COMMIT);
  if (value.at(['exclude']) !== undefined || value.at(['files']) !== undefined) return [];
  const fixes = withoutFix(snapshot, unit.project);
  return value.items(['repos']).flatMap((repository) => {
    const [, release] = /^v?(\d{1,4}(?:\.\d{1,4}){1,2})$/.exec(value.text([...repository, 'rev']) ?? '') ?? [];
    return value.items([...repository, 'hooks']).flatMap((hook): LintCommand[] => {
      const linter = LINTERS.get(value.text([...hook, 'id']) ?? '');
      if (release === undefined || !linter || !takesAll(value, hook, directory)) return [];
      const args = [linter.args, ...value.texts([...hook, 'args'])].filter((word) => !WRITES.test(word)).join(' ');
      if (!/^[\w ,.=/-]{1,200}$/.test(args)) return [];
      const started = choice.manager === 'uv' ? `uvx ${linter.tool}@${release}` : `pipx run ${linter.tool}==${release}`;
      const run = `${started} ${args}${linter.args === 'check' ? fixes : ''} .`;
      return [{ check: linter.check, run, directory, because: [value.evidence([...hook, 'id'])] }];
    });
  });
}

/** Whether a hook checks all files of its kind in a folder. */
function takesAll(value: Manifest, hook: DocumentPath, directory: string): boolean {
  const limits = ['exclude', 'exclude_types', 'stages', 'additional_dependencies'];
  const kinds = ['types', 'types_or'].flatMap((key) => value.texts([...hook, key]));
  const isLimited = limits.some((key) => value.at([...hook, key]) !== undefined);
  if (isLimited || kinds.some((kind) => !/^(?:python|pyi|jupyter)$/.test(kind))) return false;
  const files = value.text([...hook, 'files']);
  return files === null || (directory !== '.' && files.startsWith(`^${directory}/`));
}
