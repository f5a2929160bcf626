import { isHealthRoute } from './health-names.ts';
import { routeBelow, stepOf } from './route-paths.ts';
import type { Match } from './routes.ts';

/** A controller, with the attributes in the lines above it. */
const CONTROLLER =
  /((?:^[^\S\n]{0,20}\[[^\n]{1,200}\][^\S\n]{0,8}\n){0,8})[^\S\n]{0,20}(?:(?:public|internal|sealed|partial)\s{1,4}){1,4}class\s{1,4}(\w{1,80}?)Controller\b/gm;
const ROUTE = /\[Route\(\s{0,4}(?:template:\s{0,4})?"([^"\n]{0,100})"/;
const GET = /\[HttpGet(?:\(\s{0,4}(?:template:\s{0,4})?"([^"\n]{0,100})"[^[\]\n]{0,100}\))?\]/g;

/** What the controllers of ASP.NET in a file answer everybody that is called for health. (learn.microsoft.com, "Routing to controller actions") */
export function controllerRoutes(text: string, file: string): Match[] {
  if (!file.endsWith('.cs') || !text.includes('[HttpGet')) return [];
  const controllers = [...text.matchAll(CONTROLLER)];
  return controllers.flatMap(({ 0: all, 1: attributes = '', 2: name = '', index }, at) => {
    const start = index + all.length;
    const base = (ROUTE.exec(attributes)?.[1] ?? '').replace('[controller]', name.toLowerCase());
    const isClosed = /\[Authorize\b/.test(attributes);
    const body = text.slice(start, controllers[at + 1]?.index);
    return [...body.matchAll(GET)].flatMap(({ 0: get, 1: template, index: offset }) => {
      const [others = ''] = body.slice(offset + get.length, offset + 300).split(/\bpublic\b/, 1);
      const path = template ?? ROUTE.exec(others)?.[1] ?? '';
      const route = /^~?\//.test(path) ? path.replace('~', '') : routeBelow(stepOf(base), path);
      const isOpen = !isClosed || /AllowAnonymous/.test(others);
      return isOpen && isHealthRoute(route) && !/[^\w./-]/.test(route)
        ? [{ value: route, offset: start + offset }]
        : [];
    });
  });
}
