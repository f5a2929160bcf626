import { parseArgs } from 'node:util';
import { RigError } from './error.ts';
import { type PipelineRequest, runPipeline } from './pipeline.ts';
import { reportOf } from './report.ts';

const HELP = `Runs a workflow on this machine, under act in host mode, and prints one line for each job.

node rigs/act/run.ts --repository DIR --workflow FILE --base REV [options]

  --repository DIR     a git checkout; it is not changed, and uncommitted changes are not run
  --workflow FILE      from the repository's root, for instance .github/workflows/generated.yml
  --base REV           the commit that the pull request goes to
  --head REV           the commit that it comes from (HEAD)
  --event NAME         pull_request or push (pull_request)
  --leave-out JOBID    a job that is not to run; may be given more than once
  --catalogue FILE     the JSON file of known actions (data/action-catalog.json)
  --timeout-minutes N  for the whole run (30)

Exit code: 0 no job failed, 1 a job failed, 2 wrong usage, 3 the pipeline could not be run.`;

try {
  const request = parseCommandLine(process.argv.slice(2));
  if (request === undefined) console.log(HELP);
  else {
    const result = await runPipeline(request);
    console.log(reportOf(result));
    process.exitCode = result.jobs.some(({ status }) => status === 'failed') ? 1 : 0;
  }
} catch (cause) {
  if (!(cause instanceof RigError)) throw cause;
  console.error(`${cause.code}: ${cause.message}`);
  process.exitCode = cause.code === 'USAGE' ? 2 : 3;
}

function parseCommandLine(args: string[]): PipelineRequest | undefined {
  const values = parseOptions(args);
  if (values.help) return undefined;
  const { repository, workflow, base, head, event, catalogue } = values;
  if (repository === undefined || workflow === undefined || base === undefined)
    throw new RigError('USAGE', '--repository, --workflow and --base are needed; --help says more.');
  if (event !== 'pull_request' && event !== 'push')
    throw new RigError('USAGE', `--event is pull_request or push, not ${event}.`);
  const minutes = Number(values['timeout-minutes']);
  if (!(minutes > 0)) throw new RigError('USAGE', '--timeout-minutes is a number over 0.');
  return {
    ...{ repository, workflow, base, head, event, leaveOut: values['leave-out'] },
    ...(catalogue === undefined ? {} : { catalogue }),
    signal: AbortSignal.any([AbortSignal.timeout(minutes * 60_000), interruption()]),
  };
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        repository: { type: 'string' },
        workflow: { type: 'string' },
        base: { type: 'string' },
        head: { type: 'string', default: 'HEAD' },
        event: { type: 'string', default: 'pull_request' },
        'leave-out': { type: 'string', multiple: true, default: [] },
        catalogue: { type: 'string' },
        'timeout-minutes': { type: 'string', default: '30' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new RigError('USAGE', `${cause instanceof Error ? cause.message : String(cause)}; --help says more.`, {
      cause,
    });
  }
}

/** Ctrl-C ends act and its services first. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}
