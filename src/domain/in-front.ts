/** A variable and its value. */
export type Setting = readonly [name: string, value: string];

const IN_FRONT = /^([A-Za-z_]\w{0,60})=('[^']{0,200}'|[^\s']{0,200})\s{1,8}/;

/** The command without the variables in front of it. */
export function withoutVariables(run: string): string {
  const found = IN_FRONT.exec(run);
  return found ? withoutVariables(run.slice(found[0].length)) : run;
}

/** The variables in front of a command. */
export function variablesOf(run: string): readonly Setting[] {
  const found = IN_FRONT.exec(run);
  if (!found) return [];
  const [whole, name = '', value = ''] = found;
  return [[name, value.replaceAll("'", '')], ...variablesOf(run.slice(whole.length))];
}
