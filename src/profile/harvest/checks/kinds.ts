import type { EcosystemName } from '../../../domain/profile.ts';

/** What the name of a task or script says that it does: the check, as a profile names it, or `test`; null where it says nothing that is a check. */
export function kindOfName(name: string): string | null {
  const words = wordsOf(name);
  if (words.some((word) => NO_CHECK.has(word))) return null;
  // Types are also made, for others to use.
  if (words.some((word) => word === 'type' || word === 'types'))
    return words.some((word) => ['check', 'lint', 'validate'].includes(word)) ? 'typecheck' : null;
  const [, kind] = KINDS.find(([names]) => words.some((word) => names.includes(word))) ?? [];
  return kind ?? null;
}

/** Whether a script of that name makes documents. For a language's own tool that is a check; for a script it makes a site. */
export function makesDocuments(name: string): boolean {
  return (
    /(?:^|[:_.-])docs?(?:$|[:_.-])/.test(name) && !/(?:^|[:_.-])(?:check|lint|verify|validate)(?:$|[:_.-])/.test(name)
  );
}

/** The language that the name of a task says that it is about. */
export function ecosystemOfName(name: string): EcosystemName | 'another' | null {
  const [, ecosystem] = LANGUAGES.find(([names]) => wordsOf(name).some((word) => names.includes(word))) ?? [];
  return ecosystem ?? null;
}

/** The words of the name of a task or script, in small letters. */
export function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^a-z0-9]+/);
}

/** Words of what changes files, needs a network or a running system, or looks at the change and not at the code. */
const NO_CHECK = new Set([
  ...['fix', 'write', 'update', 'generate', 'gen', 'build', 'install', 'setup', 'deps', 'clean', 'bump', 'sync'],
  ...['e2e', 'integration', 'bench', 'benchmark', 'smoke', 'links', 'link', 'freshness', 'outdated', 'updates'],
  ...['commit', 'commits', 'commitlint', 'changelog', 'changeset', 'pr', 'title', 'branch', 'version', 'staged'],
  ...['diff', 'coverage', 'cover', 'download'],
]);

const KINDS: readonly (readonly [words: readonly string[], kind: string])[] = [
  [['typecheck', 'tsc', 'mypy', 'pyright'], 'typecheck'],
  [['fmt', 'format', 'formatting', 'prettier', 'gofmt', 'rustfmt'], 'format'],
  [['audit', 'deny', 'vuln', 'govulncheck'], 'audit'],
  [['test', 'tests'], 'test'],
  [['lint', 'lints', 'linter', 'vet', 'clippy', 'eslint', 'stylelint', 'check', 'checks', 'doc', 'docs'], 'lint'],
];

const LANGUAGES: readonly (readonly [words: readonly string[], ecosystem: EcosystemName | 'another'])[] = [
  [['md', 'markdown', 'action', 'actions', 'yaml', 'yml', 'docker', 'spelling', 'proto', 'sh', 'shell'], 'another'],
  [['go', 'golang'], 'go'],
  [['rs', 'rust', 'cargo'], 'rust'],
  [['js', 'ts', 'node', 'web', 'frontend'], 'node'],
  [['py', 'python'], 'python'],
  [['tf', 'terraform'], 'terraform'],
];
