/** The command that brings a tool for which there is no action. pipx keeps each of Python's apart from the project; Bats is no package of it. */
export function installation(tool: string): string {
  return tool === 'bats' ? 'sudo apt-get update && sudo apt-get install --yes bats' : `pipx install ${tool}`;
}
