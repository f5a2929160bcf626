import { clauseFor, codeOf } from '../clients/fault.ts';
import { ActionError, toActionError } from '../domain/errors.ts';
import { paintWith, printableLine } from '../domain/paint.ts';
import { type CommandLine, readCommandLine } from '../inputs/command-line.ts';
import { readEnvironment } from '../inputs/environment.ts';
import { EXIT } from './exit.ts';
import type { Home } from './home.ts';

/** Runs one command of the command line; gives its exit code. Results go to standard output, everything else to standard error. */
export async function main(argv: readonly string[], home: Home): Promise<number> {
  process.stdout.on('error', (cause) => {
    // A reader that has seen enough (`| head`) changes neither what is done nor the verdict.
    if (codeOf(cause) !== 'EPIPE') process.exit(complain(unheard(cause)));
  });
  // Where complaints cannot be heard, the exit code still can.
  process.stderr.on('error', () => {});
  try {
    return await dispatch(readCommandLine(argv), home);
  } catch (thrown) {
    return complain(toActionError(thrown));
  }
}

async function dispatch(line: CommandLine, home: Home): Promise<number> {
  if ('showPrompt' in line && line.showPrompt) return (await import('./commands/show-prompt.ts')).showPrompt(line);
  switch (line.command) {
    case 'generate':
      return (await import('./commands/generate.ts')).generateCommand(line, home);
    case 'profile':
      return (await import('./commands/profile.ts')).profileCommand(line);
    case 'request':
      return (await import('./commands/request.ts')).requestCommand(line, home);
    case 'validate':
      return (await import('./commands/validate.ts')).validateCommand(line, home);
    case 'explain':
      return (await import('./commands/explain.ts')).explainCommand(line);
    case 'adopt':
      return (await import('./commands/adopt.ts')).adoptCommand(line);
    case 'verify-audit':
      throw new ActionError('NOT_AVAILABLE_YET', 'verify-audit comes later: this version writes no audit log.');
    case 'help':
      process.stdout.write((await import('../inputs/help.ts')).helpText(line.topic));
      return EXIT.done;
  }
}

function unheard(cause: unknown): ActionError {
  return new ActionError('OUTPUT_LOST', `standard output ${clauseFor(cause)}.`, { cause });
}

function complain(error: ActionError): number {
  const { red, bold, dim } = paintWith(readEnvironment(process.stderr.isTTY === true).color);
  const message = printableLine(error.message);
  process.stderr.write(`${red(bold(`error ${error.code}`))}: ${message}\n${dim(`  ${error.help}`)}\n`);
  if (error.code === 'INTERRUPTED') return EXIT.interrupted;
  return error.blame === 'input' ? EXIT.input : EXIT.broken;
}
