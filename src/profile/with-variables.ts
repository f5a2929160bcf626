import type { Evidence } from '../domain/evidence.ts';
import type { Command } from '../domain/profile.ts';
import { shellWord } from './shell-word.ts';

/** A variable and its value. */
export type Setting = readonly [name: string, value: string];

/** A variable in front reaches one program, and not what a pipe or the next command starts. */
const STARTS_ONE_PROGRAM = /^[^|;&()]+$/;

/** The command with variables in front of it, for the reasons given; one that it sets itself stays. */
export function withVariables(command: Command, settings: readonly Setting[], because: readonly Evidence[]): Command {
  const missing = settings.filter(([name]) => !command.run.includes(`${name}=`));
  if (missing.length === 0 || !STARTS_ONE_PROGRAM.test(command.run)) return command;
  const words = missing.map(([name, value]) => `${name}=${shellWord(value)}`);
  return { ...command, run: [...words, command.run].join(' '), because: [...command.because, ...because] };
}

const IN_FRONT = /^([A-Za-z_]\w{0,60})=('[^']{0,200}'|[^\s']{0,200})\s{1,8}/;

/** The command without the variables in front of it. */
export function withoutVariables(run: string): string {
  const found = IN_FRONT.exec(run);
  return found ? withoutVariables(run.slice(found[0].length)) : run;
}

/** The variables in front of a command. */
export function variablesOf(run: string): readonly Setting[] {
  const found = IN_FRONT.exec(run);
  if (!found) return [];
  const [whole, name = '', value = ''] = found;
  return [[name, value.replaceAll("'", '')], ...variablesOf(run.slice(whole.length))];
}
