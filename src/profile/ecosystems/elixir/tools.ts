import type { Evidence } from '../../../domain/evidence.ts';
import type { LintCommand } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { onlyDeclared, toolCall } from '../../harvest/checks/meant.ts';
import { firstMatch } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import type { MixProject } from './project.ts';

/** A project, and what may call a tool of it. */
export interface ToolQuery {
  readonly snapshot: Snapshot;
  readonly project: MixProject;
  /** The applications of an umbrella. */
  readonly members: readonly MixProject[];
  /** What the repository's own pipelines, task runners and scripts start. */
  readonly automation: readonly AutomationLine[];
}

/** A task that a dependency brings. */
interface Tool {
  readonly dependency: string;
  readonly check: string;
  readonly task: string;
  /** A call of the repository's own whose first group holds flags to keep. */
  readonly called: RegExp;
  /** The same in an alias of mix.exs or in a hook, or settings of it that stand there. */
  readonly named: RegExp;
  /** Files of its own. */
  readonly files: readonly string[];
  /** What has it read these. */
  readonly told?: string;
}

export const TOOLS: readonly Tool[] = [
  {
    dependency: 'credo',
    check: 'lint',
    task: 'credo',
    called: /\bmix credo((?: (?:suggest|--strict|--all|-a))*)(?=\s|$|["'])/,
    named: /["'[\s]credo(?=[\s"'])/,
    files: ['.credo.exs', 'config/.credo.exs'],
  },
  {
    dependency: 'dialyxir',
    check: 'typecheck',
    task: 'dialyzer',
    called: /\bmix dialyzer()\b/,
    named: /\bdialyzer:\s|["'[\s]dialyzer(?=[\s"'])/,
    files: ['.dialyzer_ignore.exs', '.dialyzer_ignore', 'dialyzer.ignore-warnings'],
  },
  {
    dependency: 'sobelow',
    check: 'audit',
    task: 'sobelow',
    called: /\bmix sobelow((?: (?:--config|--exit(?: (?:low|medium|high))?|--skip|-i \S{1,80}))*)(?=\s|$|["'])/,
    named: /["'[\s]sobelow(?=[\s"'])/,
    files: ['.sobelow-conf'],
    told: ' --config',
  },
  {
    dependency: 'mix_audit',
    check: 'audit',
    task: 'deps.audit',
    called: /\bmix deps\.audit()\b/,
    named: /["'[\s]deps\.audit(?=[\s"'])/,
    files: [],
  },
];

/** A tool that is declared, and that the repository configures or calls; what it only declares is said. */
export function toolCommand(query: ToolQuery, tool: Tool): Found<readonly LintCommand[]> {
  const { snapshot, project, members, automation } = query;
  const owners = [project, ...members].flatMap((one) => {
    const dependency = one.dependencies.find(({ name }) => name === tool.dependency);
    return dependency ? [{ file: one.file, dependency }] : [];
  });
  const [owner] = owners;
  if (!owner) return { value: [], warnings: [] };
  const { directory } = project;
  const declared = snapshot.evidence(owner.file, owner.dependency.line);
  const found = firstCall(snapshot, automation, tool.called);
  const settings = tool.files.flatMap((name) => joinPath(directory, name) ?? []).find((file) => snapshot.has(file));
  const meant = found?.because ?? (settings ? snapshot.evidence(settings, 1) : namedIn(query, tool));
  const flags = found?.match[1] ?? (settings ? (tool.told ?? '') : '');
  const environment = owner.dependency.isForTests ? 'MIX_ENV=test ' : '';
  const command = { check: tool.check, run: `${environment}mix ${tool.task}${flags}`, directory };
  return meant
    ? { value: [{ ...command, because: [meant, declared] }], warnings: [] }
    : onlyDeclared(tool.dependency, { ...command, because: [declared] });
}

/** An alias or settings in mix.exs, where the dependency itself is written with a colon before it; else a hook, or a part of a longer call. */
function namedIn({ snapshot, project, members }: ToolQuery, { named, task, dependency }: Tool): Evidence | null {
  for (const { file } of [project, ...members]) {
    const found = firstMatch(snapshot.text(file) ?? '', named);
    if (found) return snapshot.evidence(file, found.line);
  }
  const called = new RegExp(`\\bmix (?:do [^#]{0,200})?${task}\\b|\\bid: (?:mix-)?${dependency}\\b`);
  return toolCall({ snapshot, called });
}
