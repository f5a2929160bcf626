import type { LintCommand } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { CHECKS_FORMAT, LINTS, TYPECHECKS, WRITES } from '../../ecosystems/node/checks.ts';
import { byName, scriptBody, scriptText, usableScript } from '../../ecosystems/node/scripts.ts';
import { readJson } from '../../formats/json.ts';
import type { Manifest } from '../../formats/manifest.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PipelineCall } from '../calls.ts';
import { kindOfName, makesDocuments } from './kinds.ts';
import { programOf, scriptStarted } from './package-script.ts';

/** The checks that pipelines start by the names of scripts, in the folder of a unit, and that no command of the unit runs already. */
export function scriptCalls(snapshot: Snapshot, unit: UnitDraft, calls: readonly PipelineCall[]): LintCommand[] {
  const { value: manifest } = readJson(snapshot, joinPath(unit.directory, 'package.json') ?? '');
  // Of several that run the same, the first.
  const names = manifest.keys(['scripts']).toReversed();
  const named = new Map(names.map((name) => [scriptBody(manifest, name) ?? '', name]));
  const here = calls.flatMap((call) => {
    const name = scriptStarted(unit, call.run);
    return name === null ? writtenOut(named, programOf(unit.manager), call) : [{ call, name }];
  });
  if (here.length === 0) return [];
  const isDone = doneBy(unit, manifest);
  return here.flatMap(({ call: { run, directory, because }, name }) => {
    const check = checkOf(manifest, name);
    if (check === null || isDone(name)) return [];
    return [{ check, run, directory, because: [...because, manifest.evidence(['scripts', name])] }];
  });
}

/** A script that a pipeline does not name, though it runs all that the script does, as one call of the same program. */
function writtenOut(named: ReadonlyMap<string, string>, program: string, call: PipelineCall) {
  const name = named.get(executed(call.run) ?? '');
  return name === undefined ? [] : [{ call: { ...call, run: `${program} run ${name}` }, name }];
}

const EXECUTES = /^(?:npx|bunx|(?:npm|pnpm|yarn|bun) (?:exec|x)|yarn)(?: --)? ([\w@-].*)$/;

/** A program of the package's own, written out, with what it is told: behind its runner, or by its path; null where a command starts none. */
export function executed(run: string): string | null {
  const plain = byName(run);
  return plain === run ? (EXECUTES.exec(run)?.[1] ?? null) : plain;
}

/** What a script checks, by its name, and types by its text; null where that is nothing, or it would change files or not end. */
function checkOf(manifest: Manifest, name: string): string | null {
  const kind = kindOfName(name);
  const text = scriptText(manifest, name);
  if (kind === null || kind === 'test' || makesDocuments(name) || WRITES.test(text)) return null;
  if (kind === 'format' && !CHECKS_FORMAT.test(text)) return null;
  const isOfTypes = kind === 'lint' && TYPECHECKS.test(text) && !LINTS.test(text);
  return usableScript(manifest, [name]) === null ? null : isOfTypes ? 'typecheck' : kind;
}

/** Whether the unit's commands run what a script runs, or it runs what they do. */
function doneBy({ commands: { lint, test, build } }: UnitDraft, manifest: Manifest): (name: string) => boolean {
  const runs = [...lint, ...test, ...build].map(({ run }) => run);
  const done = startedScripts(runs, manifest);
  const bodies = done.flatMap((name) => scriptBody(manifest, name) ?? []);
  const covered = [...runs, ...done.map((name) => scriptText(manifest, name))].join('\n');
  return (name) => {
    const text = scriptText(manifest, name);
    return covered.includes(scriptBody(manifest, name) ?? '') || bodies.some((body) => text.includes(body));
  };
}

/** The scripts that some commands start by their names. */
export function startedScripts(runs: readonly string[], manifest: Manifest): string[] {
  const words = new Set(runs.flatMap((run) => run.split(' ')));
  return manifest.keys(['scripts']).filter((name) => words.has(name));
}
