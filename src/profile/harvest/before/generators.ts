import { firstOfEach } from '../../../domain/grouped.ts';
import { withoutVariables } from '../../../domain/in-front.ts';
import type { Command } from '../../../domain/profile.ts';
import { CODE_GENERATORS } from '../../code-generators.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { baseName } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import { isLeftToTasks } from '../calls.ts';
import { checkRuns, isLedBy, type StartedCall } from '../runner-calls.ts';
import { directivePrograms } from './go-directives.ts';
import { isPlain, programOf, startsOwn, underManager } from './own-programs.ts';
import { isTestOf } from './settings.ts';

/** Words of the names under which people keep what writes code. */
const NAMES = new Set([
  ...['generate', 'generated', 'generator', 'gen', 'codegen', 'proto', 'protos', 'protobuf', 'protoc', 'grpc'],
  ...['mock', 'mocks', 'stubs', 'sqlc', 'templ', 'openapi', 'swagger', 'graphql', 'prisma', 'bindings'],
]);

/**
 * The unit with what its own tasks make before they check it, after what it installs: code that is written and not kept is not there after
 * a checkout. Taken where no pipeline says what is run there, and where what it starts comes with the unit's language.
 */
export function withGenerated(snapshot: Snapshot, draft: UnitDraft): UnitDraft {
  const { directory, commands } = draft;
  if (!isLeftToTasks(snapshot, directory)) return draft;
  for (const run of checkRuns(snapshot)) {
    const found = generatorsIn(snapshot, draft, run);
    const known = commands.install.map((command) => command.run);
    const missing = found.filter((command) => !known.includes(command.run));
    if (missing.length > 0) return { ...draft, commands: { ...commands, install: [...commands.install, ...missing] } };
  }
  return draft;
}

/** The commands by which a task makes code before the first check of the unit; none where one of them cannot be started in its jobs. */
function generatorsIn(snapshot: Snapshot, draft: UnitDraft, run: readonly StartedCall[]): Command[] {
  const at = run.findIndex((call) => call.directory === draft.directory && checks(draft, call));
  const made = run.slice(0, Math.max(at, 0)).filter(isGenerator);
  const own = made.filter((call) => isStarted(snapshot, draft, { call, made }));
  const places = new Set([draft.directory, ...own.map(({ directory }) => directory)]);
  const isWhole = made.every((call) => own.includes(call) || !places.has(call.directory));
  if (own.length === 0 || !isWhole) return [];
  return firstOfEach(own, ({ run: typed, directory }) => `${directory}\0${typed}`).map((call) => ({
    run: underManager(call.run, draft.commands.test),
    directory: call.directory,
    because: call.because,
  }));
}

/** Whether a call is one of the unit's own checks: a test of its language, or by a program that it is checked with. */
function checks({ ecosystem, commands: { lint, test, build } }: UnitDraft, call: StartedCall): boolean {
  const programs = [...lint, ...test, ...build].map(({ run }) => programOf(run));
  return !isGenerator(call) && (isTestOf(ecosystem, call.run) || programs.includes(programOf(call.run)));
}

function isGenerator(call: StartedCall): boolean {
  return CODE_GENERATORS.test(call.run) || isLedBy(call, NAMES);
}

function isStarted(
  snapshot: Snapshot,
  { directory, ecosystem }: UnitDraft,
  { call, made }: { readonly call: StartedCall; readonly made: readonly StartedCall[] },
): boolean {
  const { run } = call;
  const brought = ecosystem === 'go' ? made.slice(0, made.indexOf(call)).flatMap(installedProgram) : [];
  if (brought.includes(programOf(run))) return isPlain(run);
  if (!startsOwn(ecosystem, run)) return false;
  if (!/^go generate\b/.test(withoutVariables(run))) return true;
  return (
    call.directory === directory &&
    directivePrograms(snapshot, directory).every((it) => it === 'go' || brought.includes(it))
  );
}

/** The program that `go install` builds of a package. (cmd/go, "Compile and install packages and dependencies") */
function installedProgram({ run }: StartedCall): string[] {
  const [, path = ''] = /^go install (\S{1,200})@\S+$/.exec(run) ?? [];
  const name = baseName(path.replace(/\/v\d{1,3}$/, ''));
  return name === '' ? [] : [name];
}
