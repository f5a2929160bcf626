import { asText } from '../../../workflow/facts/values.ts';
import type { Check } from './check.ts';
import { stepsOf } from './steps.ts';

/** Where the values of commands are written now. `set-env` and `add-path` are refused by runners; the policy insecure-commands names them. */
const FILES: Readonly<Record<string, string>> = { 'set-output': 'GITHUB_OUTPUT', 'save-state': 'GITHUB_STATE' };

/** Commands that a script prints and that runners will not read much longer. (workflow commands) */
export const deprecatedCommands: Check = ({ jobs }) =>
  jobs.flatMap(stepsOf).flatMap(({ step, path }) =>
    [...commandsIn(asText(step.run) ?? '')].map((command) => ({
      rule: 'deprecated-command' as const,
      path: [...path, 'run'],
      params: { command, file: FILES[command] ?? '' },
    })),
  );

/** Each once. A line that is commented out prints nothing. */
function commandsIn(script: string): Set<string> {
  const lines = script.includes('::s') ? script.split('\n').filter((line) => !/^\s*(?:#|\/\/|REM )/i.test(line)) : [];
  return new Set(
    lines.flatMap((line) =>
      [...line.matchAll(/::(set-output|save-state) +name=/gi)].flatMap(([, name]) => name?.toLowerCase() ?? []),
    ),
  );
}
