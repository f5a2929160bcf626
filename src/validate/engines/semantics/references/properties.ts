import type { Lookup } from './place.ts';

/** What each context has, in lower case. (contexts reference, read in November 2026) */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  github:
    words(`action action_path action_ref action_repository action_status actor actor_id api_url artifact_cache_size_limit base_ref
    env event event_name event_path graphql_url head_ref job job_workflow_sha output path ref ref_name ref_protected ref_type repository
    repository_id repository_owner repository_owner_id repository_visibility repositoryurl retention_days run_attempt run_id run_number
    secret_source server_url sha state step_summary token triggering_actor workflow workflow_ref workflow_sha workspace`),
  job: words('check_run_id container services status workflow_file_path workflow_ref workflow_repository workflow_sha'),
  runner: words('arch debug environment name os temp tool_cache workspace'),
  strategy: words('fail-fast job-index job-total max-parallel'),
};

/** What a context that is the same everywhere does not have. */
export const propertyFault: Lookup = ([context = '', property = '']) => {
  const known = PROPERTIES[context] ?? [];
  return known.includes(property) ? null : { rule: 'unknown-property', params: { context, property } };
};

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
