import type { ShellCommand } from '../shell/shell.ts';

/** Options of such a program by which it takes what is there, or brings more: what it starts is the same. (uv, "uv run"; npm, "npx"; pixi, "pixi run") */
const OPTIONS = String.raw`(?: (?:--(?:frozen|locked|no-sync|all-extras|all-groups|dev|quiet|silent|yes|no|no-install|bun)|-[qsy]|--(?:group|extra|environment)[= ][\w.-]{1,60}|-e [\w.-]{1,60})){0,6}`;

/** Programs that run the scripts of a workspace; a package manager starts them by their names as well. */
const ORCHESTRATORS = '(?:turbo|nx|lerna|lage|moon)';

/** What starts a program where the tools of a project are installed, and nothing besides. */
const STARTS = new RegExp(
  String.raw`^(?:(?:uv|poetry|pdm|pipenv|hatch|rye|pixi) run|npx|bunx|(?:pnpm|yarn) (?:exec|dlx)|npm exec|bundle exec|(?:pnpm|yarn)(?= ${ORCHESTRATORS} ))${OPTIONS} (?:-- )?(?=[\w@./])`,
);

/** A command as it is typed where the tools of the project are at hand: `uv run pytest` is `pytest`. */
export function withoutEnvironmentRun(run: string): string {
  return run.replace(STARTS, '');
}

/** The words of such a command behind what starts it there: what stands before the program has no quotes. */
export function withoutEnvironmentWords({ run, words }: Pick<ShellCommand, 'run' | 'words'>): readonly string[] {
  return words.slice(run.split(' ').length - withoutEnvironmentRun(run).split(' ').length);
}
