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
