import type { ToolCall, Turn } from '../../domain/model.ts';

/** A turn as wire protocols take it: each call that is shown is answered by a turn after it. */
export type Shown =
  | { readonly speaker: 'person'; readonly text: string }
  | { readonly speaker: 'model'; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly speaker: 'tool'; readonly call: string; readonly text: string };

/** A protocol that sees a call without an answer, or an answer without its call, refuses the whole conversation: neither is shown as such. */
export function shownTurns(turns: readonly Turn[]): readonly Shown[] {
  return turns.flatMap((turn, at) => shown(turn, turns.slice(0, at), turns.slice(at + 1)));
}

function shown(turn: Turn, before: readonly Turn[], after: readonly Turn[]): Shown[] {
  switch (turn.speaker) {
    case 'person':
      return [turn];
    case 'model': {
      const answered = answersIn(after);
      const calls = turn.calls.filter(({ id }) => answered.includes(id));
      return turn.text === '' && calls.length === 0 ? [] : [{ ...turn, calls }];
    }
    case 'tool': {
      const asked = before.findLast(({ speaker }) => speaker !== 'tool');
      const isAnswer = asked?.speaker === 'model' && asked.calls.some(({ id }) => id === turn.call);
      return [isAnswer ? turn : { speaker: 'person', text: turn.text }];
    }
  }
}

/** Ids of the calls that the turns begin by answering. */
function answersIn(turns: readonly Turn[]): readonly string[] {
  const end = turns.findIndex(({ speaker }) => speaker !== 'tool');
  const first = end < 0 ? turns : turns.slice(0, end);
  return first.flatMap((turn) => (turn.speaker === 'tool' ? [turn.call] : []));
}

/** The same in plain words, for a server that takes no calls in what was said before. */
export function plainTurns(
  turns: readonly Turn[],
): readonly { readonly speaker: 'person' | 'model'; readonly text: string }[] {
  return shownTurns(turns).map((turn) =>
    turn.speaker === 'model'
      ? {
          speaker: 'model',
          text: [turn.text, ...turn.calls.map(({ input }) => JSON.stringify(input))].join('\n').trim(),
        }
      : { speaker: 'person', text: turn.text },
  );
}
