import type { Rung } from '../../../src/domain/proposal.ts';
import type { Provider } from '../../../src/domain/provider.ts';
import type { Answering } from '../../fakes/http-server.ts';
import { type Saying, say } from '../../fakes/model-server.ts';

/** What a server does that speaks the protocol of the provider. */
export type Serving = (provider: Provider) => Answering;

/** Where a model is said to be, and what holds it there. */
export interface Place extends AsyncDisposable {
  readonly url: string;
}

/** A row of docs/faults.md: what goes wrong, and what comes of it, by either protocol. */
export interface Row {
  /** Stands in the first column. */
  readonly fault: string;
  /** What the model's server does; or where it is, if it is none of ours. */
  readonly model: Serving | (() => Promise<Place>);
  /** The highest layer that took part: `model` where the fault was got over. */
  readonly layer: Rung;
  /** Null where everything was done. */
  readonly code: string | null;
  /** Of what the person is told; `<server>` stands for the server's name. */
  readonly told: string;
  /** Seconds that the run has; a few where it uses them up. */
  readonly seconds?: number;
}

export type Group = readonly [title: string, rows: readonly Row[]];

/** A few seconds, with room for a machine that is busy. */
export const ENOUGH_SECONDS = 10;

/** What the model says, every time that it is asked. */
export function saying(words: Saying | ((provider: Provider) => Saying)): Serving {
  return (provider) => (_, response) => say(response, provider, typeof words === 'function' ? words(provider) : words);
}

/** What a server does whatever it is asked, by either protocol. */
export function always(answering: Answering): Serving {
  return () => answering;
}
