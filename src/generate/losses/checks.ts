import { CHECKS, type Check } from '../../domain/check.ts';
import type { Finding } from '../../domain/finding.ts';
import type { ProjectProfile, Unit } from '../../domain/profile.ts';
import type { Intent } from '../../domain/request.ts';
import { generationFinding } from '../findings.ts';
import { commandsFor, wantedCommands } from '../plan/commands.ts';
import { type Runs, runKey } from './runs.ts';

export interface ChecksInput {
  readonly profile: ProjectProfile;
  /** Of the planned pipeline. */
  readonly intents: readonly Intent[];
  readonly asked: ReadonlySet<Intent>;
  /** What detection alone would run, and what the planned pipeline does or leaves to workflows that do it. */
  readonly before: Runs;
  readonly after: Runs;
  readonly file: string;
}

/** What detection alone would run and the planned pipeline does not: one finding for all of it, an error where nothing remains. */
export function lostChecks(input: ChecksInput): Finding[] {
  const { profile, before, after, file } = input;
  const images = [...before.images].filter((name) => !after.images.has(name));
  const lost = [
    ...profile.units.flatMap((unit) => lostOf(unit, input)),
    ...images.map((name) => `the image of ${name}`),
  ];
  if (lost.length === 0) return [];
  if (!checksAnything(profile, after)) return [generationFinding('NO_CHECK_LEFT', file, { what: 'The request' })];
  return [generationFinding('CHECKS_LOST', file, { what: [...new Set(lost)].join(', ') })];
}

/** One linter may stand in for another; no test, build or audit stands in for another. */
const REPLACEABLE: readonly Check[] = ['lint', 'format', 'typecheck'];

function lostOf(unit: Unit, { profile, intents, asked, before, after }: ChecksInput): string[] {
  return CHECKS.flatMap((check) => {
    const own = commandsFor(unit, check).filter((command) => before.commands.has(runKey(command)));
    const lost = own.filter((command) => !after.commands.has(runKey(command)));
    const isReplaced =
      REPLACEABLE.includes(check) &&
      wantedCommands({ unit, check, intents, profile, asked }).some((command) => after.commands.has(runKey(command)));
    return isReplaced ? [] : lost.map(({ run, directory }) => `\`${run}\` (${check}, in ${directory})`);
  });
}

function checksAnything({ units }: ProjectProfile, { commands, images }: Runs): boolean {
  const own = units.flatMap((unit) => CHECKS.flatMap((check) => commandsFor(unit, check)));
  return images.size > 0 || own.some((command) => commands.has(runKey(command)));
}
