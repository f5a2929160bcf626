# METADATA
# title: A container image is not pinned by digest
# description: A tag can be moved to another image at any time; a digest cannot. An image with a fixed tag is a warning, one without is an error.
# custom:
#   level: error
#   message: "The image {image} is not pinned by digest."
#   help: "Pin it with the digest that `docker buildx imagetools inspect {image}` prints: {image}@sha256:…"
#   aliases: [zizmor/unpinned-images, scorecard/Pinned-Dependencies]
package agent.rules.workflow.unpinned_image

report contains {"path": image.path, "params": {"image": image.raw}, "level": levels[image.pin]} if {
	some job in input.jobs
	some image in job.images
}

report contains {"path": image.path, "params": {"image": image.name}, "message": message, "level": "error"} if {
	some job in input.jobs
	some image in job.images
	image.pin == "broken"
	message := concat("", ["The digest of the image ", image.raw, " is not whole, so it names no image."])
}

levels := {"moving": "error", "tag": "warning"}
