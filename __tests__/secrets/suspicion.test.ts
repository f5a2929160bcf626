import { describe, expect, it } from 'vitest';
import { mayHoldSecret } from '../../src/secrets/suspicion.ts';
import { SECRETS } from '../fakes/secrets.ts';

describe('A line', () => {
  it.each<readonly [string, string]>([
    ...SECRETS,
    ['key of AWS', `AKIA${'ABCDEFGHIJKLMNOP'}`],
    ['secret key of AWS', `AWS_SECRET_ACCESS_KEY="${'wJalrXUtnFEMI/KMDENG/bPxRfiCYabcdefghijk'}"`],
    ['token of Hugging Face', `hf_${'abcdefghijklmnopqrstuvwxyzABCDEFGH'}`],
    ['token of a registry', '//packages.example.com/:_authToken=abcdefgh'],
    ['hook of Slack', `https://hooks.slack.com/services/${'T0000/B0000/abcdef'}`],
  ])('with a %s may hold a secret', (_, secret) => {
    expect(mayHoldSecret(`      VALUE: "${secret.split('\n')[0]}" # a comment`)).toBe(true);
  });

  it.each([
    'FROM node:24-slim@sha256:3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b3f1b AS build',
    'uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
    '"integrity": "sha512-Xw6qIjXk1kXTqCfTzYpvV6XgkAq9p5hqm1Q3sKp0rJxFfY8R2cZk3b1mYq==",',
    `"packageManager": "yarn@1.22.22+sha512.${'a6b2f7906b721bba'.repeat(8)}"`,
    `"packageManager": "pnpm@9.0.0+sha224.${'a6b2f7906b721bba'.repeat(4).slice(8)}",`,
    `hatch==1.14.0 --hash=sha256:${'a6b2f7906b721bba'.repeat(4)}`,
    `https://files.example.com/tool.tar.gz#sha256=${'a6b2f7906b721bba'.repeat(4)}`,
    'POSTGRES_PASSWORD: postgres',
    '<artifactId>spring-boot-starter-data-jpa</artifactId>',
    'NPM_TOKEN: ${NPM_TOKEN}',
    'registry = "https://github.com/rust-lang/crates.io-index"',
    'test: ["CMD", "curl", "-f", "http://localhost:8080/actuator/health"]',
    '"test:coverage": "vitest run --coverage --reporter=default",',
    'SPRING_DATASOURCE_URL: jdbc:postgresql://ledger-db:5432/ledger?currentSchema=public',
  ])('such as %j holds none', (line) => {
    expect(mayHoldSecret(line)).toBe(false);
  });

  it.each([
    `TOKEN: sha512.${'A6b2f7906b721bbZ'.repeat(8)}`,
    `"packageManager": "yarn@1.22.22+sha512.${'a6b2f7906b721bba'.repeat(8)}" // ${SECRETS[0]?.[1]}`,
  ])('%j is no digest alone', (line) => {
    expect(mayHoldSecret(line)).toBe(true);
  });

  it('costs nothing that grows with its square', () => {
    for (const piece of ['a', '://a:', 'key', 'a1', '@', 'sha256:', '_'])
      expect(typeof mayHoldSecret(piece.repeat(1_000_000 / piece.length))).toBe('boolean');
  });
});
