/** Options that make no difference to what is checked, and those of them whose value is a word of its own. */
export interface Quiet {
  readonly alone: RegExp;
  readonly valued?: RegExp;
  /** Two words that make none together. */
  readonly pairs?: RegExp;
}

/** The words of a command behind its program, without those that make no difference. */
export function telling(words: readonly string[], { alone, valued, pairs }: Quiet): string[] {
  return words.filter((word, index) => {
    const [before = '', after = ''] = [words[index - 1], words[index + 1]];
    const isPaired = pairs?.test(`${word} ${after}`) || pairs?.test(`${before} ${word}`);
    return !alone.test(word) && !valued?.test(word) && !valued?.test(before) && !isPaired;
  });
}

/** Who takes the outputs away before runs the same checks anew. */
const MAVEN: Quiet = {
  alone:
    /^(?:clean|-B|--batch-mode|-ntp|--no-transfer-progress|-q|--quiet|-V|--show-version|-e|--errors|-U|--update-snapshots)$/,
};
const GRADLE: Quiet = {
  alone:
    /^(?:clean|--no-daemon|--daemon|--stacktrace|-s|--info|-i|--console=\w{1,20}|--scan|--build-cache|--parallel|--warn|-q|--quiet)$/,
};

const HOOKS: Quiet = { alone: /^(?:-v|--verbose|--show-diff-on-failure|--color=\w{1,8})$/, valued: /^--color$/ };

/** What makes no difference, by the program. */
export const QUIET: ReadonlyMap<string, Quiet> = new Map([
  ['mvn', MAVEN],
  ['mvnw', MAVEN],
  ['gradle', GRADLE],
  ['gradlew', GRADLE],
  [
    'go',
    {
      alone:
        /^(?:-v|-race|-cover|-json|-count=1|-cover(?:profile|mode|pkg)=\S{1,200}|-timeout=\w{1,20}|-parallel=\d{1,4})$/,
      valued: /^-(?:cover(?:profile|mode|pkg)|timeout|parallel)$/,
    },
  ],
  [
    'dotnet',
    {
      alone: /^(?:--no-restore|--no-build|--nologo|--collect[:=]\S{1,60}|(?:-v|--verbosity)[:=]\w{1,20})$/,
      valued: /^(?:-v|--verbosity|-l|--logger|--collect|-r|--results-directory)$/,
    },
  ],
  [
    'rubocop',
    {
      alone: /^(?:(?:-f|--format)[=]\w{1,20}|-P|--parallel|--(?:no-)?color|--display-\S{1,30}|--force-exclusion)$/,
      valued: /^(?:-f|--format)$/,
    },
  ],
  [
    'golangci-lint',
    {
      alone:
        /^(?:-v|--verbose|--timeout=\w{1,20}|--show-stats|(?:-c|--config)=(?:\.\/)?\.golangci\.yml|(?:\.\/)?\.\.\.)$/,
      valued: /^--timeout$/,
    },
  ],
  [
    'rspec',
    { alone: /^(?:--(?:no-)?colou?r|--force-colou?r|--format=\w{1,40})$/, valued: /^(?:-f|--format|-o|--out)$/ },
  ],
  ['brakeman', { alone: /^(?:--no-pager|-q|--quiet|--no-progress|--color)$/ }],
  [
    'phpstan',
    {
      alone:
        /^(?:-[nqv]{1,3}|--(?:no-progress|ansi|no-ansi|no-interaction|quiet|(?:memory-limit|error-format)=\S{1,40}))$/,
      valued: /^--(?:memory-limit|error-format)$/,
    },
  ],
  [
    'cargo',
    {
      alone: /^(?:-v|--verbose|-q|--quiet|--locked|--(?:color|message-format)=[\w,-]{1,60}|-j\d{1,3}|--jobs=\d{1,3})$/,
      valued: /^(?:--color|--message-format|-j|--jobs)$/,
    },
  ],
  ['pre-commit', HOOKS],
  ['prek', HOOKS],
  [
    'pytest',
    {
      alone:
        /^(?:-v{1,3}|-q{1,2}|-s|-l|-r[A-Za-z]{1,8}|-n(?:auto|logical|\d{1,3})|--verbose|--showlocals|--no-header|--create-db|--reuse-db|--cov(?:-report|-config)?(?:=\S{1,200})?|--junit-?xml=\S{1,200}|-x|--exitfirst|--(?:maxfail|color|tb|capture|durations|durations-min|numprocesses|dist|maxprocesses)=[\w.]{1,20})$/,
      valued: /^(?:-n|--numprocesses|--dist|--maxprocesses|--durations|--tb|--junit-?xml)$/,
      pairs: /^-o (?:(?:junit|log)_\w{1,40}|cache_dir|console_output_style)=\S{1,60}$/,
    },
  ],
  [
    'mix',
    {
      alone:
        /^--(?:color|no-color|trace|quiet|(?:format|formatter|slowest|slowest-modules|seed|max-failures|max-cases)=[\w.]{1,80})$/,
      valued: /^--(?:format|formatter|slowest|slowest-modules|seed|max-failures|max-cases)$/,
    },
  ],
]);
