import { describe, expect, it } from 'vitest';
import { asksForHelp, isCommand, unreadWords } from '../../../src/context/event/command.ts';
import type { EventTrigger } from '../../../src/domain/event.ts';
import { commentTrigger } from '../../fakes/triggers.ts';

function commentOf(body: string): EventTrigger {
  return commentTrigger({ body });
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

  it('is told which of its words are not read', () => {
    expect(unreadWords(commentOf('/agent-generate lint it'))).toContain('were not used');
    expect(unreadWords(commentOf('/agent-generate \n'))).toBeNull();
    expect(unreadWords({ kind: 'schedule', ref: 'refs/heads/main' })).toBeNull();
  });

  it('is none where the event is no comment', () => {
    expect(asksForHelp({ kind: 'schedule', ref: 'refs/heads/main' })).toBe(false);
  });
});
