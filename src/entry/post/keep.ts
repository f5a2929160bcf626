import { type CacheResult, jobCache } from '../../clients/cache/job-cache.ts';
import { textCache } from '../../clients/cache/text-cache.ts';
import { deadlineFromNow } from '../../clients/deadline.ts';
import { ownFolder } from '../../clients/local-model/kept-folder.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import type { Left } from '../../inputs/post.ts';
import { readRunnerFolders } from '../../inputs/runner.ts';
import type { Home } from '../home.ts';

/** Milliseconds: some gigabytes take a minute or two. */
const LIMIT = 300_000;

/** A few kilobytes. */
const ANSWERS_LIMIT = 20_000;

/** Saves what was left, and gives what became of it, a sentence each. */
export async function keepLeft({ answers, folder }: Left, home: Home): Promise<string[]> {
  const { variables } = readEnvironment(false);
  const { temporary, models } = readRunnerFolders();
  const cache = jobCache(new URL('cache.js', home), variables);
  const deadline = deadlineFromNow(LIMIT);
  const said: string[] = [];
  if (answers !== null) {
    const limit = deadline.within(ANSWERS_LIMIT);
    const result = await textCache(cache, temporary).save(answers.key, answers.text, limit);
    said.push(sentence(`What the model answered (${Buffer.byteLength(answers.text)} bytes)`, result));
  }
  if (folder !== null) {
    const path = ownFolder(models, folder.name);
    const result = path === null ? NOT_OURS : await cache.save(path, folder.key, deadline);
    said.push(sentence("The folder of the model's files", result));
  }
  return said;
}

const NOT_OURS: CacheResult = { kind: 'failed', why: 'it is not among the folders of models' };

function sentence(what: string, result: CacheResult): string {
  switch (result.kind) {
    case 'saved':
      return `${what} is kept in the cache for later runs.`;
    case 'failed':
      return `Note: ${what} could not be kept in the cache: ${result.why}.`;
    case 'missing':
    case 'restored':
      return `Note: ${what} could not be kept in the cache.`;
  }
}
