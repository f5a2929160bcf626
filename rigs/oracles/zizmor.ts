import { z } from 'zod';
import { type OracleFinding, runTool } from './program.ts';

const Location = z.object({
  symbolic: z.object({
    key: z.looseObject({ Local: z.object({ verbatim_path: z.string() }).optional() }),
    route: z.object({ route: z.array(z.union([z.object({ Key: z.string() }), z.object({ Index: z.number() })])) }),
    kind: z.string(),
  }),
  concrete: z.object({ location: z.object({ start_point: z.object({ row: z.number() }) }) }),
});

const Report = z.array(z.object({ ident: z.string(), desc: z.string(), locations: z.array(Location) }));

/** The personas of zizmor, each with the findings of those before it. */
export type Persona = 'regular' | 'pedantic' | 'auditor';

/** What zizmor says of workflows without asking the network, and without anybody's configuration. */
export function zizmor(files: readonly string[], persona: Persona = 'pedantic'): readonly OracleFinding[] {
  if (files.length === 0) return [];
  const options = ['--offline', '--persona', persona, '--format', 'json', '--no-exit-codes', '--no-config', '--quiet'];
  const printed: unknown = JSON.parse(runTool('zizmor', [...options, ...files], [0]));
  return Report.parse(printed).map(({ ident, desc, locations }) => {
    const primary = locations.find(({ symbolic }) => symbolic.kind === 'Primary') ?? locations[0];
    return {
      rule: ident,
      file: primary?.symbolic.key.Local?.verbatim_path ?? '',
      line: (primary?.concrete.location.start_point.row ?? 0) + 1,
      message: desc,
      places: locations.map(({ symbolic }) =>
        symbolic.route.route.map((step) => ('Key' in step ? step.Key : step.Index)),
      ),
    };
  });
}
