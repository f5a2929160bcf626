import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Intent, Selector } from '../../../domain/request.ts';
import { isKnownPath } from '../../reader/clauses/places.ts';
import { ecosystemsIn, nameOf } from '../../reader/clauses/selectors.ts';
import { isGrounded } from '../../reader/grounding.ts';
import type { Objection } from './objection.ts';

/** What an intent names that the repository does not have. */
export function ungrounded(intent: Intent, profile: ProjectProfile): Objection[] {
  const aim = 'for' in intent ? unknownSelector(intent.for, profile) : null;
  return [...(aim ? [aim] : []), ...unknownCommand(intent, profile)];
}

function unknownSelector(selector: Selector, profile: ProjectProfile): Objection | null {
  if ('all' in selector) return null;
  const isThere =
    'ecosystem' in selector
      ? ecosystemsIn(profile).includes(selector.ecosystem)
      : 'service' in selector
        ? profile.services.some(({ name }) => name === selector.service)
        : isKnownPath(selector.path, profile);
  if (isThere) return null;
  const choices = 'path' in selector ? foldersOf(profile) : [...serviceNames(profile), ...ecosystemsIn(profile)];
  return {
    at: 'for',
    about: nameOf(selector),
    text: `The repository has nothing that is called ${nameOf(selector)}. What is meant?`,
    choices,
  };
}

function serviceNames({ services }: ProjectProfile): string[] {
  return services.map(({ name }) => name);
}

function foldersOf({ units, services }: ProjectProfile): string[] {
  const folders = [...units, ...services].map(({ directory }) => directory).filter((one) => one !== '.');
  return [...new Set(folders)].map((one) => `${one}/**`);
}

function unknownCommand(intent: Intent, profile: ProjectProfile): Objection[] {
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
