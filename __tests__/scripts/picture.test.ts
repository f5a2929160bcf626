import { describe, expect, it } from 'vitest';
import { terminalPicture } from '../../scripts/picture/svg.ts';

describe('A picture of a terminal', () => {
  it('shows styles as classes, and ends them where they end', () => {
    const svg = terminalPicture(['\u001b[32m\u001b[1mProven\u001b[22m: \u001b[39mall']);
    expect(svg).toContain('<tspan class="green bold">Proven</tspan><tspan class="green">: </tspan>all</text>');
  });

  it('shows markup as text', () => {
    expect(terminalPicture(['a < b && c > d'])).toContain('a &lt; b &amp;&amp; c &gt; d</text>');
  });

  it('cuts what is wider than it is', () => {
    expect(terminalPicture(['x'.repeat(500)])).toMatch(/>x{122}<\/text>/);
  });
});
