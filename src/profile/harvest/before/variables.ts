import { mayHoldSecret } from '../../../secrets/suspicion.ts';
import { isProduction } from './settings.ts';

/** By what a variable changes which programs run, how, or where they get things from; what belongs to a runner or an account; and what a pipeline tells itself. */
const NEVER = new RegExp(
  [
    '^(?:',
    'PATH|HOME|SHELL|USER|LOGNAME|PWD|IFS|ENV|CI|TMPDIR|TEMP|TMP|EDITOR|PAGER|VISUAL|CDPATH|BASH_ENV|SHELLOPTS|BASHOPTS|PS4|PROMPT_COMMAND|',
    'NODE_(?:OPTIONS|PATH|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)|PYTHON(?:PATH|HOME|STARTUP|INSPECT|BREAKPOINT|WARNINGS)|RUBY(?:OPT|LIB)|',
    'PERL5?(?:OPT|LIB)|PERL5DB|(?:_?JAVA|JDK_JAVA|JAVA_TOOL)_OPTIONS|JAVA_HOME|CLASSPATH|(?:MAVEN|GRADLE|SBT|ANT|JVM)_(?:OPTS|ARGS|HOME|USER_HOME)|',
    'GO(?!LANG)[A-Z]{2,}|CC|CXX|AR|LD|(?:RUSTC|CARGO|RUSTUP|RUSTDOC|SCCACHE|CCACHE)(?:_\\w+)?|DOTNET_(?:ROOT|STARTUP_HOOKS|NOLOGO|CLI_\\w+)|(?:CORECLR|COMPLUS|COR)_\\w+|',
    '\\w*CACHE_(?:VERSION|KEY|DIR|PATH|PREFIX)|(?:DEFAULT_)?(?:PYTHON|NODE|NODEJS|JAVA|GO|RUBY|PHP|DOTNET|RUST|ELIXIR|OTP)(?:_?VERSION)?|(?:PNPM|NPM|YARN|BUN|DENO|UV|POETRY|GRADLE|MAVEN|TERRAFORM|HELM|GOLANGCI_LINT)_VERSION|',
    'SEGMENT_DOWNLOAD_\\w+|FORCE_COLOR|NO_COLOR|PY_COLORS|CLICOLOR(?:_FORCE)?|COLORTERM|TERM|\\w*_(?:SHA|IMAGE_TAG)|PHPRC|PHP_INI_SCAN_DIR|ERL_\\w+|ELIXIR_ERL_OPTIONS|\\w*_PROXY|SSL_CERT_\\w+|XDG_\\w+|',
    '(?:LD|DYLD|GIT|GITHUB|RUNNER|ACTIONS|INPUT|DOCKER|AWS|AZURE|ARM|GOOGLE|GCP|GCLOUD|CLOUDSDK|NPM_CONFIG|PIP|UV|BUNDLE|GEM|COMPOSER|TURBO|NX|SSH|SUDO|CODECOV|SONAR)_\\w+',
    ')$',
  ].join(''),
);

/** Names of what keeps others out: only a word that keeps nobody out is one of a test. */
const PRIVATE = /TOKEN|SECRET|PASS|PRIVATE|CREDENTIAL|KEY|AUTH/i;
const ORDINARY = /^[a-z]{0,12}(?:[-_.]?[a-z]{1,12}){0,2}\d{0,4}$/i;

/** What means the same to every shell once it is quoted; a path from the root, or from somebody's home, is one of another machine. */
const PLAIN = /^(?!\/(?!tmp\/|dev\/)|~)[\w ./:,=+@%?&~-]{0,200}$/;

/** A password in an address of this machine. */
const LOCAL_PASSWORD = /:\/\/[^\s/@:]{0,100}:[^\s/@]{0,100}@(?=(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?:[:/?]|$))/g;

/**
 * Whether a variable that a pipeline sets may stand in front of a command: it changes no program, and holds no secret. A name in small
 * letters is the pipeline's own.
 */
export function isCarried([name, value]: readonly [name: string, value: string]): boolean {
  if (!/^[A-Z_][A-Z0-9_]{0,60}$/.test(name) || NEVER.test(name) || !PLAIN.test(value)) return false;
  if (isProduction(name, value)) return false;
  const rest = value.replace(LOCAL_PASSWORD, '://');
  return !mayHoldSecret(`${name}=${rest}`) && (!PRIVATE.test(name) || ORDINARY.test(value));
}
