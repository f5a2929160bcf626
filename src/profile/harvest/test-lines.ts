/** A line by which tests may be started, though not by a program of the unit's language: by a task, a script, or an action of the repository. */
export function mayTest(line: string): boolean {
  const words = line.split(/\s+/, MOST_WORDS);
  const end = words.findIndex((word) => !/^[\w./:@=-]+$/.test(word));
  const plain = end < 0 ? words : words.slice(0, end);
  const [first = ''] = plain;
  const ofTests = TASK_RUNNERS.has(first) ? OF_TEST_TASKS : OF_TESTS;
  return !NO_TEST.has(first) && (line.startsWith('./') || plain.some((word) => ofTests.test(word)));
}

const MOST_WORDS = 10;
const NO_TEST = new Set([
  ...['docker', 'podman', 'echo', 'printf', 'curl', 'wget', 'git', 'export', 'cp', 'mkdir', 'sudo'],
  ...['if', 'for', 'while', 'until', 'case', 'test'],
]);
const TASK_RUNNERS = new Set(['make', 'gmake', 'just', 'task', 'mage', 'rake']);
/** Behind a slash a path goes on, and the name of a task. */
const OF_TEST_TASKS = /(?:^|[:_/.-])(?:tests?|check|verify|specs?|ci|cover(?:age)?)(?=$|[:_/.-])/;
const OF_TESTS = /(?:^|[:_/.-])(?:tests?|check|verify|specs?|ci|cover(?:age)?)(?=$|[:_.-])/;
