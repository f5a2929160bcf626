import type { ToolCall, Turn } from '../../domain/model.ts';

/** A turn as wire protocols take it: each call that is shown is answered by the turn after it. */
export type Shown =
  | { readonly speaker: 'person'; readonly text: string }
  | { readonly speaker: 'model'; readonly text: string; readonly call: ToolCall | null }
  | { readonly speaker: 'tool'; readonly call: string; readonly text: string };

/** Of the calls of a turn only one is acted on: a protocol that sees one without an answer refuses the whole conversation. */
export function shownTurns(turns: readonly Turn[]): readonly Shown[] {
  return turns.flatMap((turn, at) => shown(turn, turns[at - 1], turns[at + 1]));
}

function shown(turn: Turn, before: Turn | undefined, after: Turn | undefined): Shown[] {
  switch (turn.speaker) {
    case 'person':
      return [turn];
    case 'model': {
      const call = after?.speaker === 'tool' ? (turn.calls.find(({ id }) => id === after.call) ?? null) : null;
      return turn.text === '' && call === null ? [] : [{ speaker: 'model', text: turn.text, call }];
    }
    case 'tool': {
      const isAnswer = before?.speaker === 'model' && before.calls.some(({ id }) => id === turn.call);
      return [isAnswer ? turn : { speaker: 'person', text: turn.text }];
    }
  }
}

/** The same in plain words, for a server that takes no calls in what was said before. */
export function plainTurns(turns: readonly Turn[]): readonly { speaker: 'person' | 'model'; text: string }[] {
  return shownTurns(turns).map((turn) =>
    turn.speaker === 'model'
      ? {
          speaker: 'model',
          text: [turn.text, turn.call === null ? '' : JSON.stringify(turn.call.input)].join('\n').trim(),
        }
      : { speaker: 'person', text: turn.text },
  );
}
