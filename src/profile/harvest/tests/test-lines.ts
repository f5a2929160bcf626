/** A line by which tests may be started, though not by a program of the unit's language: by a task, a script, or an action of the repository. */
export function mayTest(line: string): boolean {
  const plain = plainWords(line);
  if (NO_TEST.has(plain[0] ?? '')) return false;
  return isTestTask(line) || line.startsWith('./') || plain.some((word) => OF_TESTS.test(word));
}

/** A line that starts a task of tests. */
export function isTestTask(line: string): boolean {
  const [first = '', ...rest] = plainWords(line);
  return TASK_RUNNERS.has(first) && rest.some((word) => OF_TEST_TASKS.test(word));
}

function plainWords(line: string): readonly string[] {
  const words = line.split(/\s+/, MOST_WORDS);
  const end = words.findIndex((word) => !/^[\w./:@=-]+$/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

const MOST_WORDS = 10;
const NO_TEST = new Set([
  ...['docker', 'podman', 'echo', 'printf', 'curl', 'wget', 'git', 'export', 'cp', 'mkdir', 'sudo'],
  ...['if', 'for', 'while', 'until', 'case', 'test'],
]);
const TASK_RUNNERS = new Set(['make', 'gmake', 'just', 'task', 'mage', 'rake']);
/** Words that tests are called by, some of them written together. */
const CALLED = '(?:tests?(?:all|race|unit|cov(?:er(?:age)?)?)?|unittests?|check|verify|specs?|ci|cover(?:age)?)';
/** Behind a slash a path goes on, and the name of a task. */
const OF_TEST_TASKS = new RegExp(`(?:^|[:_/.-])${CALLED}(?=$|[:_/.-])`);
const OF_TESTS = new RegExp(`(?:^|[:_/.-])${CALLED}(?=$|[:_.-])`);
