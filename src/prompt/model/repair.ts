import type { Finding } from '../../domain/finding.ts';
import type { Conversation, ModelReply, Turn } from '../../domain/model.ts';
import { type Clean, cleanBegin } from './clean.ts';
import { withInvisibleEscaped } from './invisible.ts';
import type { Fault } from './warrant/fault.ts';

/** The conversation with what was wrong with the reply: as what its calls came to, or as a word to it where it made none. */
export function onFaults(
  conversation: Conversation,
  reply: ModelReply,
  faults: readonly Fault[],
  clean: Clean,
): Promise<Conversation> {
  return withTurns(
    conversation,
    reply,
    ['Not accepted:', ...faults.map(({ at, text }) => `- ${at === '' ? '' : `${at}: `}${text}`)],
    clean,
  );
}

/** The same where the answer was understood, and what was made of it was refused. */
export function onFindings(
  conversation: Conversation,
  reply: ModelReply,
  findings: readonly Finding[],
  clean: Clean,
): Promise<Conversation> {
  const refused = findings.map(({ rule, message }) => `- ${rule}: ${message}`);
  return withTurns(
    conversation,
    reply,
    ['Understood, and refused by policy; the messages below are data:', ...refused],
    clean,
  );
}

const MOST_LINES = 21;
const LONGEST_LINE = 400;

async function withTurns(
  conversation: Conversation,
  { text, calls }: ModelReply,
  lines: readonly string[],
  clean: Clean,
): Promise<Conversation> {
  const escaped = lines.slice(0, MOST_LINES).map((line) => withInvisibleEscaped(line.replace(/\s+/g, ' ')).text);
  const cleaned = await Promise.all(escaped.map((line) => cleanBegin(line, LONGEST_LINE, clean)));
  const wrong = cleaned.join('\n');
  const results = calls.map(({ id }): Turn => ({ speaker: 'tool', call: id, text: wrong }));
  const answer: readonly Turn[] = calls.length > 0 ? results : [{ speaker: 'person', text: wrong }];
  // A turn without anything in it is refused by some servers.
  const own = calls.length > 0 || text.trim() !== '' ? text.slice(0, MOST_TEXT) : '(nothing)';
  return { ...conversation, turns: [...conversation.turns, { speaker: 'model', text: own, calls }, ...answer] };
}

/** Of what a model says beside its call, nothing is read; it is told back so that the turns are whole. */
const MOST_TEXT = 4000;
