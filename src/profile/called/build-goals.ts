/** A build tool that is told several goals in one call: what each of them does is done. */
interface BuildTool {
  readonly program: RegExp;
  /** Options without a value of their own word, that leave nothing out. */
  readonly option: RegExp;
  readonly goal: RegExp;
  /** What a goal does beside by its very definition. */
  readonly parts: (goal: string) => readonly string[];
}

/** Each phase does all before it. (maven.apache.org, "Introduction to the Build Lifecycle") */
const PHASES = ['compile', 'test', 'package', 'verify', 'install'];

const BUILD_TOOLS: readonly BuildTool[] = [
  {
    program: /^(?:\.\/)?gradlew?$/,
    option:
      /^(?:-[PD][\w.-]{1,100}(?:=\S{0,100})?|-[disqwS]|--(?:(?:no-)?(?:daemon|scan|parallel|build-cache|configuration-cache|watch-fs)|(?:full-)?stacktrace|configure-on-demand|debug|info|profile|refresh-dependencies|rerun-tasks|warn|quiet|continue|(?:console|max-workers|priority|warning-mode)=\w{1,20}))$/,
    goal: /^:?\w{1,60}(?::\w[\w-]{0,60}){0,6}$/,
    // (docs.gradle.org, "The Base Plugin")
    parts: (goal) => (goal === 'build' ? ['check', 'assemble'] : []),
  },
  {
    program: /^(?:\.\/)?mvnw?$/,
    option:
      /^(?:-[PD][\w.,!-]{1,100}(?:=\S{0,100})?|-[BeqVU]|-ntp|--(?:batch-mode|errors|quiet|show-version|update-snapshots|no-transfer-progress|fail-at-end)|-fae|-T\w{1,4})$/,
    goal: /^[a-z][\w-]{0,60}(?::[\w.-]{1,60}){0,4}$/,
    parts: (goal) => PHASES.slice(0, Math.max(0, PHASES.indexOf(goal))),
  },
];

/** More than anybody writes. */
const MOST_WORDS = 30;

/**
 * The calls of Gradle or Maven that one call comes to: one for each of its goals and for what that does by its definition, with the same options
 * in the same places. None where it has an option of which it is not known that it leaves nothing out.
 */
export function goalCalls(run: string): string[] {
  const [program = '', ...words] = run.split(' ', MOST_WORDS + 1);
  const tool = BUILD_TOOLS.find((one) => one.program.test(program));
  const goals = words.filter((word) => !tool?.option.test(word));
  if (!tool || words.length >= MOST_WORDS || goals.length === 0 || !goals.every((word) => tool.goal.test(word)))
    return [];
  const first = words.indexOf(goals[0] ?? '');
  const options = words.filter((word) => tool.option.test(word));
  const before = options.slice(0, first);
  const done = new Set(goals.flatMap((goal) => [goal, ...tool.parts(goal)]));
  const calls = [...done].map((goal) => [program, ...before, goal, ...options.slice(first)].join(' '));
  return calls.filter((call) => call !== run);
}
