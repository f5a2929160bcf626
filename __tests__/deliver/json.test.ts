import { describe, expect, it } from 'vitest';
import { proposalJson } from '../../src/deliver/json.ts';
import { digestOf } from '../../src/workflow/digest.ts';
import { GENERATED, generatedFile, proposalOf } from '../fakes/proposals.ts';
import { finding, reportOf } from '../fakes/reports.ts';

const NOTHING = { accepted: null, effects: [] };

describe('A proposal as JSON', () => {
  it('is one document, ended by a newline, without the texts of files', () => {
    const text = proposalJson(
      proposalOf({ changeSet: { files: [generatedFile({ content: 'name: SECRET\n' })] } }),
      NOTHING,
    );
    expect(text).toMatch(/\}\n$/);
    expect(text).not.toContain('SECRET');
    expect(JSON.parse(text).files).toEqual([{ path: GENERATED, digest: digestOf('name: SECRET\n'), status: 'added' }]);
  });

  it('has everything that the contract names, in its order', () => {
    expect(Object.keys(JSON.parse(proposalJson(proposalOf(), NOTHING)))).toEqual([
      'source',
      'fallback',
      'request',
      'questions',
      'files',
      'accepted',
      'covered',
      'overlaps',
      'understood',
      'report',
      'usage',
      'milliseconds',
    ]);
  });

  it('names each intent that words came to, with what it does', () => {
    const intent = { kind: 'timeout', for: { all: true }, minutes: 5 } as const;
    const text = proposalJson(proposalOf(), { accepted: null, effects: [{ intent, does: 'nothing' }] });
    expect(JSON.parse(text).understood).toEqual([{ intent, does: 'nothing' }]);
  });

  it('keeps what no text can carry as JSON has it', () => {
    const message = 'half a \ud83d and \u2028 a line';
    const text = proposalJson(proposalOf({ report: reportOf([finding({ message })]) }), NOTHING);
    expect(JSON.parse(text).report.findings[0].message).toBe(message);
    expect(Buffer.from(text).toString()).toBe(text);
  });
});
