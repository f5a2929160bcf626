/** The command that brings a tool for which there is no action. pipx keeps each of Python's apart from the project; Bats is no package of it. */
export function installation(tool: string): string {
  return COMMANDS[tool] ?? `pipx install ${tool}`;
}

const COMMANDS: Readonly<Record<string, string>> = {
  bats: 'sudo apt-get update && sudo apt-get install --yes bats',
  // With the versions of its own packages that its makers have tested: newer ones have broken it.
  pdm: "pipx install 'pdm[locked]'",
};
