# METADATA
# title: Commands are read out of any output
# description: With ACTIONS_ALLOW_UNSECURE_COMMANDS, or with set-env and add-path, whatever a program prints can change the environment of later steps.
# custom:
#   level: error
#   message: "What a program prints here can change the environment of later steps."
#   help: "Write to $GITHUB_ENV and $GITHUB_PATH instead, and take the variable out."
#   aliases: [zizmor/insecure-commands, checkov/CKV_GHA_1, actionlint/deprecated-commands]
package agent.rules.workflow.insecure_commands

import data.agent.facts

report contains {"path": array.concat(place.path, ["env"]), "params": {}} if {
	some place in facts.environments
	place.insecureCommands
}

report contains {"path": array.concat(step.path, ["run"]), "params": {}} if {
	some step in facts.steps
	step.script.insecureCommands
}
