# METADATA
# title: Text of outsiders becomes part of a program
# description: An expression in a script is put in as text before the script runs, so a title or a branch name can hold commands.
# custom:
#   level: error
#   message: "{expression} puts text that others write into a program."
#   help: "Give it to the step through env, and use the variable in the script."
#   aliases: [zizmor/template-injection, actionlint/expression, poutine/injection, checkov/CKV_GHA_2]
package agent.rules.workflow.template_injection

import data.agent.facts

report contains {"path": sink.path, "params": {"expression": sink.injected}} if {
	some step in facts.steps
	some sink in step.sinks
	sink.injected != null
}

report contains {"path": sink.path, "params": {}, "message": message, "level": level} if {
	some step in facts.steps
	some sink in step.sinks
	sink.injected == null
	message := concat("", [sink.madeByMatrix, " is made by an earlier job, and becomes part of a program."])
	level := weight(step.startedBy)
}

# Whoever proposes a change can name folders and files, of which such a matrix is often made.
weight(situations) := "warning" if {
	some situation in situations
	situation in {"proposal", "outsider", "caller"}
} else := "note"
