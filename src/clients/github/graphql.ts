import * as z from 'zod/mini';
import { ActionError } from '../../domain/errors.ts';

/** GraphQL answers 200 whatever happens; what went wrong stands beside the data. (docs.github.com/graphql) */
export const GraphQlAnswer = z.object({
  data: z.nullish(z.unknown()),
  errors: z.optional(z.array(z.object({ type: z.optional(z.string()) }))),
});

/** What GraphQL found: the rest is null in it. Throws GITHUB_RATE_LIMITED, GITHUB_INVALID, GITHUB_UNREACHABLE. */
export function dataOf<T>(answer: z.infer<typeof GraphQlAnswer>, schema: z.ZodMiniType<T>): T {
  const { data, errors = [] } = answer;
  if (errors.some(({ type }) => type === 'RATE_LIMITED'))
    throw new ActionError('GITHUB_RATE_LIMITED', 'POST /graphql: the points of this hour are used up.');
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  if (errors.length > 0) throw new ActionError('GITHUB_INVALID', 'POST /graphql: GitHub could not answer the query.');
  throw new ActionError('GITHUB_UNREACHABLE', 'POST /graphql: the answer is not what GitHub documents.');
}
