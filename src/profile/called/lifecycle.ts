import type { ShellCommand } from '../shell/shell.ts';
import { goalCalls } from './build-goals.ts';
import { callsOfEach } from './workspace-call.ts';

/** The compiler over all that its configuration names, whatever is kept of it. (typescriptlang.org, "tsc CLI Options") */
const TYPES_CHECKED =
  /^((?:npx |pnpm exec |bunx )?(?:vue-)?tsc)(?: (?:-b|--build|(?:-p|--project)[ =](?:\.\/?|(?:\.\/)?tsconfig\.json)|--pretty|--force|-f|--incremental|--declaration|-d|--sourceMap)(?: (?:true|false))?){0,6}$/;

/**
 * What Go's formatter is looked at by, as one that fails where it has something to say: all that these find it finds as well. (gofmt, "Usage";
 * cmd/go, "go fmt")
 */
const FORMATTED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "test -z 'gofmt -l .'",
    ['gofmt -d .', ...['gofmt -l .', 'go fmt ./...'].map((list) => `test -z "$(${list} | tee /dev/stderr)"`)],
  ],
  ["test -z 'go fmt ./...'", ['test -z "$(go fmt ./... | tee /dev/stderr)"']],
]);

/** What allows some of what is denied, or takes errors for less: of `-A dead_code`, `-Wunused` and `--cap-lints warn` each. (rustc, "Lint Levels") */
const FORGIVES = /(?:^| )(?:-[AW]|--(?:allow|warn|force-warn|cap-lints)\b)/;

/** Clippy takes for errors what the compiler is told by a variable to take for them. (doc.rust-lang.org/clippy, "Continuous Integration") */
function denying({ run, environment }: Pick<ShellCommand, 'run' | 'environment'>): string[] {
  const flags = environment.get('RUSTFLAGS') ?? '';
  const isDenied = /(?:^| )-D ?warnings(?: |$)/.test(flags) && !FORGIVES.test(flags);
  return isDenied && /^cargo (?:\+\S{1,80} )?clippy(?= |$)/.test(run) && !run.includes(' -- ')
    ? [`${run} -- -D warnings`]
    : [];
}

/** What asks for more than the command does alone: more that fails it, more tests, all of it anew. (hexdocs.pm, "mix test", "mix compile"; Credo, "mix credo") */
const STRICTER =
  /^(mix (?:test|compile|credo))((?: --(?:warnings-as-errors|all-warnings|force|cover|raise|strict|include[= ][\w:]{1,60})){1,5})$/;

function lessStrict(run: string): string[] {
  const [, program, options = ''] = STRICTER.exec(run) ?? [];
  if (program === undefined) return [];
  return [...(options.includes(' --warnings-as-errors') ? [`${program} --warnings-as-errors`] : []), program];
}

/**
 * A command with those that it is by the very definition of its program: each goal of a build and what that does, each script of a workspace, and nothing is compiled whose
 * types are not checked.
 */
export function withParts<T extends Pick<ShellCommand, 'run' | 'environment'>>(command: T): T[] {
  const [, compiler] = TYPES_CHECKED.exec(command.run) ?? [];
  const checked = compiler === undefined ? [] : [`${compiler} --noEmit`];
  const formatted = FORMATTED.get(command.run) ?? [];
  return [
    command,
    ...[
      ...goalCalls(command.run),
      ...checked,
      ...formatted,
      ...denying(command),
      ...lessStrict(command.run),
      ...callsOfEach(command.run),
    ].map((run) => ({ ...command, run })),
  ];
}
