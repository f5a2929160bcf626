import { expect, it } from 'vitest';
import { profiled } from './profiled.ts';

it('A tool that is only declared stands beside the commands of its unit', async () => {
  const mix =
    'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a, deps: [{:credo, "~> 1.7"}]]\nend\n';
  const { units } = await profiled({ 'mix.exs': mix, 'mix.lock': '' });
  expect(units[0]?.commands.lint).toEqual([]);
  expect(units[0]?.declared).toMatchObject([
    { check: 'lint', run: 'mix credo', because: [{ file: 'mix.exs', line: 3 }] },
  ]);
});
