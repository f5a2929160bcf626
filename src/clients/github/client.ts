import { endpoint } from '@octokit/endpoint';
import type { Endpoints } from '@octokit/types';
import type * as z from 'zod/mini';
import type { Deadline } from '../../domain/deadline.ts';
import { ActionError } from '../../domain/errors.ts';
import { agentsFor } from '../http/agents.ts';
import type { HttpAnswer, HttpRequest } from '../http/transport.ts';
import { parseAnswer } from './answer.ts';
import { type Exchange, exchangeOver } from './exchange.ts';
import { dataOf, GraphQlAnswer } from './graphql.ts';
import { nextPage } from './pages.ts';

type Route = keyof Endpoints;
export type ReadRoute = Extract<Route, `GET ${string}`>;
export type WriteRoute = Exclude<Route, ReadRoute>;
export type ParametersOf<R extends Route> = Endpoints[R]['parameters'];
type Schema<T> = z.ZodMiniType<T>;

/**
 * GitHub's REST API. Routes and parameters are held against GitHub's own description by the compiler, answers against a schema by us.
 * Every method throws the codes that begin with `GITHUB_`.
 */
export interface GitHubClient {
  read<R extends ReadRoute, T>(route: R, parameters: ParametersOf<R>, schema: Schema<T>): Promise<T>;
  /** The items of every page, a hundred each; null where there are more than `limit` pages. */
  readPages<R extends ReadRoute, T>(route: R, parameters: ParametersOf<R>, pages: Pages<T>): Promise<T[] | null>;
  /** Never asked twice. */
  write<R extends WriteRoute, T>(route: R, parameters: ParametersOf<R>, schema: Schema<T>): Promise<T>;
  /** A GraphQL query, which only reads. Gives its `data`; what could not be found in it is null there. */
  query<T>(query: string, variables: Readonly<Record<string, string>>, schema: Schema<T>): Promise<T>;
  /** Requests sent until now: retries, redirects and pages are some of them. */
  requestCount(): number;
  /** Whether an app has the token, such as the job's own, and not a person. */
  readonly isAppToken: boolean;
}

export interface Pages<T> {
  readonly items: Schema<T[]>;
  readonly limit: number;
}

export interface ClientOptions {
  /** GITHUB_API_URL: `https://api.github.com`, or `https://<host>/api/v3` of an Enterprise server. */
  readonly apiUrl: string;
  readonly token: string;
  readonly deadline: Deadline;
  /** The variables that name proxies are read from it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Before the second attempt of what is read; half a second where nothing else is said. */
  readonly backoffMilliseconds?: number;
}

/** Throws TOKEN_MISSING, GITHUB_UNAUTHORIZED for what can be no token, GITHUB_UNREACHABLE. Nothing is sent yet. */
export function githubClient({
  apiUrl,
  token,
  deadline,
  environment,
  backoffMilliseconds = 500,
}: ClientOptions): GitHubClient {
  assertToken(token);
  let sent = 0;
  const count = () => {
    sent += 1;
  };
  const exchange = exchangeOver({
    agents: agentsFor(environment, 'GITHUB_UNREACHABLE'),
    deadline,
    count,
    backoffMilliseconds,
  });
  const base = apiUrl.replace(/\/+$/, '');
  const build = builderOf(base, token);
  return {
    ...restOver(exchange, build),
    query: async (query, variables, schema) => {
      const request = build('POST /graphql', { query, variables });
      // An Enterprise server has it beside /api/v3.
      const url = new URL(`${base.replace(/\/v3$/, '')}/graphql`);
      return dataOf(parseAnswer(request, await exchange.read({ ...request, url }), GraphQlAnswer), schema);
    },
    requestCount: () => sent,
    isAppToken: token.startsWith('ghs_'),
  };
}

function restOver(exchange: Exchange, build: Builder): Pick<GitHubClient, 'read' | 'readPages' | 'write'> {
  return {
    read: async (route, parameters, schema) => {
      const request = build(route, parameters);
      return parseAnswer(request, await exchange.read(request), schema);
    },
    readPages: async (route, parameters, { items, limit }) => {
      const all = [];
      let next: HttpRequest | null = build(route, { per_page: 100, ...parameters });
      for (let page = 0; next !== null; page++) {
        if (page === limit) return null;
        const answer: HttpAnswer = await exchange.read(next);
        all.push(...parseAnswer(next, answer, items));
        next = nextPage(next, answer);
      }
      return all;
    },
    write: async (route, parameters, schema) => {
      const request = build(route, parameters);
      return parseAnswer(request, await exchange.write(request), schema);
    },
  };
}

function assertToken(token: string): void {
  if (token === '') throw new ActionError('TOKEN_MISSING', 'There is no token for GitHub.');
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new ActionError('GITHUB_UNAUTHORIZED', 'The token holds spaces or characters that no token has.');
}

type Builder = (route: string, parameters: Readonly<Record<string, unknown>>) => HttpRequest;

/** The version of the API that we were written for; a server that does not know it says so. */
const API_VERSION = '2022-11-28';

function builderOf(baseUrl: string, token: string): Builder {
  const prepared = endpoint.defaults({
    baseUrl,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'agent-generate',
      'x-github-api-version': API_VERSION,
    },
  });
  return (route, parameters) => {
    const { method, url, headers, body } = prepared(route, parameters);
    const given = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const all: Record<string, string> = Object.fromEntries(given);
    if (body === undefined) return { method, url: new URL(url), headers: all };
    const typed = { ...all, 'content-type': 'application/json' };
    return { method, url: new URL(url), headers: typed, body: JSON.stringify(body) };
  };
}
