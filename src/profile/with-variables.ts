import type { Evidence } from '../domain/evidence.ts';
import type { Setting } from '../domain/in-front.ts';
import type { Command } from '../domain/profile.ts';
import { shellWord } from './shell-word.ts';

/** A variable in front reaches one program, and not what a pipe or the next command starts. */
const STARTS_ONE_PROGRAM = /^[^|;&()]+$/;

/** The command with variables in front of it, for the reasons given; one that it sets itself stays. */
export function withVariables(command: Command, settings: readonly Setting[], because: readonly Evidence[]): Command {
  const missing = settings.filter(([name]) => !command.run.includes(`${name}=`));
  if (missing.length === 0 || !STARTS_ONE_PROGRAM.test(command.run)) return command;
  const words = missing.map(([name, value]) => `${name}=${shellWord(value)}`);
  return { ...command, run: [...words, command.run].join(' '), because: [...command.because, ...because] };
}
