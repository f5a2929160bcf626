# METADATA
# title: A pull request can deploy
# description: A job that deploys or publishes, and that a pull request starts, puts unreviewed code into production. Where an earlier step or job decides, or the environment alone tells of a deployment, it is a warning.
# custom:
#   level: error
#   message: "The job {job} deploys or publishes, and a pull request can start it."
#   help: "Let the job run on the default branch or on tags alone, in a protected environment."
#   aliases: []
package agent.rules.workflow.deploy_on_pull_request

report contains {"path": place(job), "params": {"job": job.id}} if {
	some job in input.jobs
	certain(job)
}

report contains {"path": place(job), "params": {}, "message": message, "level": "warning"} if {
	some job in input.jobs
	not certain(job)
	message := suspicion(job)
}

place(job) := array.concat(job.path, ["environment"]) if "proposal" in job.deploys

place(job) := job.path if not "proposal" in job.deploys

certain(job) if {
	some step in job.steps
	"proposal" in step.surelyDeploys
}

certain(job) if {
	"proposal" in job.deploys
	job.isLive
	not has_deployments(job)
}

has_deployments(job) if {
	some step in job.steps
	count(step.deploys) > 0
}

suspicion(job) := concat("", ["The job ", job.id, " may deploy or publish, and a pull request can start it."]) if {
	some step in job.steps
	"proposal" in step.deploys
} else := concat("", ["The job ", job.id, " runs in an environment for deployments, and a pull request can start it."]) if {
	"proposal" in job.deploys
}
