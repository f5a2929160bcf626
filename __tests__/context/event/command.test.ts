import { describe, expect, it } from 'vitest';
import { asksForHelp, isCommand } from '../../../src/context/event/command.ts';
import type { EventTrigger } from '../../../src/domain/event.ts';

function commentOf(body: string): EventTrigger {
  const author = { login: 'octocat', isBot: false };
  return { kind: 'comment', pullRequest: 2, comment: { id: 1, body, author, isEdited: false } };
}

describe('A comment that is meant for us', () => {
  it.each(['/agent-generate help', '/agent-generate  HELP\n', '/agent-generate\n--help', '/agent-generate ?'])(
    'asks for help: %j',
    (body) => {
      expect(isCommand(body)).toBe(true);
      expect(asksForHelp(commentOf(body))).toBe(true);
    },
  );

  it.each(['/agent-generate', '/agent-generate help me to lint', '/agent-generate helpless'])(
    'asks for something else: %j',
    (body) => expect(asksForHelp(commentOf(body))).toBe(false),
  );

  it('is none where the event is no comment', () => {
    expect(asksForHelp({ kind: 'schedule', ref: 'refs/heads/main' })).toBe(false);
  });
});
