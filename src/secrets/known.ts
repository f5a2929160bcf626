const SECRET_NAME =
  /(?:TOKEN|KEY|SECRET|PASSWORD|PASSWD|CREDENTIALS?|DSN)$|(?:^|[_-])(?:TOKEN|KEY|SECRET|PASSWORD|PASSWD|PASS|PAT|CREDENTIALS?|DSN)(?:$|[_-])/i;

/** Shorter values would cover half of what they are looked for in. */
const SHORTEST = 8;

/** The values of those variables whose name says that they are secret, sorted: what must stand in nothing that leaves the machine. */
export function knownSecrets(variables: Readonly<Record<string, string | undefined>>): string[] {
  const values = Object.entries(variables).flatMap(([name, value = '']) =>
    SECRET_NAME.test(name) && value.trim().length >= SHORTEST ? [value.trim()] : [],
  );
  return [...new Set(values)].sort();
}
