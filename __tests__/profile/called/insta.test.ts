import { describe, expect, it } from 'vitest';
import { asCargoTest } from '../../../src/profile/called/insta.ts';

describe('Tests that insta starts', () => {
  it.each([
    ['cargo insta test', 'cargo test'],
    ['cargo insta test --check --workspace --all-features', 'cargo test --workspace --all-features'],
    ['cargo insta test --require-full-match --unreferenced=reject --workspace', 'cargo test --workspace'],
    ['cargo insta test --test-runner nextest --workspace', 'cargo nextest run --workspace'],
    ['cargo insta test --test-runner=nextest', 'cargo nextest run'],
  ])('are those of Cargo: %s', (run, expected) => {
    expect(asCargoTest(run)).toBe(expected);
  });

  it.each([
    'cargo insta test --accept',
    'cargo insta test --accept-unseen --workspace',
    'cargo insta test --review',
    'cargo insta test --unreferenced=delete',
    'cargo insta test --force-pass',
    'cargo insta review',
    'cargo instatest',
  ])('stay what they are where they write snapshots or pass over them: %s', (run) => {
    expect(asCargoTest(run)).toBe(run);
  });
});
