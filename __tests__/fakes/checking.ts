import { file, report, WORKFLOW } from './judging.ts';

/** Line, rule and message of what the rules of these ids find in a file; throws where an engine could not finish. */
export async function foundBy(rules: readonly string[], text: string, name = WORKFLOW): Promise<string[]> {
  const { findings, engines } = await report([file(text, name)]);
  const silent = engines.filter(({ status }) => status !== 'ran');
  if (silent.length > 0) throw new Error(`did not run: ${silent.map(({ name }) => name).join(', ')}`);
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, range, message }) => `${range.start.line} ${rule}: ${message}`);
}

/** A workflow of one job with these lines, from line 4 on. */
export function job(body: string, on = 'push'): string {
  return `on: ${on}\njobs:\n  a:\n${body.replace(/^/gm, '    ').trimEnd()}\n`;
}

/** A workflow of one job with these steps, from line 6 on. */
export function steps(body: string): string {
  return job(`runs-on: ubuntu-24.04\nsteps:\n${body.replace(/^/gm, '  ')}`);
}
