import { type Actor, OPT_OUT_LABEL, type PullRequest, type Trigger } from '../../domain/event.ts';
import { isNamedBot, LIKELY_WRITERS } from '../people.ts';
import { isAsking } from './command.ts';

/** Why nothing is done for whoever started the run, as a sentence; null where they are served. `bots` are the logins of `settings.bots`. */
export function whyNotServed(trigger: Trigger, bots: readonly string[] = []): string | null {
  switch (trigger.kind) {
    case 'pull-request':
      return whyPullRequestNotServed(trigger.pullRequest, bots);
    case 'comment':
      return whyCommentNotServed(trigger, bots);
    case 'command-line':
    case 'push':
    case 'workflow-dispatch':
    case 'schedule':
    case 'repository-dispatch':
      return null;
  }
}

/** Why a pull request is let alone by its labels, as a sentence; null where it is not. Labels are as they are now: somebody may have just put it there. */
export function whyOptedOut(labels: readonly string[]): string | null {
  const isOut = labels.some((label) => label.trim().toLowerCase() === OPT_OUT_LABEL);
  return isOut ? `The label '${OPT_OUT_LABEL}' takes this pull request out; remove it to be served again.` : null;
}

function whyPullRequestNotServed({ isDraft, author, labels }: PullRequest, bots: readonly string[]): string | null {
  const draft = isDraft
    ? 'This pull request is a draft; it is served once it is ready for review (list ready_for_review among the types of pull_request).'
    : null;
  return whyOptedOut(labels) ?? whyBotNotServed(author, bots) ?? draft;
}

function whyCommentNotServed(
  { at, comment }: Extract<Trigger, { kind: 'comment' }>,
  bots: readonly string[],
): string | null {
  const { author, association, isEdited } = comment;
  // An edit is made by others too, and does not tell by whom.
  if (isEdited) return 'The comment was edited, and only new ones are commands; write it anew.';
  // A bot that answers another one would never come to an end.
  const why = whyOptedOut(at.labels) ?? whyBotNotServed(author, bots);
  // Whose words count GitHub itself is asked: see `whyNoWriter`.
  return isAsking(comment.body) ? why : (why ?? whyMayNotCommand(author, association, at.author));
}

/**
 * Who may have it proposed anew, or ask for help: whoever opened the pull request may too. Anybody else could have our work done, and the
 * comment written anew, as often as they like. A bot that has come so far is named in the settings.
 */
function whyMayNotCommand({ login, isBot }: Actor, association: string, opener: string | null): string | null {
  if (isBot || login === opener || LIKELY_WRITERS.includes(association)) return null;
  return `${login} is neither the author of this pull request nor an owner, a member or a collaborator here, so the comment is no command.`;
}

function whyBotNotServed(actor: Actor, bots: readonly string[]): string | null {
  if (!actor.isBot || isNamedBot(actor, bots)) return null;
  const { login } = actor;
  return `${login} is a bot; to serve it, add "${login}" to settings.bots in .github/agent-generate.yml.`;
}
