import { AnswerCache } from '../../clients/cache/answers.ts';
import { jobCache } from '../../clients/cache/job-cache.ts';
import { textCache } from '../../clients/cache/text-cache.ts';
import { agentsFor } from '../../clients/http/agents.ts';
import { leaveForPost } from '../../clients/job.ts';
import { startLocalModel } from '../../clients/local-model/local-model.ts';
import type { RunningModel } from '../../clients/local-model/running.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { readRunnerFolders } from '../../inputs/runner.ts';
import { isAnswer } from '../../prompt/model/is-answer.ts';
import { knownSecrets } from '../../secrets/known.ts';
import type { Home } from '../home.ts';
import type { JobModelHost } from './job-model-host.ts';

/** What the job lends to a model: its cache, and this machine. What it started ends with it. */
export function modelHost(home: Home, isKeeping: boolean): JobModelHost {
  const { variables: environment } = readEnvironment(false);
  const { temporary, models } = readRunnerFolders();
  const cache = isKeeping ? jobCache(new URL('cache.js', home), environment) : null;
  let running: Promise<RunningModel> | undefined;
  let started: RunningModel | undefined;
  let answers: AnswerCache | undefined;
  const lost: string[] = [];
  return {
    start: async (model, deadline) => {
      running ??= startLocalModel(model, {
        cache,
        folder: models,
        temporary,
        environment,
        agents: agentsFor(environment, 'LOCAL_MODEL_DOWNLOAD'),
        deadline,
        redacted: async (text) => (await import('../../secrets/redact.ts')).redact(text, knownSecrets(environment)),
        onStarted: (server) => void leaveForPost('server', server),
      });
      started = await running;
      return started;
    },
    remembering: (model, answerer, deadline) => {
      if (cache === null || answerer.at === null) return model;
      answers = new AnswerCache(model, { texts: textCache(cache, temporary), answerer, accepts: isAnswer, deadline });
      return answers;
    },
    notes: () => [...(answers?.notes ?? []), ...(started?.notes ?? []), ...lost],
    hits: () => answers?.hits ?? 0,
    leave: ({ source, report }) => {
      const kept = source === 'model' && report.verdict === 'pass' ? (answers?.toKeep() ?? null) : null;
      const why = kept && leaveForPost('answers', kept);
      if (why !== null) lost.push(`What the model answered is not kept for later runs: ${why}.`);
      if (cache !== null && started?.toKeep) leaveForPost('folder', started.toKeep);
    },
    [Symbol.asyncDispose]: async () => {
      // One that is still being started ends by itself when it is late.
      await started?.server[Symbol.asyncDispose]();
    },
  };
}
