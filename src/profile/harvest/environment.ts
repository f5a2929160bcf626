import type { Command } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { shellWord } from '../shell-word.ts';
import type { PipelineCall } from './calls.ts';
import { TEST_SETTINGS } from './settings.ts';

const TESTS =
  /(?:^|[\s/:.-])(?:tests?|pytest|rspec|phpunit|pest|nextest|jest|vitest|mocha|verify|check|tox|nox)(?=$|[\s:.-])/;

/** What pipelines set for the tests of a unit, in front of its own. */
export function withEnvironment(draft: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const { commands } = draft;
  const call = calls.find(({ run, environment }) => TESTS.test(run) && settings(environment).length > 0);
  if (!call || commands.test.length === 0) return draft;
  return { ...draft, commands: { ...commands, test: commands.test.map((test) => withSettings(test, call)) } };
}

function withSettings(command: Command, call: PipelineCall): Command {
  const missing = settings(call.environment).filter(([name]) => !command.run.includes(`${name}=`));
  if (missing.length === 0 || !STARTS_A_PROGRAM.test(command.run)) return command;
  const words = missing.map(([name, value]) => `${name}=${value === '' ? '' : shellWord(value)}`);
  return { ...command, run: [...words, command.run].join(' '), because: [...command.because, ...call.because] };
}

/** A variable in front reaches one program, and not what a pipe or the next command starts. */
const STARTS_A_PROGRAM = /^[^|;&()]+$/;

function settings(environment: ReadonlyMap<string, string>): [string, string][] {
  return [...environment].filter(([name, value]) => TEST_SETTINGS.has(name) && /^[\w./:,= +-]{0,200}$/.test(value));
}
