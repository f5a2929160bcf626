# METADATA
# title: A job has no timeout
# description: Without one a job that hangs is ended by GitHub after six hours.
# custom:
#   level: error
#   message: "The job {job} has no timeout."
#   help: "Set `timeout-minutes` to a few times what the job usually takes."
#   aliases: [kjanat/require-job-timeout]
package agent.rules.workflow.missing_timeout

report contains {"path": job.path, "params": {"job": job.id}} if {
	some job in input.jobs
	job.calls == null
	not job.hasTimeout
}
