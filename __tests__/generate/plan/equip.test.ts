import { expect, it } from 'vitest';
import { equip } from '../../../src/generate/plan/equip.ts';
import { command, unit } from '../profiles.ts';

it('brings packages of the system before the set-up that compiles gems with them', () => {
  const packages = command('sudo apt-get update && sudo apt-get install -y libpq-dev');
  const install = [packages, command('bundle install')];
  const ruby = unit({
    ecosystem: 'ruby',
    manager: 'bundler',
    commands: { install, lint: [], test: [command('bin/rails test')], build: [] },
  });
  const told = equip(ruby).map((step) => (step.kind === 'run' ? step.name : step.kind));
  expect(told).toEqual(['Install system packages', 'setup', 'Install dependencies']);
});
