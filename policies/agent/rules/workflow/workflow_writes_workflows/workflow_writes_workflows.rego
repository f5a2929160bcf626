# METADATA
# title: A workflow writes workflows
# description: What a run writes below .github/workflows runs next, with rights that nobody reviewed.
# custom:
#   level: error
#   message: "This script writes below .github/workflows."
#   help: "Propose the change as a pull request by an app with that right, and let a person merge it."
#   aliases: []
package agent.rules.workflow.workflow_writes_workflows

import data.agent.facts

report contains {"path": array.concat(step.path, ["run"]), "params": {}} if {
	some step in facts.steps
	step.script.writesWorkflows
}
