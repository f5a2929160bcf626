import { describe, expect, it } from 'vitest';
import { renderUnjudged } from '../../../src/deliver/github/failure.ts';
import { markerOf } from '../../../src/deliver/github/marker.ts';
import { ActionError } from '../../../src/domain/errors.ts';
import { elementsOf, FILTERED, NASTY, renderGithub, textOutsideCode } from '../../fakes/github-markdown.ts';

const RUN = { id: 7, url: 'https://github.com/acme/shop/actions/runs/7' };

function unjudged(message: string): string {
  const error = new ActionError('CONFIGURATION_INVALID', message);
  return renderUnjudged({ marker: markerOf('default'), head: 'a1'.repeat(20), error, run: RUN });
}

describe('What takes the place of a verdict', () => {
  it('names the commit, the code, what is wrong and what to do', () => {
    const text = unjudged('Something is wrong.');
    expect(text.split('\n').slice(0, 2)).toEqual([
      '<!-- agent-generate:v1:default -->',
      '### ⚠️ CI pipeline: could not be judged at `a1a1a1a1a1a1`',
    ]);
    expect(text).toContain('`CONFIGURATION_INVALID`: Something is wrong. ');
    expect(text).toContain('at the base commit');
    expect(text).toContain('[run](<https://github.com/acme/shop/actions/runs/7>)');
  });

  it.each(NASTY)('quotes what others wrote, and does not obey it: %j', (nasty) => {
    const html = renderGithub(unjudged(`It has ${nasty}.`));
    const allowed = ['!--', 'h3', 'p', 'code', 'sub', 'a'];
    expect(elementsOf(html).filter((name) => !allowed.includes(name))).toEqual([]);
    expect(textOutsideCode(html)).not.toMatch(FILTERED);
  });
});
