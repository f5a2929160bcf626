import { describe, expect, it } from 'vitest';
import { readUses } from '../../../src/workflow/facts/uses.ts';

const SHA = '3d3c42e5aac5ba805825da76410c181273ba90b1';

describe('What a `uses` names', () => {
  it.each([
    [`actions/checkout@${SHA}`, 'repository', 'actions/checkout', 'sha'],
    ['Actions/Checkout@v7', 'repository', 'actions/checkout', 'name'],
    ['actions/cache/restore@v5', 'repository', 'actions/cache', 'name'],
    ['acme/flows/.github/workflows/ci.yml@main', 'repository', 'acme/flows', 'name'],
    ['actions/checkout', 'repository', 'actions/checkout', 'none'],
    [`actions/checkout@${SHA.slice(0, 12)}`, 'repository', 'actions/checkout', 'name'],
    [`actions/checkout@${SHA.toUpperCase()}`, 'repository', 'actions/checkout', 'name'],
    ['./.github/actions/build', 'local', '', 'none'],
    ['../other', 'local', '', 'none'],
    ['docker://alpine:3', 'docker', '', 'none'],
    ['${{ matrix.action }}@v1', 'dynamic', '', 'none'],
    ['checkout@v7', 'invalid', '', 'none'],
    ['', 'invalid', '', 'none'],
  ])('%j is of the kind %s', (raw, kind, repository, refKind) => {
    expect(readUses(raw, ['uses'])).toMatchObject({ raw, kind, repository, refKind });
  });

  it('keeps the name of the action as it is written', () => {
    expect(readUses('Actions/Cache/Restore@v5', [])).toMatchObject({ action: 'Actions/Cache/Restore', ref: 'v5' });
  });
});
