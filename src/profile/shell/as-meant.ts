/** A line without the ways around a command that change nothing of what it does: retries, another user, a list of all packages, a formatter that must have nothing to say. */
export function asMeant(text: string): string {
  return withoutRetries(withSilence(withPackages(withoutHandedOn(text))));
}

/** What is tried again where it fails is one command. */
function withoutRetries(text: string): string {
  const [first = text, ...more] = text.split(' || ');
  return more.every((again) => again.trim() === first.trim()) ? first : text;
}

/** Who becomes another user keeps what the variables were by naming each; the command is the same. (man sudo, "env_reset"; man env) */
function withoutHandedOn(text: string): string {
  return text.includes('sudo ') ? text.replace(HANDED_ON, 'sudo ') : text;
}

const HANDED_ON =
  /\bsudo (?:-E |--preserve-env(?:=[\w,]{1,200})? ){0,2}env (?:"?([A-Z_]{1,40})="?\$\{?\1\}?"? ){1,6}(?=[\w./])/g;

/** Go's list of all packages is what Go takes their pattern for: of vendored ones `./...` knows nothing. (go help packages) */
function withPackages(text: string): string {
  return text.includes('go list ') ? text.replace(ALL_PACKAGES, './...') : text;
}

const ALL_PACKAGES = /(?:\$\((?:shell )?|`)go list \.\/\.\.\.(?: \| grep -v '?\/?vendor\/?'?)?(?:\)|`)/g;

/** What fails where Go's formatter names a file, in one spelling: names are more than nothing, or more words than it takes. (POSIX, "test"; gofmt, "Usage") */
function withSilence(text: string): string {
  if (!text.includes('fmt')) return text;
  return text.replace(SILENT, (found) => (found.includes('gofmt') ? "test -z 'gofmt -l .'" : "test -z 'go fmt ./...'"));
}

const FORMATS = String.raw`(?:gofmt(?: -[lsde]{1,4}){1,4} \.\/?|go fmt \.\/\.\.\.)(?: 2>&1)?(?: \| tee \/dev\/(?:stderr|tty))?`;
const SAID = String.raw`"?(?:\$?\$\((?:shell )?${FORMATS}\)|\`${FORMATS}\`)"?`;
/** Where a command begins: `! test -z` is another one. */
const SILENT = new RegExp(
  String.raw`(?<=^\s{0,20}[@+]?|[;&({]\s{0,8})(?:test -z ${SAID}|\[{1,2} -z ${SAID} \]{1,2})`,
  'g',
);
