import type { Pipeline, PipelineTrigger } from '../../../domain/pipeline.ts';
import type { GenerationRequest } from '../../../domain/request.ts';
import { withHeader } from '../../header.ts';
import { entry, flow, list, map, NOTHING, plain, printYaml, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';
import type { Press } from './actions.ts';
import { printJob } from './job.ts';

/** The workflow file: a header that says what it is and how to change it, and the body that the header's ids are of. */
export function printWorkflow(pipeline: Pipeline, request: GenerationRequest, press: Press): string {
  return withHeader(printYaml(document(pipeline, press)), request);
}

/** A pipeline that no change starts. */
function isReleaseAlone(triggers: readonly PipelineTrigger[]): boolean {
  return triggers.every(({ on }) => on === 'tag' || on === 'manual');
}

function document({ name, triggers, jobs }: Pipeline, press: Press): YamlNode {
  return map([
    entry('name', scalar(name)),
    entry('on', map(triggers.map(trigger)), { apart: true }),
    entry('permissions', map([]), { above: ['No job has a right that it does not name itself.'], apart: true }),
    concurrency(triggers),
    entry('defaults', map([entry('run', map([entry('shell', scalar('bash'))]))]), { apart: true }),
    entry('jobs', map(jobs.map((job, index) => ({ ...printJob(press, job), apart: index > 0 }))), { apart: true }),
  ]);
}

function trigger(it: PipelineTrigger): YamlEntry {
  switch (it.on) {
    case 'pull_request':
      return entry(it.on, filters(it));
    case 'push':
      return entry(it.on, filters(it), {
        above: it.isAssumed ? ['The default branch is not known from this clone: these are its usual names.'] : [],
      });
    case 'schedule':
      return entry('schedule', list([map([entry('cron', scalar(it.cron))])]));
    case 'manual':
      return entry('workflow_dispatch', NOTHING);
    case 'merge_group':
      return entry('merge_group', NOTHING);
    case 'tag':
      return entry('push', map([names('tags', it.tags)]));
  }
}

interface Filters {
  readonly branches: readonly string[];
  readonly paths: readonly string[];
}

function filters({ branches, paths }: Filters): YamlNode {
  return branches.length + paths.length === 0 ? NOTHING : map([names('branches', branches), names('paths', paths)]);
}

function names(key: string, values: readonly string[]): YamlEntry | null {
  return values.length === 0 ? null : entry(key, flow(values));
}

function concurrency(triggers: readonly PipelineTrigger[]): YamlEntry {
  const isRelease = isReleaseAlone(triggers);
  const [group, cancels, why] = isRelease
    ? [
        '${{ github.workflow }}-${{ github.ref }}',
        false,
        'One release of a ref at a time, and none that runs is ever cancelled.',
      ]
    : [
        '${{ github.workflow }}-${{ github.event.pull_request.number || github.run_id }}',
        "${{ github.event_name == 'pull_request' }}",
        'A newer push to a pull request ends the run of the older one; other runs are never cancelled.',
      ];
  const body = map([entry('group', plain(group)), entry('cancel-in-progress', plain(cancels))]);
  return entry('concurrency', body, { above: [why], apart: true });
}
