import { withoutVariables } from '../../../domain/in-front.ts';
import type { Command, EcosystemName } from '../../../domain/profile.ts';
import { isNever } from '../../ci/never.ts';

/** How the tools of a language, and what its packages bring, are started. */
const STARTS: Partial<Record<EcosystemName, RegExp>> = {
  go: /^go (?:generate|run|tool|install \S{1,200}@\S)/,
  node: /^(?:node [\w./-]|npx |bunx |(?:npm|pnpm|yarn|bun) (?:run|exec|x) )/,
  python: /^(?:(?:uv|poetry|pdm|pipenv|hatch) run |python3? (?:-m [\w.]|[\w./-]+\.py))/,
  rust: /^cargo run /,
  ruby: /^(?:bundle exec |ruby [\w./-])/,
  php: /^(?:php |vendor\/bin\/)/,
};

/** What any machine has. */
const ANYWHERE = /^mkdir (?:-p )?[\w./-]+$/;

/** Words that mean the same to every shell, and nothing that it fills in. */
const PLAIN = /^[\w ./:@=,+"'-]{1,500}$/;

/** A program of the repository's own that gives a database its tables, by its name. */
export const MIGRATION = /\bgo run \S{0,100}\bmigrat(?:e|ions?)\b/;

const MANAGER = /(?:^|\s)((?:uv|poetry|pdm|pipenv|hatch) run )/;

/** A command as the manager starts it that starts the unit's own: people may have put its packages on the path, a job of ours has not. */
export function underManager(run: string, own: readonly Command[]): string {
  const [, manager = ''] = MANAGER.exec(own[0]?.run ?? '') ?? [];
  return MANAGER.test(run) || ANYWHERE.test(run) ? run : `${manager}${run}`;
}

/** Whether a command is plain words that start nothing which no job may start. */
export function isPlain(run: string): boolean {
  return PLAIN.test(run) && !isNever(run);
}

/** Whether a plain command starts what comes with a language, its packages or the repository, so that a job that has installed them can. */
export function startsOwn(ecosystem: EcosystemName, run: string): boolean {
  return isPlain(run) && (ANYWHERE.test(run) || (STARTS[ecosystem]?.test(withoutVariables(run)) ?? false));
}

/** The program that a command starts. */
export function programOf(run: string): string {
  return withoutVariables(run).split(' ', 1)[0] ?? '';
}
