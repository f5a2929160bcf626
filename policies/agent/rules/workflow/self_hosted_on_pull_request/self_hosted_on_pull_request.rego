# METADATA
# title: A pull request can run on a machine of your own
# description: Whoever opens a pull request then runs code inside your network, on a machine that outlives the run.
# custom:
#   level: error
#   message: "The job {job} runs on a machine of your own, and a pull request of a fork can start it."
#   help: "Let the job run only where github.event.pull_request.head.repo.full_name equals github.repository."
#   aliases: [zizmor/self-hosted-runner, poutine/pr_runs_on_self_hosted]
package agent.rules.workflow.self_hosted_on_pull_request

report contains {"path": array.concat(job.path, ["runs-on"]), "params": {"job": job.id}} if {
	some job in input.jobs
	"fork" in job.selfHosted
}

report contains {"path": array.concat(job.path, ["runs-on"]), "params": {}, "message": message, "level": "note"} if {
	some job in input.jobs
	"fork" in job.unknownRunner.in
	message := concat("", ["The label ", job.unknownRunner.label, " may be one of a machine of your own, and a pull request of a fork can start the job ", job.id, "."])
}
