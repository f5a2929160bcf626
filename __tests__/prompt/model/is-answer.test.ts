import { describe, expect, it } from 'vitest';
import { ModelReplySchema } from '../../../src/domain/model.ts';
import { isAnswer } from '../../../src/prompt/model/is-answer.ts';
import { answering, calling } from '../../fakes/model-replies.ts';

const LINT = { kind: 'check', for: { all: true }, check: 'lint', ensure: true };
const FIVE_MINUTES = { kind: 'timeout', for: { all: true }, minutes: 5 };
const [first] = calling([LINT]).calls;
const [other] = calling([FIVE_MINUTES]).calls;

describe('A reply that may be kept', () => {
  it.each([
    ['one call of our tool', calling([LINT]), true],
    ['two calls that say the same', { calls: [first, { ...first, id: 'call-2' }] }, true],
    ['no call', {}, false],
    ['two calls that differ', { calls: [first, { ...other, id: 'call-2' }] }, false],
    ['another tool', { calls: [{ ...first, name: 'bash' }] }, false],
    ['another tool beside ours', { calls: [first, { ...first, id: 'call-2', name: 'bash' }] }, false],
    ['another form', answering({ intents: [{ kind: 'workflow' }] }), false],
  ])('is an answer in form: %s', (_, reply, is) => {
    expect(isAnswer(ModelReplySchema.parse(reply))).toBe(is);
  });
});
