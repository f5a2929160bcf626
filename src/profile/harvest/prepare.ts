import type { Command } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PipelineCall } from './calls.ts';

/** A file of settings that a repository keeps as an example, copied to where programs look for it. */
const COPY = /^cp (?:\.\/)?(\.env[\w.-]{0,60}) (?:\.\/)?(\.env[\w.-]{0,60})$/;

/** An empty database for tests, where a file holds it. */
const EMPTY = /^touch (?:\.\/)?([\w-][\w./-]{0,100}\.(?:sqlite3?|db))$/;

/** What pipelines copy before they run anything in a unit's folder, where the example is there and the copy is not, and the empty files of databases that they make. */
export function preparations(
  snapshot: Snapshot,
  { directory, commands }: UnitDraft,
  calls: readonly PipelineCall[],
): Command[] {
  const known = commands.install.map(({ run }) => run);
  const copies = calls.filter(({ run }) => {
    const [, example, copy] = COPY.exec(run) ?? [];
    const has = (name: string) => snapshot.has(joinPath(directory, name) ?? name);
    const empty = EMPTY.exec(run)?.[1];
    if (empty !== undefined) return !has(empty) && !known.includes(run);
    return example !== undefined && copy !== undefined && !known.includes(run) && has(example) && !has(copy);
  });
  const once = new Map(copies.toReversed().map(({ run, because }) => [run, { run, directory, because }]));
  return [...once.values()].reverse();
}

/** The unit without what would copy something else over what a pipeline copies, and go on from there. */
export function withoutCopies(draft: UnitDraft, copies: readonly Command[]): UnitDraft {
  const targets = new Set(copies.flatMap(({ run }) => COPY.exec(run)?.[2] ?? []));
  const isOver = ({ run }: Command) => targets.has(COPY.exec(run.split(' && ', 1)[0] ?? '')?.[2] ?? '');
  const test = draft.commands.test.filter((command) => !isOver(command));
  return targets.size === 0 ? draft : { ...draft, commands: { ...draft.commands, test } };
}
