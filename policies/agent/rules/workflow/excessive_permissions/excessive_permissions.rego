# METADATA
# title: A token may do more than a job needs
# description: Rights for the whole workflow reach every job and every action in it; write-all and read-all reach everything.
# custom:
#   level: error
#   message: "{what} is more than a job needs."
#   help: "Grant each scope on the one job that needs it, and never write-all or read-all."
#   aliases: [zizmor/excessive-permissions, scorecard/Token-Permissions]
package agent.rules.workflow.excessive_permissions

import data.agent.facts

report contains {"path": granted.path, "params": {"what": granted.kind}} if {
	some granted in facts.permissions
	granted.kind in {"read-all", "write-all"}
}

report contains {"path": ["permissions", scope], "params": {"what": what}, "level": severity} if {
	some scope, level in input.permissions.scopes
	level == "write"
	what := concat("", [scope, ": write for every job"])
}

default severity := "error"

# With one job alone nothing has too much yet; the next job would.
severity := "warning" if count(input.jobs) == 1
