import { describe, expect, it } from 'vitest';
import { COMMANDS, OPTIONS } from '../../src/inputs/command-line.ts';
import { helpText } from '../../src/inputs/help.ts';

/** What `request` shares with `generate`, where it is told. */
const TOLD_ELSEWHERE = ['model', 'base-url', 'help'];

describe('Help', () => {
  it('names every command', () => {
    for (const command of COMMANDS) expect(helpText(null)).toContain(command);
  });

  it.each([...COMMANDS])('of %s names each of its options', (command) => {
    const own = Object.keys(OPTIONS[command]).filter(
      (name) => command === 'generate' || !TOLD_ELSEWHERE.includes(name),
    );
    for (const name of own.filter((it) => it !== 'help')) expect(helpText(command)).toContain(`--${name}`);
  });

  it.each([null, ...COMMANDS])('of %s fits a terminal and ends its last line', (topic) => {
    for (const line of helpText(topic).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(helpText(topic)).toMatch(/[^\n]\n$/);
  });
});
