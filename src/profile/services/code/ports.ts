import type { Match } from './routes.ts';

/** Calls that listen with the number in them, then defaults of a setting for the port. Each names its number in the first group. */
const LISTENS = [
  /\.listen\(\s*(\d{2,5})\b/g,
  /\b(?:ListenAndServe|ListenAndServeTLS|Run|Start|Listen)\(\s*"(?:0\.0\.0\.0)?:(\d{2,5})"/g,
  /\bnet\.Listen\(\s*"tcp[46]?",\s*"(?:0\.0\.0\.0)?:(\d{2,5})"/g,
  /\bAddr:\s{0,20}"(?:0\.0\.0\.0)?:(\d{2,5})"/g,
  /\bHealthProbeBindAddress:\s{0,20}"(?:0\.0\.0\.0)?:(\d{2,5})"/g,
  /\badd_insecure_port\(\s*f?["'](?:\[::\]|0\.0\.0\.0):(\d{2,5})["']/g,
  /\.run\([^()\n]{0,120}\bport\s?=\s?(\d{2,5})\b/g,
  /\bbind\(\s{0,20}\(?\s{0,20}"(?:0\.0\.0\.0|\[::\])(?:",\s{0,20}|:)(\d{2,5})\b/g,
  /\bSocketAddr::from\(\(\[0, ?0, ?0, ?0\], ?(\d{2,5})\)\)/g,
  /\bforPort\(\s*(\d{2,5})\s*\)/g,
  /\bset\s:port,\s*(\d{2,5})\b/g,
  /\b(?:listen|addListener|newServerAt)\(\s*"0\.0\.0\.0",\s*(\d{2,5})\b/g,
  /\bapp\.port\(\s*(\d{2,5})\s*\)/g,
  /\bbindAndHandle\([^()\n]{0,80}"0\.0\.0\.0",\s*(\d{2,5})\b/g,
  /\bbindHttp\(\s*(\d{2,5})\b/g,
  /\bwithPort\(\s*port"(\d{2,5})"/g,
  /\bdefaultWithPort\(\s*(\d{2,5})\b/g,
  /\bhostname\(\s*"0\.0\.0\.0",\s*port:\s?(\d{2,5})\b/g,
  // hexdocs.pm, "Bandit", "Plug.Cowboy": a child of a supervisor
  /\{\s{0,4}(?:Bandit|Plug\.Cowboy),[^{}]{0,200}\bport:\s{0,4}(\d{2,5})\b/g,
  /\bserver\.configuration\.port\s?=\s?(\d{2,5})\b/g,
];
const DEFAULTS = [
  /\.listen\(\s{0,20}(?:Number\(|parseInt\(|\+)?\s{0,4}process\.env\.\w{1,60}\s{0,4}(?:\|\||\?\?)\s{0,4}["'`]?(\d{2,5})\b/g,
  /\brun\([^()\n]{0,120}\bport\s?=\s?(?:int\(\s?)?os\.(?:environ\.get|getenv)\(\s?["']\w{1,60}["'],\s{0,4}["']?(\d{2,5})\b/g,
  /\blong\s?=\s?"(?:http-|server-|listen-)?port"[^\]]{0,200}\bdefault_value(?:_t)?\s?=\s?"?(\d{2,5})\b/g,
  /\b(?:add_argument|option)\([^()]{0,80}["']--(?:http-|server-|listen-)?port["'][^()]{0,160}\bdefault\s?=\s?["']?(\d{2,5})\b/g,
  /\bset_default\(\s{0,20}"port",\s{0,20}"?(\d{2,5})\b/g,
  /\bPORT\b["'\])]{0,3}\s{0,4}(?:\|\||\?\?|,)\s{0,4}["'`]?:?(\d{2,5})\b/g,
  /\b(?:Int|Uint|Uint16|String)(?:Var)?P?\([^()\n]{0,60}"(?:(?:http|server|listen|bind|api|web|health-probe-bind)[-_.]?)?(?:[Pp]ort|[Aa]ddr|[Aa]ddress)",(?:\s{0,4}"\w",)?\s{0,4}"?(?:0\.0\.0\.0)?:?(\d{2,5})\b/g,
];

/** What the settings of servers say, by how their files are called. (puma.io, "Configuration": port, bind; docs.gunicorn.org, "Settings": bind) */
const OF_SERVERS = [
  /^[^\S\n]{0,8}port[^\S\n]{1,4}(?:Integer\()?ENV\.fetch\(["']\w{1,60}["'](?:,\s{0,4}|\)\s{0,4}\{\s{0,4})["']?(\d{2,5})\b/gm,
  /^[^\S\n]{0,8}port[^\S\n]{1,4}(\d{2,5})[^\S\n]{0,8}(?:#.{0,200})?$/gm,
  /^[^\S\n]{0,8}bind[^\S\n]{0,4}=?[^\S\n]{0,4}["'](?:tcp:\/\/)?(?:0\.0\.0\.0|\[::\]|#\{ENV\.fetch\([^(){}]{1,60}\)\})?:(?:#\{ENV\.fetch\(["']\w{1,60}["'],\s{0,4}["']?)?(\d{2,5})\b/gm,
];
/** Files in which servers of Ruby and Python are told what they listen on. */
export const SERVER_SETTINGS = /(?:^|\/)(?:puma\.rb|gunicorn[\w.]{0,40}\.py)$/;

/** Where Go's profiler answers by custom: nobody is served there. (pkg.go.dev, "net/http/pprof") */
const PROFILER = '6060';

/** Ports that this text listens on, those that are plain first. */
export function portsInCode(text: string, file: string): Match[] {
  const patterns = SERVER_SETTINGS.test(file) ? OF_SERVERS : [...LISTENS, ...DEFAULTS];
  if (!/port|listen|Addr|bind|Run\(|Start\(|ServerAt\(/i.test(text)) return [];
  const isProfiled = text.includes('net/http/pprof');
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 1: digits = '', index }) =>
      Number(digits) > 0 && Number(digits) <= 65_535 && !(isProfiled && digits === PROFILER)
        ? [{ value: digits, offset: index }]
        : [],
    ),
  );
}
