import type { Command } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { shellWord } from '../shell-word.ts';
import type { PipelineCall } from './calls.ts';
import { testSettings } from './settings.ts';

/** What pipelines set for the tests of a unit, in front of its own. */
export function withEnvironment(draft: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const { commands, ecosystem } = draft;
  for (const { run, environment, because } of calls) {
    const settings = testSettings(ecosystem, run, environment);
    if (settings.length === 0) continue;
    const test = commands.test.map((command) => withSettings(command, settings, because));
    return { ...draft, commands: { ...commands, test } };
  }
  return draft;
}

type Settings = readonly (readonly [name: string, value: string])[];

function withSettings(command: Command, settings: Settings, because: Command['because']): Command {
  const missing = settings.filter(([name]) => !command.run.includes(`${name}=`));
  if (missing.length === 0 || !STARTS_ONE_PROGRAM.test(command.run)) return command;
  const words = missing.map(([name, value]) => `${name}=${value === '' ? '' : shellWord(value)}`);
  return { ...command, run: [...words, command.run].join(' '), because: [...command.because, ...because] };
}

/** A variable in front reaches one program, and not what a pipe or the next command starts. */
const STARTS_ONE_PROGRAM = /^[^|;&()]+$/;
