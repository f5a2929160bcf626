# METADATA
# title: Text of outsiders becomes the environment of later steps
# description: "Each line of GITHUB_ENV is a variable of every later step, and each of GITHUB_PATH a folder where programs are looked for. A text of several lines can set any variable, such as one that loads code into the next program."
# custom:
#   level: error
#   message: "{text} is written to GITHUB_{file}, where it may set any variable or program of later steps."
#   help: "Hand it on through $GITHUB_OUTPUT and env of the step that needs it, or check it first, as a number for one."
#   aliases: [zizmor/github-env]
package agent.rules.workflow.untrusted_environment

import data.agent.facts

report contains {"path": array.concat(step.path, ["run"]), "params": step.script.environmentWrite} if {
	some step in facts.steps
	"outsider" in step.startedBy
	step.script.environmentWrite != null
}

# Whoever calls it may be started by an outsider.
report contains {"path": array.concat(step.path, ["run"]), "params": step.script.environmentWrite, "level": "warning"} if {
	some step in facts.steps
	"caller" in step.startedBy
	not "outsider" in step.startedBy
	step.script.environmentWrite != null
}
