# METADATA
# title: A pull request can deploy
# description: A job that deploys or publishes, and that a pull request starts, puts unreviewed code into production.
# custom:
#   level: error
#   message: "The job {job} deploys or publishes, and a pull request can start it."
#   help: "Let the job run on the default branch or on tags alone, in a protected environment."
#   aliases: []
package agent.rules.workflow.deploy_on_pull_request

report contains {"path": job.path, "params": {"job": job.id}} if {
	some job in input.jobs
	not "proposal" in job.deploys
	some step in job.steps
	"proposal" in step.deploys
}

report contains {"path": array.concat(job.path, ["environment"]), "params": {"job": job.id}} if {
	some job in input.jobs
	"proposal" in job.deploys
}
