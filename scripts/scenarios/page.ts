/** A group of scenarios: it hands each of its sentences to what it is given. */
export type Group = readonly [title: string, scenes: (scene: (sentence: string) => void) => void];

/** The page of all sentences, group by group. */
export function scenariosPage(groups: readonly Group[]): string {
  const listed = groups.map(([title, scenes]) => ({ title, sentences: sentencesOf(scenes) }));
  const count = listed.reduce((sum, { sentences }) => sum + sentences.length, 0);
  return [
    '# What the action does',
    '',
    `${count} scenarios. Each is a test, ${BUILT} The page is made from their names by \`node scripts/scenarios.ts\`.`,
    ...listed.flatMap(({ title, sentences }) => ['', `## ${title}`, '', ...sentences.map((it) => `- ${marked(it)}`)]),
    '',
  ].join('\n');
}

const BUILT =
  'in `__tests__/e2e/action`: the built action in a workflow, run by act, against a GitHub server on loopback that holds every request to GitHub’s own description of its API. In each of them the token is looked for in the log, the summary, the artifact and the comments, and stack traces too.';

function sentencesOf(scenes: Group[1]): readonly string[] {
  const sentences: string[] = [];
  scenes((sentence) => sentences.push(sentence));
  return sentences;
}

/** What Markdown would read. */
function marked(sentence: string): string {
  return sentence.replace(/[<>*_[\]`|]/g, '\\$&');
}
