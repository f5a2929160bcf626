import type { Catalogues } from '../../../domain/catalogue.ts';
import type { Pipeline, PipelineTrigger } from '../../../domain/pipeline.ts';
import type { GenerationRequest } from '../../../domain/request.ts';
import { digestOfJson, gitBlobId } from '../../../workflow/digest.ts';
import { entry, flow, list, map, NOTHING, plain, printYaml, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';
import { printJob } from './job.ts';

/** The workflow file: a header that says what it is and how to change it, and the body that the header's ids are of. */
export function printWorkflow(pipeline: Pipeline, request: GenerationRequest, catalogues: Catalogues): string {
  const body = printYaml(document(pipeline, catalogues));
  return header(body, request) + body;
}

/** Whether the text carries our header, and the body below it is no longer the one that the header names. */
export function editedByHand(text: string): boolean {
  const [, id, body = ''] = /^# body: ([0-9a-f]{40})[^\n]*\n([\s\S]*)$/m.exec(text.replace(/\r\n/g, '\n')) ?? [];
  return id !== undefined && gitBlobId(body) !== id;
}

/** Nothing here changes unless the body does or the request: no version, no date. */
function header(body: string, request: GenerationRequest): string {
  return `${[
    '# Made by agent-generate. To change it, change what it was made from: the repository itself, or the',
    '# intents in .github/agent-generate.yml. Edits by hand are detected and shown before they are replaced.',
    `# request: ${digestOfJson(request)}`,
    `# body: ${gitBlobId(body)} (git hash-object of what stands below this line)`,
  ].join('\n')}\n`;
}

function document({ name, triggers, jobs }: Pipeline, catalogues: Catalogues): YamlNode {
  return map([
    entry('name', scalar(name)),
    entry('on', map(triggers.map(trigger)), { apart: true }),
    entry('permissions', map([]), { above: ['No job has a right that it does not name itself.'], apart: true }),
    entry('concurrency', concurrency(), {
      above: ['A newer push to a pull request ends the run of the older one; other runs are never cancelled.'],
      apart: true,
    }),
    entry('defaults', map([entry('run', map([entry('shell', scalar('bash'))]))]), { apart: true }),
    entry('jobs', map(jobs.map((job, index) => ({ ...printJob(catalogues, job), apart: index > 0 }))), { apart: true }),
  ]);
}

function trigger(it: PipelineTrigger): YamlEntry {
  switch (it.on) {
    case 'pull_request':
    case 'push':
      return entry(
        it.on,
        it.branches.length + it.paths.length === 0
          ? NOTHING
          : map([names('branches', it.branches), names('paths', it.paths)]),
      );
    case 'schedule':
      return entry('schedule', list([map([entry('cron', scalar(it.cron))])]));
    case 'manual':
      return entry('workflow_dispatch', NOTHING);
    case 'merge_group':
      return entry('merge_group', NOTHING);
  }
}

function names(key: string, values: readonly string[]): YamlEntry | null {
  return values.length === 0 ? null : entry(key, flow(values));
}

function concurrency(): YamlNode {
  return map([
    entry('group', plain('${{ github.workflow }}-${{ github.event.pull_request.number || github.run_id }}')),
    entry('cancel-in-progress', plain("${{ github.event_name == 'pull_request' }}")),
  ]);
}
