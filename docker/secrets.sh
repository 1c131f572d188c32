#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the secret files that the compose files hand to their containers.
#
#   docker/secrets.sh              docker/secrets/local/ for compose.yml (test chain of four) and docker/.env
#   docker/secrets.sh validator    docker/secrets/validator/ for compose.validator.yml (a real artel)
#
# Keys come from the node itself: $ARTEL_BINARY, else target/release/artel-node, else the image
# $ARTEL_IMAGE (artel-node:prebuilt) by docker or podman. Nothing is ever overwritten.
#
# The folder is closed to everyone but its owner; the files in it are readable, because an engine mounts
# them one by one, with their mode, into a container that runs as uid 1001.
set -euo pipefail
umask 077

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
repo="$(dirname "${here}")"
image="${ARTEL_IMAGE:-artel-node:prebuilt}"

die() {
	echo "secrets.sh: $*" >&2
	exit 1
}

# Sets `node`, the command that runs the node's binary; it works on standard input and output only.
find_node() {
	local binary="${ARTEL_BINARY:-${repo}/target/release/artel-node}" engine
	if [ -x "${binary}" ]; then
		node=("${binary}")
		return
	fi
	[ -z "${ARTEL_BINARY:-}" ] || die "ARTEL_BINARY=${ARTEL_BINARY} is not an executable file"
	for engine in docker podman; do
		if command -v "${engine}" >/dev/null && "${engine}" image inspect "${image}" >/dev/null 2>&1; then
			node=("${engine}" run --rm -i --network none --read-only "${image}")
			return
		fi
	done
	die "no node found: build it (cargo build --release), set ARTEL_BINARY, or load the image ${image}"
}

# Writes a new node key to file $1 and prints the peer id that goes with it.
node_key() {
	"${node[@]}" key generate-node-key >"$1" 2>/dev/null || die "the node could not make a key"
	[ -s "$1" ] || die "the node printed no key"
	"${node[@]}" key inspect-node-key <"$1" || die "the node could not read the key it made"
}

# Work happens in $new, which becomes the final folder only when it is complete.
new=""
trap '[ -z "${new}" ] || rm -rf "${new}"' EXIT

begin() {
	[ ! -e "$1" ] || die "${1#"${repo}/"} exists already; move it away yourself if you want new keys"
	find_node
	mkdir -p "$(dirname "$1")"
	new="$(mktemp -d "$1.new.XXXXXX")"
}

finish() {
	chmod 0444 "${new}"/*
	mv -T "${new}" "$1"
	new=""
}

local_chain() {
	local target="${here}/secrets/local" env_file="${here}/.env" name peer alice=""
	[ ! -e "${env_file}" ] || die "${env_file#"${repo}/"} exists already; it would not match new keys"
	begin "${target}"
	for name in alice bob charlie dave rpc; do
		peer="$(node_key "${new}/${name}.node-key")"
		echo "${name}: peer ${peer}"
		if [ "${name}" = alice ]; then alice="${peer}"; fi
	done
	# The derivation paths behind the test chain's session keys: public knowledge, no secrets.
	for name in alice bob charlie dave; do
		printf '//%s\n' "${name^}" >"${new}/${name}.seed"
	done
	: >"${new}/keystore-password"
	finish "${target}"
	printf 'ALICE_PEER_ID=%s\n' "${alice}" >"${env_file}"
	echo "written: docker/secrets/local/ and docker/.env"
}

validator() {
	local target="${here}/secrets/validator" peer
	begin "${target}"
	peer="$(node_key "${new}/node-key")"
	# No line end: the node takes the whole file as the password.
	head -c 32 /dev/urandom | base64 | tr -d '\n' >"${new}/keystore-password"
	finish "${target}"
	echo "written: docker/secrets/validator/ (back it up: without the password the keystore is lost)"
	echo "peer id of this node: ${peer}"
}

case "${1:-local}" in
	local) local_chain ;;
	validator) validator ;;
	*) die "unknown argument '$1' (nothing, or 'validator')" ;;
esac
