#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds, tries and checks the node's image. `cargo xtask docker` calls it; it works by itself too.
#
#   docker/build.sh lint               Dockerfile, shell scripts and compose files
#   docker/build.sh prebuilt BINARY    image artel-node:prebuilt around a binary, then a trial run of it
#   docker/build.sh source             image artel-node:source compiled from this checkout, then a trial run
#
# A running docker or a working podman is used where there is one. Elsewhere, as root on Debian, buildah
# builds without any engine: the base image is put together from the Debian mirrors this machine already
# uses, everything happens under target/docker, and the result is an archive there that `docker load` takes.
#
# ARTEL_ENGINE=docker|podman|buildah   overrides the choice
# ARTEL_SKIP_TRIAL=1                   leaves out the trial run (for a binary that is no node)
#
# Exit codes: 0 done, 1 failed, 2 wrong use, 3 something this machine lacks.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
repo="$(dirname "${here}")"
cache="${repo}/target/docker"

# Cargo sets this for its own toolchain when it starts us; Debian's programs must not see it.
unset LD_LIBRARY_PATH

# shellcheck source=docker/lib/common.sh
. "${here}/lib/common.sh"
# shellcheck source=docker/lib/lint.sh
. "${here}/lib/lint.sh"
# shellcheck source=docker/lib/engine.sh
. "${here}/lib/engine.sh"
# shellcheck source=xtask/bare/buildah.sh
. "${repo}/xtask/bare/buildah.sh"

usage() {
	sed -n '5,7s/^# *//p' "${BASH_SOURCE[0]}" >&2
	exit 2
}

# The context of the second target: the binary and the one file that the base stage copies.
stage_prebuilt() {
	local context="${scratch}/context"
	mkdir -p "${context}/docker"
	cp --reflink=auto -- "$1" "${context}/artel-node"
	cp -- "${here}/health.sh" "${context}/docker/"
	echo "${context}"
}

# build TARGET CONTEXT: dispatches to the engine at hand, then tries what it made.
build() {
	local target="$1" context="$2" tag engine
	tag="artel-node:${target/artel-node/source}"
	engine="$(find_engine)"
	if [ "${engine}" = buildah ]; then
		buildah_prepare "${target}"
		buildah_build "${target}" "${context}" "${tag}"
		[ "${ARTEL_SKIP_TRIAL:-}" = 1 ] || buildah_trial "${tag}"
		buildah_export "${tag}"
	else
		engine_build "${engine}" "${target}" "${context}" "${tag}"
		[ "${ARTEL_SKIP_TRIAL:-}" = 1 ] || engine_trial "${engine}" "${tag}"
	fi
}

[ "$#" -ge 1 ] || usage
mode="$1"
shift
case "${mode}" in
	lint)
		[ "$#" = 0 ] || usage
		make_scratch
		lint
		;;
	prebuilt)
		[ "$#" = 1 ] || usage
		if [ ! -f "$1" ] || [ ! -x "$1" ]; then die "$1 is not an executable file"; fi
		make_scratch
		build prebuilt "$(stage_prebuilt "$1")"
		;;
	source)
		[ "$#" = 0 ] || usage
		make_scratch
		build artel-node "${repo}"
		;;
	*) usage ;;
esac
say "done in ${SECONDS} s"
