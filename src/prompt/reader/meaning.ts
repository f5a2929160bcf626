import type { Check } from '../../domain/check.ts';
import type { System } from '../../domain/matrix.ts';
import type { EcosystemName, Registry } from '../../domain/profile.ts';
import type { Selector, TRIGGERS } from '../../domain/request.ts';

export type EventName = (typeof TRIGGERS)[number];

/** What a word or phrase of the vocabulary means. The union is closed: what has no meaning here is asked about. */
export type Meaning =
  /** Says nothing that changes a wish. */
  | { readonly tag: 'filler' }
  /** Between wishes and between items of a list. */
  | { readonly tag: 'join' }
  /** A verb that wants something to be there; `isKept` where it denies that it goes away. */
  | { readonly tag: 'do'; readonly isKept?: boolean }
  | { readonly tag: 'with' }
  /** Gives something that is there another value, which must be said whole: `to 20 minutes`, never `by 5 minutes`. */
  | { readonly tag: 'adjust' }
  | { readonly tag: 'remove'; readonly isStop: boolean }
  | { readonly tag: 'except' }
  | { readonly tag: 'only' }
  /** Leaves open whether it is meant. */
  | { readonly tag: 'doubt' }
  /** Wants something beside what is there. */
  | { readonly tag: 'also' }
  /** Limits or turns a wish in a way that nothing here can do: nobody claims it. */
  | { readonly tag: 'limit' }
  | { readonly tag: 'when' }
  | { readonly tag: 'after' }
  /** Begins a reason, which changes no wish. */
  | { readonly tag: 'reason' }
  | { readonly tag: 'pronoun' }
  | { readonly tag: 'gate' }
  | { readonly tag: 'merge' }
  | { readonly tag: 'fault' }
  | { readonly tag: 'check'; readonly check: Check; readonly isNoun: boolean }
  | {
      readonly tag: 'tool';
      readonly tool: string;
      readonly checks: readonly Check[];
      readonly ecosystems: readonly EcosystemName[];
    }
  /** A language stands for the ecosystems that its code may be of. */
  | { readonly tag: 'language'; readonly tool: string | null; readonly ecosystems: readonly EcosystemName[] }
  /** Several where a name is that of more than one thing. */
  | { readonly tag: 'selector'; readonly selectors: readonly Selector[] }
  /** All but those that were named before it. */
  | { readonly tag: 'rest' }
  | { readonly tag: 'system'; readonly system: System }
  | { readonly tag: 'number'; readonly value: string }
  | { readonly tag: 'versions'; readonly tool: string | null; readonly values: readonly string[] }
  /** Versions from one to another, of which nobody knows those between. */
  | { readonly tag: 'span'; readonly tool: string | null; readonly from: string; readonly to: string }
  | { readonly tag: 'version-word' }
  | { readonly tag: 'percent'; readonly value: number }
  | { readonly tag: 'percent-word' }
  | { readonly tag: 'bound' }
  | { readonly tag: 'minutes'; readonly value: number }
  | { readonly tag: 'unit'; readonly minutes: number }
  | { readonly tag: 'timeout' }
  | { readonly tag: 'database'; readonly service: string; readonly version?: string }
  | { readonly tag: 'container' }
  /** A version in the place of a tag's name; `isBefore` where it stands before the word `tags` and holds it. */
  | { readonly tag: 'tag-name'; readonly name: string; readonly isBefore: boolean }
  | { readonly tag: 'event'; readonly on: EventName }
  | { readonly tag: 'branch'; readonly name: string | null }
  | { readonly tag: 'branch-word' }
  | { readonly tag: 'pipeline' }
  | { readonly tag: 'touching' }
  | { readonly tag: 'every' }
  | { readonly tag: 'day'; readonly days: string | null }
  | { readonly tag: 'time'; readonly hour: number; readonly minute: number }
  | { readonly tag: 'zone' }
  | { readonly tag: 'cron'; readonly cron: string }
  | { readonly tag: 'image' }
  | { readonly tag: 'push' }
  | { readonly tag: 'scan' }
  | { readonly tag: 'flaws' }
  | { readonly tag: 'dependencies' }
  | { readonly tag: 'secrets' }
  | { readonly tag: 'leak' }
  | { readonly tag: 'extra'; readonly extra: 'sbom' | 'sign' | 'provenance' }
  | { readonly tag: 'platform'; readonly platform: string }
  | { readonly tag: 'many-platforms' }
  | { readonly tag: 'host'; readonly host: string }
  | { readonly tag: 'registry-word' }
  | { readonly tag: 'publish' }
  | { readonly tag: 'packages'; readonly registry: Registry; readonly ecosystems: readonly EcosystemName[] }
  | { readonly tag: 'deploy' }
  | { readonly tag: 'environment'; readonly name: string }
  | { readonly tag: 'through'; readonly through: 'argo-cd' | 'helm' }
  | { readonly tag: 'approval' }
  | { readonly tag: 'chart' }
  | { readonly tag: 'replicas'; readonly value?: number }
  | { readonly tag: 'scaling' }
  | { readonly tag: 'cpu'; readonly value?: string }
  | { readonly tag: 'memory'; readonly value?: string }
  | { readonly tag: 'quantity'; readonly value: string }
  | { readonly tag: 'host-word' }
  | { readonly tag: 'mesh'; readonly mesh: 'istio' | 'linkerd' | null }
  | { readonly tag: 'runner' }
  | { readonly tag: 'label'; readonly label: string }
  | { readonly tag: 'label-word' }
  | { readonly tag: 'path'; readonly path: string }
  | { readonly tag: 'code'; readonly text: string }
  | { readonly tag: 'quoted'; readonly text: string }
  | { readonly tag: 'step' }
  | { readonly tag: 'named' }
  | { readonly tag: 'off' }
  /** Something else that people ask of pipelines, with what is so instead. */
  | { readonly tag: 'unavailable'; readonly why: string }
  /** How something is, or what somebody thinks of it: a reason for a wish, and a part of none. */
  | { readonly tag: 'mood' }
  | { readonly tag: 'unknown' };

export type Tag = Meaning['tag'];
export type Of<T extends Tag> = Extract<Meaning, { tag: T }>;

/** A meaning in the place where it was said. `words` is what was written. */
export interface Atom {
  readonly meaning: Meaning;
  readonly words: string;
}

export const FILLER: Meaning = { tag: 'filler' };

export function withMeaning(atom: Atom, meaning: Meaning): Atom {
  return { ...atom, meaning };
}
