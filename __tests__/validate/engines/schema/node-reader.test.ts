import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ObjectReader } from '@actions/workflow-parser/templates/object-reader';
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader';
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../../../src/validate/engines/schema/node-reader.ts';
import { readYaml } from '../../../../src/workflow/document.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const workflows = globSync(['policies/**/*.{yml,yaml}', '.github/workflows/*.yml', '__tests__/**/*.yml'], {
  cwd: root,
});

const TEXTS = {
  'an empty text': '',
  'a comment alone': '# nothing\n',
  'a scalar alone': 'on\n',
  'values that are absent': 'on:\n  push:\njobs: {a: , b}\n',
  'keys that are no texts': '1: a\ntrue: b\n~: c\n? d\n',
  'numbers, truths and nothing': '[1, 1.5, 0x10, .inf, true, False, ~, null, "", \'\']\n',
  'blocks with expressions':
    'a: |-\n  one ${{ x }}\n  two ${{ y }}\nb: >+\n  folded\n\n  ${{ z }}\n\nc: |2\n    indented\n',
  'quoted texts over several lines': "a: \"one\n  two ${{ x }}\"\nb: 'it''s\n  ${{ y }}'\n",
  'anchors and aliases': 'a: &a [1, &b {c: 2}]\nd: *a\ne: [*b, *b]\nf: &f g\nh: *f\n*f : i\n',
  'an alias inside what it stands for': 'a: &a\n  b: *a\n  c: [*a]\nd: *a\n',
  'an alias of nothing': 'a: *b\n',
  'a merge key': 'a: &a {b: 1}\nc: {<<: *a, d: 2}\n',
  'explicit types': 'a: !!str 1\nb: !!int "2"\nc: !custom d\n',
  'lines that end with CRLF': 'on: push\r\njobs:\r\n  a: |\r\n    b\r\n',
};

describe('Nodes are read as GitHub reads them', () => {
  it.each(workflows)('%s', (file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    expect(ours(text)).toEqual(theirs(text));
  });

  it.each(Object.entries(TEXTS))('%s', (_, text) => {
    expect(ours(text)).toEqual(theirs(text));
  });
});

function ours(text: string): unknown[] {
  return eventsOf(nodeReader(1, readYaml(text, { sources: true }).nodes));
}

function theirs(text: string): unknown[] {
  return eventsOf(new YamlObjectReader(1, text));
}

/** Everything that a reader gives, in order. */
function eventsOf(reader: ObjectReader): unknown[] {
  reader.validateStart();
  const events: unknown[] = ['start'];
  for (let event = nextOf(reader); event !== null; event = nextOf(reader)) events.push(event);
  reader.validateEnd();
  return [...events, 'end'];
}

function nextOf(reader: ObjectReader): unknown {
  const token = reader.allowLiteral() ?? reader.allowSequenceStart() ?? reader.allowMappingStart();
  if (token) return { ...token, kind: token.constructor.name };
  if (reader.allowSequenceEnd()) return 'end of sequence';
  return reader.allowMappingEnd() ? 'end of mapping' : null;
}
