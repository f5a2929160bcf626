import { asText, type Mapping } from './values.ts';

const VARIABLE = 'ACTIONS_ALLOW_UNSECURE_COMMANDS';

/** Whether an `env` lets any output of a program change the environment. The runner takes these words for yes. */
export function allowsCommands(environment: Mapping): boolean {
  return ['true', '1', '$true'].includes(asText(environment[VARIABLE])?.trim().toLowerCase() ?? '');
}

/** Whether a script uses such commands, or allows them to the steps behind it. */
export function printsCommands(run: string): boolean {
  return run
    .split('\n')
    .some(
      (line) =>
        !/^\s*#/.test(line) && /::(?:set-env|add-path)\b|ACTIONS_ALLOW_UNSECURE_COMMANDS=["']?(?:true|1)\b/i.test(line),
    );
}
