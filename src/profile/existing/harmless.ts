/** Programs that check no code of the repository. */
const PROGRAMS = new Set(
  [
    'echo printf cd pushd popd mkdir cp mv rm ln ls cat touch chmod chown true false : set export unset',
    'shift exit return trap sleep wait date which command type test [ [[ curl wget tar unzip zip gzip',
    'gunzip tee grep sed awk head tail wc sort uniq cut tr jq yq base64 sha256sum gh gpg ssh scp rsync',
    'dirname basename apt apt-get apk brew dnf yum choco snap rustup nvm corepack twine cosign syft oras',
    'for case esac fi done in pwd whoami uname df free systemctl service',
  ].flatMap((line) => line.split(' ')),
);

/** What programs that could check something only prepare, tell or ship. */
const WORDS = new RegExp(
  [
    String.raw`^(?:python3? -m )?pip3? (?:install|download|list|freeze|cache|wheel)\b`,
    String.raw`^python3? -m (?:venv|build|ensurepip)\b`,
    String.raw`^uv (?:sync|venv|python|cache|lock|publish|build|pip (?:install|sync))\b`,
    String.raw`^(?:poetry|pdm|pipenv|hatch) (?:install|lock|sync|config|self|publish|build|env)\b`,
    String.raw`^(?:npm|pnpm|yarn|bun) (?:ci|i|install|add|config|cache|publish|pack|version|login|set|dedupe|prune|link)\b`,
    '^yarn$',
    String.raw`^bundle (?:install|config)\b`,
    String.raw`^gem (?:install|push|build)\b`,
    String.raw`^composer (?:install|config|require)\b`,
    String.raw`^go (?:mod (?:download|tidy|vendor)|install|get|env|version|build|generate|clean|work)\b`,
    String.raw`^cargo (?:install|fetch|publish|build|update|package|login|clean|binstall|metadata)\b`,
    String.raw`^dotnet (?:restore|tool|nuget|publish|pack|workload|build)\b`,
    String.raw`^docker (?:login|logout|tag|push|pull|build|buildx|images|ps|save|load|info|version|manifest|inspect|logs|network|volume)\b`,
    String.raw`^helm (?:repo|dependency|push|package|registry|version|plugin|pull)\b`,
    String.raw`^kubectl (?:apply|get|create|describe|logs|wait|rollout|config|version)\b`,
    String.raw`^git (?!diff\b|status\b)[\w-]+`,
    String.raw`^\S{1,80} (?:--version|version|-V|-v)$`,
  ].join('|'),
);

/** Whether a command, without what only its run knows, is known to check nothing. */
export function isHarmless(run: string): boolean {
  const [program = ''] = run.split(' ', 1);
  return PROGRAMS.has(program) || WORDS.test(run);
}

/** Actions that bring, keep, ship, tell or scan something, and run no command of the repository. */
const ACTIONS =
  /^(?:actions|docker|aws-actions|google-github-actions|azure|sigstore|anchore|aquasecurity|codecov|coverallsapp|softprops|ncipollo|slackapi|dorny|dawidd6|hashicorp|ossf|step-security|dependabot|peaceiris|JamesIves|pypa|rubygems|crazy-max|marocchino|peter-evans|amannn|EnricoMi|test-summary|mikepenz|jlumbroso|release-drafter|googleapis|fossas|snyk|github|browser-actions|helm|oras-project|imjasonh|cue-lang|fluxcd)\/|^SonarSource\//;

/** Whether an action is known to run no check of style, types or format. */
export function isHarmlessAction(uses: string): boolean {
  return (
    ACTIONS.test(uses) && !/^(?:actions\/github-script|github\/super-linter|helm\/chart-testing-action)/.test(uses)
  );
}
