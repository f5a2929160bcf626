type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a server needs of the machine. RUNNER_TRACKING_ID is what the runner knows its own by: whatever happens to us and to our last step, it
 * ends at the end of the job what has it.
 */
const NAMES = [
  ...['PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'],
  ...['SystemRoot', 'SYSTEMROOT', 'LOCALAPPDATA', 'USERPROFILE', 'PATHEXT', 'COMSPEC', 'RUNNER_TRACKING_ID'],
  ...['CUDA_VISIBLE_DEVICES', 'HIP_VISIBLE_DEVICES', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
];
const PROXIES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];

/** The part of an environment that a server of models sees: names that are listed here, so no input and no token of the job. */
export function serverEnvironment(environment: Environment, more: Readonly<Record<string, string>> = {}) {
  const entries = [...NAMES, ...PROXIES].map((name) => [name, environment[name]] as const);
  const picked = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(picked), ...more };
}
