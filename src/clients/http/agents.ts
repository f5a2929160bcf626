import { Agent as HttpAgent, type ProxyEnv } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { ActionError, type ErrorCode } from '../../domain/errors.ts';

/** The connections of one client. */
export interface Agents {
  agentFor(url: URL, method: string): HttpAgent;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/** Those of an environment that name proxies, and what is reached without one: for a thread that sees no other variable. */
export function proxyVariables(environment: Environment): Readonly<Record<string, string>> {
  const entries = [...PROXY_VARIABLES, 'no_proxy', 'NO_PROXY'].map((name) => [name, environment[name]] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/**
 * Reading reuses connections; each write has one of its own, since a server may close an idle one just as it is used again, and what was
 * written must not be written twice. The usual variables for proxies hold, NO_PROXY included. Throws the given code where this Node knows no
 * proxies: to go past one in silence is not what was asked for.
 */
export function agentsFor(environment: Environment, unreachable: ErrorCode): Agents {
  const proxy = proxyOf(environment, unreachable);
  const made = new Map<string, HttpAgent>();
  return {
    agentFor: ({ protocol }, method) => {
      const keepAlive = method === 'GET';
      const key = `${protocol} ${keepAlive}`;
      const agent = made.get(key) ?? new (protocol === 'https:' ? HttpsAgent : HttpAgent)({ keepAlive, ...proxy });
      made.set(key, agent);
      return agent;
    },
  };
}

function proxyOf(environment: Environment, unreachable: ErrorCode): { readonly proxyEnv?: ProxyEnv } {
  if (!PROXY_VARIABLES.some((name) => environment[name])) return {};
  if (!knowsProxies(process.versions.node))
    throw new ActionError(
      unreachable,
      `A proxy is set, and Node ${process.versions.node} cannot go through one; Node 24.5 or newer can (update the runner).`,
    );
  return { proxyEnv: { ...environment } };
}

/** `proxyEnv` is there since Node 24.5. (nodejs.org/api/http.html, "Built-in Proxy Support") */
function knowsProxies(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 5);
}
