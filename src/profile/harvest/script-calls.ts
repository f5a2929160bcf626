import type { LintCommand } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { CHECKS_FORMAT, WRITES } from '../ecosystems/node/checks.ts';
import { scriptBody, scriptText, usableScript } from '../ecosystems/node/scripts.ts';
import { readJson } from '../json.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PipelineCall } from './calls.ts';
import { kindOfName } from './kinds.ts';

const CALL = /^(npm run|npm run-script|pnpm run|pnpm|yarn run|yarn|bun run) ([\w:.-]{1,100})$/;

/** The checks that pipelines start by the names of scripts, and that no command of the unit runs already. */
export function scriptCalls(snapshot: Snapshot, unit: UnitDraft, calls: readonly PipelineCall[]): LintCommand[] {
  const here = calls.filter(({ run }) => CALL.test(run));
  if (here.length === 0) return [];
  const { value: manifest } = readJson(snapshot, joinPath(unit.directory, 'package.json') ?? '');
  const { lint, test, build } = unit.commands;
  const runs = [...lint, ...test, ...build].map(({ run }) => run);
  const done = manifest.keys(['scripts']).filter((name) => runs.some((run) => run.split(' ').includes(name)));
  const covered = [...runs, ...done.map((name) => scriptText(manifest, name))].join('\n');
  return here.flatMap(({ run, directory, because }) => {
    const [, caller = '', name = ''] = CALL.exec(run) ?? [];
    const kind = kindOfName(name);
    const body = scriptBody(manifest, name);
    if (body === null || kind === null || kind === 'test' || MAKES_DOCUMENTS.test(name)) return [];
    if (done.includes(name) || covered.includes(body)) return [];
    if (!caller.startsWith(programOf(unit))) return [];
    const text = scriptText(manifest, name);
    const repeats = done.some((other) => text.includes(scriptBody(manifest, other) ?? '\0'));
    const isFormat = kind === 'format' && !CHECKS_FORMAT.test(text);
    if (repeats || isFormat || WRITES.test(text) || usableScript(manifest, [name]) === null) return [];
    return [{ check: kind, run, directory, because: [...because, manifest.evidence(['scripts', name])] }];
  });
}

/** For a language's own tool that is a check; for a script it makes a site. */
const MAKES_DOCUMENTS = /(?:^|[:_.-])docs?(?:$|[:_.-])/;

/** The program of the unit's manager. */
function programOf({ manager }: UnitDraft): string {
  return manager.replace(/-(?:classic|berry)$/, '');
}
