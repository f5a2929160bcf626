# METADATA
# title: The token of an app may do all that the app may
# description: "An app is installed once for many uses, and its token has the rights of all of them where none are named. What steals the token has them, too."
# custom:
#   level: warning
#   message: "The token {problem}."
#   help: "Name the permissions that are needed, as in `permission-contents: read`, keep to this repository or list `repositories`, and let the token be revoked."
#   aliases: [zizmor/github-app]
package agent.rules.workflow.app_token_unscoped

import data.agent.facts

report contains {"path": array.concat(step.path, problem.path), "params": {"problem": problem.says}} if {
	some step in facts.steps
	some problem in problems(step.appToken)
}

problems(token) := [problem | some problem in all_problems; problem.is == token[problem.of]]

all_problems := [
	{"of": "hasPermissions", "is": false, "path": ["uses"], "says": "has every permission of its app: none is named"},
	{"of": "isForAllRepositories", "is": true, "path": ["with", "owner"], "says": "is for every repository of its owner: none is named"},
	{"of": "outlivesJob", "is": true, "path": ["with", "skip-token-revoke"], "says": "stays valid when the job is over"},
]
