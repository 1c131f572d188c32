# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Building and trying the image with a container engine. Sourced by build.sh.

# Prints docker, podman or buildah: the first that really works here.
find_engine() {
	local choice="${ARTEL_ENGINE:-}"
	case "${choice}" in
		docker | podman | buildah) ;;
		"")
			choice=buildah
			if command -v docker >/dev/null && timeout 20 docker info >/dev/null 2>&1; then
				choice=docker
			elif podman_works; then
				choice=podman
			fi
			;;
		*) die "ARTEL_ENGINE=${choice}: expected docker, podman or buildah" ;;
	esac
	say "building with ${choice}"
	echo "${choice}"
}

# Root's podman leans on systemd (health checks, control groups); on a machine without it, such as a
# container or a small virtual machine, it installs well and then fails to run anything.
podman_works() {
	command -v podman >/dev/null || return 1
	if [ "$(id -u)" = 0 ] && [ ! -d /run/systemd/system ]; then return 1; fi
	timeout 20 podman info >/dev/null 2>&1
}

# engine_build ENGINE TARGET CONTEXT TAG
engine_build() {
	local engine="$1" target="$2" context="$3" tag="$4" options=()
	# podman writes OCI images by default, and those carry no health check.
	if [ "${engine}" = podman ]; then options+=(--format docker --ignorefile "${here}/Dockerfile.dockerignore"); fi
	DOCKER_BUILDKIT=1 limit 7200 "${engine}" build "${options[@]}" --file "${here}/Dockerfile" --target "${target}" \
		--build-arg "COMMIT=$(commit)" --build-arg "VERSION=$(version)" --tag "${tag}" "${context}" >&2 ||
		die "${engine} could not build the ${target} target (no way to the base images? try ARTEL_ENGINE=buildah)"
	say "image ${tag}: $("${engine}" image inspect --format '{{.Size}}' "${tag}" | awk '{ printf "%d MB", $1 / 1e6 }')"
}

trial_container=""
trial_engine=""

# A short life of the image under the limits that the compose files set.
engine_trial() {
	local engine="$1" tag="$2" id seen
	local lock=(--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges)
	seen="$(limit 60 "${engine}" run --rm "${lock[@]}" "${tag}" --version)" ||
		die "the node does not start in the image (built against another libc or libssl?)"
	id="$(limit 60 "${engine}" run --rm "${lock[@]}" --entrypoint id "${tag}" -u)"
	[ "${id}" = 1001 ] || die "the image runs as uid ${id}, expected 1001"
	say "trial: ${seen%%$'\n'*}, uid ${id}"

	trial_engine="${engine}"
	trial_container="$("${engine}" run -d "${lock[@]}" "${tag}" --base-path /data --dev --sealing instant)"
	wait_until 60 "${engine}" exec "${trial_container}" artel-health || {
		"${engine}" logs --tail 30 "${trial_container}" >&2
		die "the node did not become healthy"
	}
	limit 60 "${engine}" stop -t 40 "${trial_container}" >/dev/null || die "the node did not stop"
	say "trial: healthy, then stopped"
}

engine_tidy() {
	[ -n "${trial_container}" ] || return 0
	"${trial_engine}" rm --force --volumes "${trial_container}" >/dev/null 2>&1
}

# wait_until SECONDS COMMAND...: tries once a second.
wait_until() {
	local end=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "${SECONDS}" -lt "${end}" ] || return 1
		sleep 1
	done
}
