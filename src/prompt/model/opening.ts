import type { Conversation } from '../../domain/model.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import type { RepositoryContext } from '../../domain/repository.ts';
import type { Wish } from '../../domain/wish.ts';
import { LEFT_OUT, outgoing } from '../../secrets/outgoing.ts';
import { REDACTED } from '../../secrets/suspicion.ts';
import type { Clean } from './clean.ts';
import { INSTRUCTIONS, PROMPT_DIGEST } from './instructions.ts';
import { withInvisibleEscaped, withoutInvisible } from './invisible.ts';
import { fenced } from './packing/fence.ts';
import { hunkParts } from './packing/hunks.ts';
import { BUDGET, pack } from './packing/pack.ts';
import { changesPart, pipelinePart, profilePart } from './packing/repository.ts';
import type { Part, Section } from './packing/section.ts';
import { TOOL } from './tool.ts';
import { utterancesOf } from './warrant/utterances.ts';
import type { Warrant } from './warrant/warrant.ts';

export interface OpeningRequest {
  /** Lowest first; at least one. */
  readonly wishes: readonly Wish[];
  readonly profile: ProjectProfile;
  readonly context: RepositoryContext;
  /** Values that are known to be secret, such as keys and tokens of the inputs: they leave the machine in no text. */
  readonly known?: readonly string[];
}

/** What a model is told first, and what its answers are held against. */
export interface Opening {
  readonly conversation: Conversation;
  readonly wishes: readonly Wish[];
  readonly warrant: Warrant;
  /** One sentence each, for a person: what was left out, covered, or made visible. */
  readonly notes: readonly string[];
  /** Of what every model is told: PROMPT_DIGEST. */
  readonly promptDigest: string;
  readonly clean: Clean;
}

const MOST_OUTPUT_TOKENS = 4096;

/** What is told of these words and this repository. The same words and facts give the same bytes. */
export async function openingOf({ wishes, profile, context, known = [] }: OpeningRequest): Promise<Opening> {
  const clean = (text: string) => outgoing(text, known);
  const requests = await Promise.all(wishes.map((wish) => requestSection(wish, clean)));
  const facts = [
    await profilePart(profile, clean),
    await pipelinePart(profile, context, clean),
    await changesPart(context, clean),
  ].filter((it) => it !== null);
  const parts = await Promise.all(
    [...facts, ...(await hunkParts(context, clean))].map((part) => sanitised(part, clean)),
  );
  const { packed, omitted } = pack(parts.map(({ part }) => part));
  const notes = notesOf({ context, omitted, requests, parts });
  return {
    conversation: {
      instructions: INSTRUCTIONS,
      tool: TOOL,
      turns: [{ speaker: 'person', text: messageOf(requests, packed, omitted) }],
      mostOutputTokens: MOST_OUTPUT_TOKENS,
    },
    wishes,
    warrant: { utterances: utterancesOf(wishes), profile, defaultBranch: context.defaultBranch },
    notes,
    promptDigest: PROMPT_DIGEST,
    clean,
  };
}

const SOURCES: Readonly<Record<Wish['from'], string>> = {
  'pull-request': 'from the text of the pull request',
  input: "from the action's input",
  'command-line': 'from the command line',
  comment: 'from a comment',
};

async function requestSection({ from, words }: Wish, clean: Clean): Promise<Section> {
  return { title: `Request, ${SOURCES[from]}`, text: await clean(withoutInvisible(words)) };
}

interface SanitisedPart {
  readonly part: Part;
  readonly hasInvisible: boolean;
}

/** Hidden characters are shown before secrets are looked for: one inside of a token would hide it from every pattern. */
async function sanitised({ title, name, text }: Part, clean: Clean): Promise<SanitisedPart> {
  const inside = withInvisibleEscaped(text);
  const cleaned = await clean(inside.text);
  const safe = inside.hasInvisible ? saferOf(cleaned, await clean(withoutInvisible(text))) : cleaned;
  const line = async (it: string) => (await clean(withInvisibleEscaped(it.replace(/\s+/g, ' ')).text)).slice(0, 400);
  return {
    part: { title: await line(title), name: await line(name), text: safe },
    hasInvisible: inside.hasInvisible,
  };
}

/** Of each line the one with more gone: a secret may be one only without its hidden characters. `bare` is the text without them. */
function saferOf(cleaned: string, bare: string): string {
  const [lines, others] = [cleaned.split('\n'), bare.split('\n')];
  if (lines.length !== others.length) return bare;
  return lines.map((line, at) => (goneIn(others[at] ?? '') > goneIn(line) ? (others[at] ?? '') : line)).join('\n');
}

function goneIn(line: string): number {
  return line === LEFT_OUT ? Number.POSITIVE_INFINITY : line.split(REDACTED).length;
}

function messageOf(requests: readonly Section[], packed: readonly Part[], omitted: readonly string[]): string {
  const { nonce, text } = fenced([...requests, ...packed]);
  const missing = omitted.length === 0 ? '' : `\n\nNot told, since there was no room: ${omitted.length} parts.`;
  return `The true lines around data carry the number ${nonce}.\n\n${text}${missing}\n\nCall the tool once for the requests above.`;
}

interface Noted {
  readonly context: RepositoryContext;
  readonly omitted: readonly string[];
  readonly requests: readonly Section[];
  readonly parts: readonly SanitisedPart[];
}

function notesOf({ context, omitted, requests, parts }: Noted): string[] {
  const hidden = parts.filter(({ hasInvisible }) => hasInvisible).map(({ part }) => part.name);
  const texts = [...requests.map(({ text }) => text), ...parts.map(({ part }) => part.text)];
  const covered = texts.reduce((sum, text) => sum + text.split(REDACTED).length - 1, 0);
  return [
    ...(context.changedFiles === null ? ['The model was not told what has changed: no base is known.'] : []),
    ...(omitted.length > 0
      ? [`The model was not told ${listed(omitted)}: at most ${BUDGET} characters of a repository are sent.`]
      : []),
    ...(covered > 0 ? [`${covered} places that may hold a secret were covered before the model was asked.`] : []),
    ...(hidden.length > 0 ? [`There are hidden characters in ${listed(hidden)}: look at them before you merge.`] : []),
  ];
}

const MOST_NAMES = 5;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
