import type { GeneratedFile } from '../../domain/changes.ts';
import { type ConfigurationFile, ConfigurationSchema } from '../../domain/configuration.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';
import type { GenerationRequest, Intent } from '../../domain/request.ts';
import { appendTo, replaceScalar } from '../../workflow/append.ts';
import { digestOfJson } from '../../workflow/digest.ts';
import { readYaml } from '../../workflow/document.ts';
import { flowText } from '../adopt/flow.ts';
import { mergeRequests } from '../merge-requests.ts';

export type AskedEntry = NonNullable<ConfigurationFile['asked']>[number];

export interface Accepting {
  /** The configuration as it stands; null where there is none. */
  readonly existing: string | null;
  /** What words came to, lowest first. */
  readonly requests: readonly GenerationRequest[];
  /** The words that it came from. */
  readonly asked: readonly AskedEntry[];
}

/**
 * The configuration with what was asked for in words as a part of it: what people have written there stays, byte for byte, where that can be; else
 * it is printed anew, with their comments. Null where nothing would be another, or the configuration cannot be read. Pure.
 */
export function acceptedFile({ existing, requests, asked }: Accepting): GeneratedFile | null {
  const text = existing ?? HEAD;
  const before = configurationIn(text);
  if (before === null || requests.length === 0) return null;
  const intents = newIntents(
    before.request?.intents ?? [],
    requests.flatMap((request) => request.intents),
  );
  const known = before.asked ?? [];
  const wanted = { intents: [...(before.request?.intents ?? []), ...intents], asked: askedAfter(known, asked) };
  const edit = { intents, known, asked };
  const content = [edited(text, edit), reprinted(text, edit)].find(
    (candidate) => candidate !== null && isAsWanted(candidate, before, wanted),
  );
  if (content === undefined || content === null || content === existing) return null;
  return { path: CONFIGURATION_PATH, content, status: existing === null ? 'added' : 'changed', previous: existing };
}

const HEAD =
  '# What was asked of agent-generate in words, and accepted: it is read at the base branch, and nobody is asked again.\nversion: 1\n';

function configurationIn(text: string): ConfigurationFile | null {
  const parsed = ConfigurationSchema.safeParse(readYaml(text).value);
  return parsed.success ? parsed.data : null;
}

/** Those that change what is there: of two wishes that come to the same one is enough. */
function newIntents(there: readonly Intent[], said: readonly Intent[]): Intent[] {
  const added: Intent[] = [];
  let merged = mergeRequests([{ version: 1, intents: [...there] }]);
  for (const intent of said) {
    const next = mergeRequests([merged, { version: 1, intents: [intent] }]);
    if (digestOfJson(next) === digestOfJson(merged)) continue;
    added.push(intent);
    merged = next;
  }
  return added;
}

/** Of words that are known already the facts are the new ones. */
function askedAfter(known: readonly AskedEntry[], asked: readonly AskedEntry[]): AskedEntry[] {
  const facts = new Map(asked.map((entry) => [entry.words, entry.facts]));
  const words = new Set(known.map((entry) => entry.words));
  return [
    ...known.map((entry) => ({ words: entry.words, facts: facts.get(entry.words) ?? entry.facts })),
    ...asked.filter((entry) => !words.has(entry.words)),
  ];
}

interface Edit {
  readonly intents: readonly Intent[];
  readonly known: readonly AskedEntry[];
  readonly asked: readonly AskedEntry[];
}

/** Null where the text does not let it be done in place. */
function edited(text: string, { intents, known, asked }: Edit): string | null {
  const after = askedAfter(known, asked);
  const withIntents = appendTo(text, ['request', 'intents'], intents.map(flowText));
  const withFacts = known.reduce<string | null>((so, { facts }, index) => {
    const now = after[index]?.facts ?? facts;
    return so === null || now === facts ? so : replaceScalar(so, ['asked', index, 'facts'], now);
  }, withIntents);
  return withFacts && appendTo(withFacts, ['asked'], after.slice(known.length).map(flowText));
}

interface Wanted {
  readonly intents: readonly Intent[];
  readonly asked: readonly AskedEntry[];
}

/** The library keeps comments, and prints everything else in its own way. */
function reprinted(text: string, { intents, known, asked }: Edit): string {
  const { document } = readYaml(text).nodes;
  const add = (path: readonly string[], items: readonly unknown[]) => {
    if (!document.hasIn(path)) document.setIn(path, document.createNode([]));
    for (const item of items) document.addIn(path, document.createNode(item));
  };
  add(['request', 'intents'], intents);
  const after = askedAfter(known, asked);
  for (const index of known.keys()) document.setIn(['asked', index, 'facts'], after[index]?.facts);
  add(['asked'], after.slice(known.length));
  return document.toString();
}

/** What an edit came to is read again: whatever people have written around it, it says what it should and nothing else. */
function isAsWanted(text: string, before: ConfigurationFile, { intents, asked }: Wanted): boolean {
  const after = configurationIn(text);
  if (after === null) return false;
  const request = { ...before.request, intents };
  return digestOfJson(after) === digestOfJson({ ...before, request, asked });
}
