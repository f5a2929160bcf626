import { isHealthRoute } from './health-names.ts';
import type { Match } from './routes.ts';

/** Files that may be a site of nginx. */
export const NGINX_SITE = /(?:^|\/)(?:nginx|default)[\w.-]*\.conf(?:\.\w+)?$/;

/** `location = /health {`, by its text alone. (nginx.org, "location") */
const LOCATION =
  /^[^\S\n]{0,40}location[^\S\n]{1,4}(?:(?:=|\^~)[^\S\n]{1,4})?(\/[\w./-]{1,100})[^\S\n]{0,4}\{((?:[^{}"']|"[^"\n]{0,300}"|'[^'\n]{0,300}'){0,1000})\}/gm;

/** What it answers by itself, without a file or another server. (nginx.org, "return") */
const ANSWERS = /(?:^|;|\s)return\s{1,4}20[04]\b/;

/** Health routes that a site of nginx answers by itself. */
export function nginxRoutes(text: string): Match[] {
  return [...text.matchAll(LOCATION)].flatMap(({ 0: all, 1: path = '', 2: body = '', index }) =>
    isHealthRoute(path) && ANSWERS.test(body.replace(/#.{0,300}/g, ''))
      ? [{ value: path, offset: index + all.length - all.trimStart().length }]
      : [],
  );
}
