import { deadlineFromNow } from '../../src/clients/deadline.ts';
import type { Judge } from '../../src/domain/judge.ts';
import type { AskedLayer } from '../../src/domain/layer.ts';
import type { Proposal } from '../../src/domain/proposal.ts';
import type { RepositoryContext } from '../../src/domain/repository.ts';
import { type Wish, wishesOf } from '../../src/domain/wish.ts';
import { catalogues } from '../../src/entry/catalogues.ts';
import { profileRepository } from '../../src/profile/profile.ts';
import { modelLayer } from '../../src/prompt/model/layer.ts';
import { type Opening, openingOf } from '../../src/prompt/model/opening.ts';
import { readerLayer } from '../../src/prompt/reader-layers.ts';
import { auditRecord, recordLine } from '../../src/record/record.ts';
import { run } from '../../src/run.ts';
import { judgeHere } from '../fakes/judging.ts';
import { type Hijacked, hijacked } from './hijacked.ts';
import { PLANTED } from './world.ts';

const judge = judgeHere();

/** A pull request, and what somebody who may has asked for. */
export interface Scene {
  readonly context: RepositoryContext;
  readonly words: string;
}

/** The real line with the real judge, over these layers. */
export async function lineOf({ context }: Scene, asked: readonly AskedLayer[], by: Judge = judge): Promise<Proposal> {
  return (await run({ context, asked: () => asked, catalogues, judge: by, deadline: deadlineFromNow(60_000) }))
    .proposal;
}

/** What comes without a model: of the repository alone, and of the words as our own reader has them. */
export async function honestly(scene: Scene): Promise<readonly [Proposal, Proposal]> {
  const profile = await profileRepository(scene.context.tree);
  return [await lineOf(scene, []), await lineOf(scene, [readerLayer(scene.words, profile)])];
}

/** What of the program a test takes away, to see an attack succeed. */
export interface Weakness {
  readonly opening?: (opening: Opening) => Opening;
  readonly judge?: Judge;
}

/** The same with a model of which somebody has got hold, and our reader for where it fails. */
export async function attacked(
  scene: Scene,
  reply: unknown,
  weakness: Weakness = {},
): Promise<{ readonly proposal: Proposal } & Pick<Hijacked, 'told'>> {
  const { model, told } = hijacked(reply);
  const profile = await profileRepository(scene.context.tree);
  const opening = await openingOf({ ...scene, wishes: wishesIn(scene), profile, known: [PLANTED.known] });
  const weak = weakness.opening?.(opening) ?? opening;
  const layer = { ...modelLayer({ model, opening: weak }), otherwise: [readerLayer(scene.words, profile)] };
  return { proposal: await lineOf(scene, [layer], weakness.judge), told };
}

function wishesIn({ words }: Scene): readonly Wish[] {
  return wishesOf('command-line', words);
}

/** What the record says of who asked, what was judged, and by what: one line, and the same whatever a model says. */
export function trailOf(proposal: Proposal): unknown {
  const repository = { owner: 'acme', name: 'shop' };
  const record = auditRecord({
    at: '2026-01-01T00:00:00Z',
    run: {
      repository,
      id: 1,
      attempt: 1,
      url: 'https://github.com/x',
      actor: 'octocat',
      eventName: 'pull_request',
      serverUrl: '',
      apiUrl: '',
    },
    pullRequest: 2,
    base: null,
    head: null,
    wishes: [],
    model: { name: 'm', prompt: 'sha256:0' },
    proposal,
    receipt: { kind: 'delivered', how: 'created', url: '', notes: [] },
    ended: null,
    milliseconds: 0,
  });
  const { line } = recordLine(record);
  const { proposal: recorded, ...rest } = JSON.parse(line) as Record<string, unknown> & {
    proposal: { digests: { policy: string }; engines: { name: string; status: string }[] };
  };
  const engines = recorded.engines.map(({ name, status }) => `${name}: ${status}`);
  return {
    ...rest,
    lines: line.split('\n').length,
    keys: Object.keys(recorded),
    policy: recorded.digests.policy,
    engines,
  };
}
