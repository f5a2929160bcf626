# METADATA
# title: A workflow writes workflows
# description: What a run writes below .github/workflows runs next, with rights that nobody reviewed. Where the job commits nothing it is a note.
# custom:
#   level: error
#   message: "This script writes below .github/workflows."
#   help: "Propose the change as a pull request by an app with that right, and let a person merge it."
#   aliases: []
package agent.rules.workflow.workflow_writes_workflows

report contains {"path": array.concat(step.path, ["run"]), "params": {}} if {
	some job in input.jobs
	hands_on(job)
	some step in job.steps
	step.script.writesWorkflows
}

report contains {"path": array.concat(step.path, ["run"]), "params": {}, "message": unseen, "level": "note"} if {
	some job in input.jobs
	not hands_on(job)
	some step in job.steps
	step.script.writesWorkflows
}

hands_on(job) if {
	some step in job.steps
	step.handsOn
}

unseen := "This script writes below .github/workflows; the job is not seen to commit it."
