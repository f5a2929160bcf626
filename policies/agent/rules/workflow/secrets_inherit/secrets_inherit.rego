# METADATA
# title: A called workflow gets every secret
# description: With inherit the called workflow can read all secrets of the caller, also those that are added later.
# custom:
#   level: error
#   message: "The job {job} hands every secret to the workflow that it calls."
#   help: "Name under `secrets` those that the called workflow needs."
#   aliases: [zizmor/secrets-inherit]
package agent.rules.workflow.secrets_inherit

report contains {"path": array.concat(job.path, ["secrets"]), "params": {"job": job.id}} if {
	some job in input.jobs
	job.secretsInherit
}
