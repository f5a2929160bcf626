import { describe, expect, it } from 'vitest';
import { commandIn, commandOf, isCommand } from '../../../src/context/event/command.ts';
import { commentTrigger } from '../../fakes/triggers.ts';

describe('A comment that is meant for us', () => {
  it.each([
    '/agent-generate help',
    '/agent-generate  HELP\n',
    '/agent-generate\n--help',
    '/agent-generate ?',
    '/agent-generate help!',
  ])('asks for help: %j', (body) => expect(commandIn(body)).toEqual({ kind: 'help' }));

  it.each(['/agent-generate', '/agent-generate \r\n', '/agent-generate\n> quoted'])(
    'asks for nothing new: %j',
    (body) => expect(commandIn(body)).toEqual({ kind: 'anew' }),
  );

  it.each(['/agent-generate reset', '/agent-generate  Reset\r\n', '/agent-generate reset.'])('takes back: %j', (body) =>
    expect(commandIn(body)).toEqual({ kind: 'reset' }),
  );

  it.each([
    ['/agent-generate help me to lint', 'help me to lint'],
    ['/agent-generate helpless', 'helpless'],
    ['/agent-generate reset it', 'reset it'],
    ['/agent-generate  lint the Go code \r\n and test it\r\n', 'lint the Go code \n and test it'],
  ])('has words: %j', (body, words) => expect(commandIn(body)).toEqual({ kind: 'words', words }));

  it('does not say what it only quotes', () => {
    const body = '/agent-generate lint the Go code\n\n> /agent-generate push the images\n > and sign them\n';
    expect(commandIn(body)).toEqual({ kind: 'words', words: 'lint the Go code' });
  });

  it.each([
    '> /agent-generate reset',
    '```\n/agent-generate reset\n```',
    ' /agent-generate',
    '/agent-generated',
    'Try /agent-generate',
    '',
  ])('is none: %j', (body) => {
    expect(isCommand(body)).toBe(false);
    expect(commandIn(body)).toBeNull();
  });

  it('is told of the trigger alone', () => {
    expect(commandOf(commentTrigger({ body: '/agent-generate reset' }))).toEqual({ kind: 'reset' });
    expect(commandOf({ kind: 'schedule', ref: 'refs/heads/main' })).toBeNull();
  });
});
