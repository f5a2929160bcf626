/** How languages call files that hold tests. (pytest; go, "go help test"; Jest, "testMatch"; Surefire, "Inclusions and Exclusions"; bats-core) */
const TEST = /^test_.|[._-](?:tests?|spec)\.\w+$|Tests?\.\w+$|\.bats$/;

/** Whether a file is called like one that holds tests, whatever its language. */
export function isTestName(name: string): boolean {
  return TEST.test(name);
}
