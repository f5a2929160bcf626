# METADATA
# title: A condition takes somebody for a bot who need not be it
# description: "The actor is whoever caused the event last. A bot can be made to do that on a pull request of somebody else, whose code then passes for the bot's."
# custom:
#   level: error
#   message: "{context} says who caused the event last, not whose work it is."
#   help: "Compare the author instead, as in `github.event.pull_request.user.login == 'dependabot[bot]'`."
#   aliases: [zizmor/bot-conditions, poutine/confused_deputy_auto_merge]
package agent.rules.workflow.bot_conditions

import data.agent.facts

report contains {"path": array.concat(place.path, ["if"]), "params": {"context": place.supposedBot}, "level": level} if {
	some place in facts.places
	place.supposedBot != null
	some level in levels(place)
}

# Where strangers start the run with the rights of the base, their code has them; elsewhere it is a branch of the repository's own.
levels(place) := {"error"} if "outsider" in place.startedBy

levels(place) := {"warning"} if {
	not "outsider" in place.startedBy
	"proposal" in place.startedBy
}
