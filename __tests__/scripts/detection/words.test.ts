import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../scripts/detection/words.ts';

describe('The words of a pattern', () => {
  it.each<[RegExp, readonly string[]]>([
    [/^(dev|debug)$/, ['dev', 'debug']],
    [/^redis(-stack|-stack-server)?$/, ['redis', 'redis-stack', 'redis-stack-server']],
    [/^(e2e|int)[-_]?tests?$/, ['e2e-test(s)', 'int-test(s)']],
    [/(^|[:/])(pg|jackc\/pgx(\/v\d+)?|aspire\.npgsql\S{0,40})$/, ['pg', 'jackc/pgx', 'aspire.npgsql…']],
    [/^(?:[\w.-]+:)?quarkus-health$/, ['quarkus-health']],
    [/^gcr\.io\/distroless\//, ['gcr.io/distroless/…']],
    [/^native-\S+$/, ['native-…']],
    [/$^/, []],
  ])('of %s are %j', (pattern, words) => {
    expect(wordsOf(pattern)).toEqual(words);
  });
});
