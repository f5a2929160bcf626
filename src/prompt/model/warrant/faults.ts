import { hasInvisible } from '../../../domain/invisible.ts';
import type { Intent, Question } from '../../../domain/request.ts';
import type { ModelAnswer } from '../answer.ts';
import type { Fault } from './fault.ts';
import { ungrounded } from './grounding.ts';
import type { Objection } from './objection.ts';
import { unwarranted } from './unwarranted.ts';
import type { Warrant } from './warrant.ts';

/** All that is wrong with what an answer means. Beside a refusal nothing else counts, beside a question no intent: they are not acted on. */
export function faultsOf({ intents, questions, refused }: ModelAnswer, warrant: Warrant): Fault[] {
  if (refused.length > 0)
    return refused.flatMap(({ words }, at) =>
      warrant.utterances.quotes(words) ? [] : [unquoted(`refused.${at}.words`)],
    );
  if (questions.length > 0)
    return questions.flatMap((question, at) => faultsOfQuestion(question, `questions.${at}`, warrant));
  if (intents.length === 0) return [EMPTY_ANSWER];
  return intents.flatMap((intent, at) => faultsOfIntent(intent, `intents.${at}`, warrant));
}

const EMPTY_ANSWER: Fault = {
  at: '',
  text: 'There is no intent, no question and no refusal. Say what the words want, or ask.',
  question: null,
};

function faultsOfIntent(intent: Intent, at: string, warrant: Warrant): Fault[] {
  const missing = ungrounded(intent, warrant.profile);
  const reasons = missing.length > 0 ? missing : alike(unwarranted(intent, warrant));
  return reasons.map((reason) => ({
    at: `${at}.${reason.at}`,
    text: `${reason.text} Leave it out, or mend it, unless the words say it; where they are not clear, ask.`,
    question: questionOf(reason),
  }));
}

/** The sentence is that of the whole intent: where one value of it was not said, none of its questions offers it. */
function alike(reasons: readonly Objection[]): readonly Objection[] {
  return reasons.every(({ choices }) => choices.length > 0) ? reasons : reasons.map((it) => ({ ...it, choices: [] }));
}

function questionOf({ about, text, choices }: Objection): Question {
  return { about: withoutLinks(about), text: withoutLinks(text), choices: choices.slice(0, MOST_CHOICES) };
}

/** A question quotes what a model wanted: nobody is to follow a link in it. */
function withoutLinks(text: string): string {
  return text.replace(/[a-z][a-z0-9+.-]{0,20}:\/\/[^\s`]*/gi, '[link]');
}

const MOST_CHOICES = 20;

/** Where a person could be led to by a question that somebody else had a model ask. */
const LEADS_AWAY = /https?:|www\.|:\/\/|mailto:|<[a-z/!]|\]\(|\bsecrets?\.|\btoken\b|\bpassword\b|\bapi key\b/i;

/** Names with dots in them: of hosts, unless they are versions, files, or places that everybody knows. */
const DOTTED = /[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const HARMLESS =
  /^[\d.x-]+$|\.(?:json|ya?ml|toml|mod|md|txt|[cm]?js|[cm]?ts|py|go|rs|java|xml|gradle|kts|lock|cfg|ini|sh)$|^(?:node\.js|ghcr\.io|docker\.io|pypi\.org|crates\.io|nuget\.org|rubygems\.org)$/i;

function faultsOfQuestion({ about, text, choices }: Question, at: string, { utterances: said }: Warrant): Fault[] {
  const isLeading = (line: string) =>
    hasInvisible(line) ||
    (LEADS_AWAY.test(line) && !said.quotes(line)) ||
    (line.match(DOTTED) ?? []).some((name) => !HARMLESS.test(name) && !said.names(name));
  if (![about, text, ...choices].some(isLeading)) return [];
  const why =
    'A question names no addresses, links, hosts, tokens or passwords that nobody has said. Ask without them.';
  return [{ at, text: why, question: null }];
}

function unquoted(at: string): Fault {
  return {
    at,
    text: 'Only what people have said in the request is refused: quote their words as they stand there.',
    question: null,
  };
}
