import type { Evidence } from '../../domain/evidence.ts';
import type { Intent } from '../../domain/request.ts';
import { entry, list, map, plain, printYaml, scalar, type YamlNode } from '../print/yaml.ts';
import { flowText } from './flow.ts';

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
