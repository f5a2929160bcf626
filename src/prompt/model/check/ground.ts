import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Intent, Selector } from '../../../domain/request.ts';
import { isGrounded } from '../../reader/grounding.ts';
import { isKnownPath } from '../../reader/places.ts';
import { ecosystemsIn, nameOf } from '../../reader/selectors.ts';
import type { Reason } from './reason.ts';

/** What an intent names that the repository does not have. */
export function ungrounded(intent: Intent, profile: ProjectProfile): Reason[] {
  const aim = 'for' in intent ? aimless(intent.for, profile) : null;
  return [...(aim ? [aim] : []), ...commandless(intent, profile)];
}

function aimless(selector: Selector, profile: ProjectProfile): Reason | null {
  if ('all' in selector) return null;
  const isThere =
    'ecosystem' in selector
      ? ecosystemsIn(profile).includes(selector.ecosystem)
      : 'service' in selector
        ? profile.services.some(({ name }) => name === selector.service)
        : isKnownPath(selector.path, profile);
  if (isThere) return null;
  const choices = 'path' in selector ? foldersOf(profile) : [...namesOf(profile), ...ecosystemsIn(profile)];
  return {
    at: 'for',
    about: nameOf(selector),
    text: `The repository has nothing that is called ${nameOf(selector)}. What is meant?`,
    choices,
  };
}

function namesOf({ services }: ProjectProfile): string[] {
  return services.map(({ name }) => name);
}

function foldersOf({ units, services }: ProjectProfile): string[] {
  const folders = [...units, ...services].map(({ directory }) => directory).filter((one) => one !== '.');
  return [...new Set(folders)].map((one) => `${one}/**`);
}

function commandless(intent: Intent, profile: ProjectProfile): Reason[] {
  if (intent.kind !== 'custom' && intent.kind !== 'check') return [];
  const { command } = intent;
  if (command === undefined || isGrounded(command, profile)) return [];
  const tasks = profile.tasks
    .filter(({ runner }) => runner !== 'script')
    .map(({ runner, name }) => `${runner} ${name}`);
  return [
    {
      at: 'command',
      about: command,
      text: `The repository has no command \`${command}\`. Which one is meant?`,
      choices: tasks,
    },
  ];
}
