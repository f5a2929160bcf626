import type { UnitDraft } from '../../ecosystem.ts';
import { scriptBody } from '../../ecosystems/node/scripts.ts';
import { readJson } from '../../formats/json.ts';
import { joinPath } from '../../paths.ts';
import { type ShellCommand, shellCommands } from '../../shell/shell.ts';
import type { Snapshot } from '../../snapshot.ts';

/** How a script of package.json is started by its name. */
const CALL = /^(npm|pnpm|yarn|bun)(?: run| run-script)? ([\w:.-]{1,100})$/;

/** The script that a command starts by the package manager of a unit; null where it starts none. */
export function scriptStarted({ manager }: Pick<UnitDraft, 'manager'>, run: string): string | null {
  const [, caller, name = null] = CALL.exec(run) ?? [];
  return caller === programOf(manager) ? name : null;
}

/** As a manager is typed, whatever its release. */
export function programOf(manager: UnitDraft['manager']): string {
  return manager.replace(/-(?:classic|berry)$/, '');
}

/** Programs of other languages, for which package.json is a list of tasks. */
const OTHERS = new Set(
  'dotnet cargo go golangci-lint gofmt mvn ./mvnw gradle ./gradlew sbt php composer bundle rake mix terraform tofu pytest ruff mypy python python3 uv poetry'.split(
    ' ',
  ),
);

/** What a command runs that starts a script, where that is one command of another language. */
export function ofAnotherLanguage(snapshot: Snapshot, call: ShellCommand): ShellCommand[] {
  const [, , name] = CALL.exec(call.run) ?? [];
  const file = joinPath(call.directory, 'package.json');
  if (name === undefined || file === null || !snapshot.has(file)) return [];
  const text = scriptBody(readJson(snapshot, file).value, name) ?? '';
  const { line, directory } = call;
  const found = shellCommands({ lines: [{ text, number: line }], directory });
  return found.filter(({ words: [first = ''] }) => found.length === 1 && OTHERS.has(first) && !/&&|;|\|/.test(text));
}
