import { describe, expect, it } from 'vitest';
import { renderHelp } from '../../../src/deliver/github/help.ts';
import { isMarked, markerOf } from '../../../src/deliver/github/marker.ts';
import { elementsOf, renderGithub } from '../../fakes/github-markdown.ts';

describe('The answer to /agent-generate help', () => {
  const marker = markerOf('default/help');
  const text = renderHelp(marker);

  it('says what can be asked, how to change what is proposed and how to be left alone', () => {
    expect(text).toContain('/agent-generate help');
    expect(text).toContain('.github/agent-generate.yml');
    expect(text).toContain('agent-generate: off');
    expect(elementsOf(renderGithub(text)).slice(0, 3)).toEqual(['!--', 'h3', 'p']);
  });

  it('is never taken for a proposal’s comment, nor for a command', () => {
    expect(isMarked(text, marker)).toBe(true);
    expect(isMarked(text, markerOf('default'))).toBe(false);
    expect(text.startsWith('/')).toBe(false);
  });
});
