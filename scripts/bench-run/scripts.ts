import { posix } from 'node:path';
import type { Command } from './own-ci.ts';

/** A command together with what stands in the scripts and the targets of make that it names: what it runs, one step further down. */
export function behind({ run, directory }: Command, read: (path: string) => string | undefined): string {
  const words = run.split(/[\s;&|()"']+/).filter((word) => word !== '');
  const scripts = words
    .filter((word) => /^[\w./-]+$/.test(word))
    .map((word) => read(posix.join(directory, word)) ?? '');
  const targets = words.includes('make') ? targetsIn(read(posix.join(directory, 'Makefile')) ?? '', words) : [];
  return [run, ...scripts, ...targets].join('\n');
}

/** Whether a text has these words one after the other. */
export function mentions(text: string, words: string): boolean {
  return ` ${text.replaceAll(/\s+/g, ' ')} `.includes(` ${words} `);
}

function targetsIn(makefile: string, names: readonly string[]): readonly string[] {
  return makefile.split(/^(?=[\w.-]+:)/m).filter((rule) => names.includes(rule.slice(0, rule.indexOf(':'))));
}
