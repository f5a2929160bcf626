import type { Evidence } from '../../domain/evidence.ts';
import type { Intent } from '../../domain/request.ts';
import { entry, list, map, plain, printYaml, scalar, type YamlNode } from '../print/yaml.ts';

/** An intent, and the line of a workflow that says so. */
export interface SaidIntent {
  readonly intent: Intent;
  readonly at: Evidence | null;
  readonly note?: string | undefined;
}

/** The configuration as a file: an intent a line, each with where it comes from. */
export function printConfiguration(said: readonly SaidIntent[], schema: string | null): string {
  const intents = said.map(({ intent, ...from }) => plain(flowText(intent), comment(from)));
  const request: YamlNode = map([entry('intents', list(intents))]);
  const body = printYaml(
    map([
      entry('version', plain(1)),
      entry('request', request, { apart: true }),
      entry('settings', map([entry('existing', scalar('replace'))]), {
        above: ['All of it is generated, also what the workflows that are here still check.'],
        apart: true,
      }),
    ]),
  );
  const head = schema === null ? [] : [`# yaml-language-server: $schema=${schema}`];
  return `${[...head, '# What the workflows of this repository do, as a request to agent-generate.'].join('\n')}\n${body}`;
}

function comment({ at, note }: Omit<SaidIntent, 'intent'>): string {
  if (at === null) return 'no workflow runs this command';
  const place = `from ${at.file.replace(/^\.github\/workflows\//, '')}:${at.line}`;
  return note === undefined ? place : `${place}, ${note}`;
}

/** A value in one line: texts in double quotes where they might be read as something else. (YAML 1.2, "Flow Styles") */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flowText(inner)}`)
      .join(', ')} }`;
  return typeof value === 'string' && PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
}

const PLAIN = /^[A-Za-z][\w./-]*$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
