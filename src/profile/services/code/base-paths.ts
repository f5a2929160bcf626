/** A setting that puts all paths of a program below another one: each with what stands behind it. */
const NAMED = /(?<![\w.])(\w{1,20})\s{0,4}[:=]\s{0,4}([^\n;]{1,300})/g;

/** What leaves the paths where they are. */
const NOWHERE = /^(?:undefined|null|(["'`])\.?\/?\1)\s{0,4}(?:$|[,})])/;

/** What a variable of the environment tells, with what holds where nobody sets it. */
const TOLD = /^(?:process\.env|import\.meta\.env|env)\.(\w{1,60})(.{0,300})$/;

/** A text that is a path of at least one step. */
const STEPS = /(["'`])\/?[\w$]/;

/**
 * Whether a file of settings puts all paths of a program elsewhere, by a setting of that name: not where it names none, or only a variable
 * of the environment that the Dockerfile, whose text is given, sets to nothing.
 */
export function isMoved(settings: string, name: string, dockerfile: string): boolean {
  const code = settings.replace(/^\s{0,40}(?:\/\/|\/?\*).{0,2000}$/gm, '');
  const values = [...code.matchAll(NAMED)].flatMap(([, key, value = '']) => (key === name ? [value.trim()] : []));
  if (values.length === 0) return code.includes(name);
  return values.some((value) => {
    const [, variable, rest = ''] = TOLD.exec(value) ?? [];
    return variable === undefined ? !NOWHERE.test(value) : STEPS.test(rest) || isSet(dockerfile, variable);
  });
}

function isSet(dockerfile: string, variable: string): boolean {
  return dockerfile.split('\n').some((line) => {
    const at = /^\s*(?:ENV|ARG|RUN)\s/i.test(line) ? line.indexOf(variable) : -1;
    return at >= 0 && /^(?:=|\s{1,4})["']?[\w/]/.test(line.slice(at + variable.length));
  });
}
