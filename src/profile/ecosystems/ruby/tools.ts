import type { Evidence } from '../../../domain/evidence.ts';
import type { LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { besides, onlyDeclared, toolCall } from '../../harvest/checks/meant.ts';
import { ancestors, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import type { Bundle } from './bundle.ts';

/** A bundle, and what may call a tool of it. */
export interface ToolQuery {
  readonly snapshot: Snapshot;
  readonly bundle: Bundle;
  readonly automation: readonly AutomationLine[];
}

/** A program that a gem brings. */
interface Tool {
  readonly gem: RegExp;
  readonly check: string;
  readonly program: string;
  /** The application has the program itself, in `bin/`: it is not Bundler that starts it. */
  readonly isOwn?: true;
  /** What follows it in the repository's own calls and is kept, in a group. */
  readonly flags: RegExp;
  /** What follows it where the repository shows no call. */
  readonly usual?: string;
  /** It is run only where the repository runs it, or has one of these beside its Gemfile or above. */
  readonly onlyWith: readonly string[];
  /** What calls it in a Rakefile, a hook or a workflow of others, where being told so is enough. */
  readonly named?: RegExp;
  /** With one of these there it only brings rules to another tool, unless the repository runs it. */
  readonly notWith?: readonly string[];
}

export const TOOLS: readonly Tool[] = [
  {
    gem: /^rubocop$/,
    check: 'lint',
    program: 'rubocop',
    flags: /\brubocop((?: (?:--parallel|-P))*)(?=\s|$|["'])/,
    onlyWith: ['.rubocop.yml', '.config/.rubocop.yml', '.config/rubocop/config.yml'],
  },
  {
    gem: /^standard$/,
    check: 'lint',
    program: 'standardrb',
    flags: /\bstandardrb()(?=\s|$|["'])/,
    onlyWith: ['.standard.yml'],
    named: /\bstandard(?:rb|\/rake)?\b/,
    notWith: ['.rubocop.yml'],
  },
  {
    gem: /^erb_lint$/,
    check: 'lint',
    program: 'erb_lint',
    flags:
      /\b(?:exec |bin\/)erb_?lint((?: (?:--lint-all|--enable-all-linters|(?:\.\/)?\w[\w./-]{0,100})){1,8})(?=\s*$|["'])/,
    usual: ' --lint-all',
    onlyWith: ['.erb_lint.yml', '.erb-lint.yml'],
  },
  { gem: /^herb$/, check: 'lint', program: 'herb analyze', flags: /\bherb analyze()(?=\s|$|["'])/, onlyWith: [] },
  { gem: /^haml_lint$/, check: 'lint', program: 'haml-lint', flags: /\bhaml-lint()(?=\s|$|["'])/, onlyWith: [] },
  { gem: /^slim_lint$/, check: 'lint', program: 'slim-lint', flags: /\bslim-lint()(?=\s|$|["'])/, onlyWith: [] },
  { gem: /^sorbet$/, check: 'typecheck', program: 'srb tc', flags: /\bsrb tc()\b/, onlyWith: ['sorbet'] },
  { gem: /^steep$/, check: 'typecheck', program: 'steep check', flags: /\bsteep check()\b/, onlyWith: ['Steepfile'] },
  {
    gem: /^brakeman$/,
    check: 'audit',
    program: 'brakeman',
    flags:
      /\bbrakeman((?: (?:--no-pager|-q|--quiet|-z|-w[123]|--(?:no-)?exit-on-(?:warn|error)|--ensure-ignore-notes))*)(?=\s|$|["'])/,
    onlyWith: ['config/brakeman.yml', 'config/brakeman.ignore'],
    named: /\bbrakeman\b/,
  },
  {
    gem: /^bundler-audit$/,
    check: 'audit',
    program: 'bundler-audit check --update',
    flags: /\bbundler?[- ]audit()\b/,
    onlyWith: [],
  },
  // guides.rubyonrails.org: what `rails new` writes into its workflow.
  {
    gem: /^importmap-rails$/,
    check: 'audit',
    program: 'importmap audit',
    isOwn: true,
    flags: /\bbin\/importmap audit()(?=\s|$|["'])/,
    onlyWith: [],
  },
];

/** A tool that the bundle has, and that the repository configures or calls; what neither brings rules to another nor is ever called is said. */
export function toolCommand(query: ToolQuery, tool: Tool): Found<readonly LintCommand[]> {
  const { snapshot, bundle, automation } = query;
  const brought = bundle.gem(tool.gem);
  if (!brought) return { value: [], warnings: [] };
  const { directory } = bundle;
  const found = firstCall(snapshot, automation, tool.flags);
  const program = `${tool.isOwn ? 'bin/' : 'bundle exec '}${tool.program}`;
  const isThere = (names: readonly string[]) =>
    ancestors(directory).some((folder) => names.some((name) => snapshot.exists(joinPath(folder, name) ?? name)));
  const isRival = isThere(tool.notWith ?? []);
  const named = found || isRival || isThere(tool.onlyWith) ? null : namedIn(query, tool);
  if (!found && (isRival || !(named || isThere(tool.onlyWith)))) {
    // A tool of the lock file alone is what another gem asks for.
    const isOwn = tool.named !== undefined && !isRival && brought.file !== bundle.lockfile;
    const run = `${program}${tool.usual ?? ''}`;
    return isOwn
      ? onlyDeclared(tool.program, { check: tool.check, run, directory, because: [brought] })
      : { value: [], warnings: [] };
  }
  const because = [found?.because ?? named, brought].filter((evidence) => evidence !== null);
  const run = `${program}${found?.match[1] ?? tool.usual ?? ''}`;
  return { value: [{ check: tool.check, run, directory, because }], warnings: [] };
}

function namedIn({ snapshot, bundle: { directory } }: ToolQuery, { named }: Tool): Evidence | null {
  return named ? toolCall({ snapshot, called: named, files: besides(directory, 'Rakefile') }) : null;
}
