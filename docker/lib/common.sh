# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What every part of build.sh uses: messages, the scratch folder, packages. Sourced, never run.

say() { echo "docker: $*" >&2; }

die() {
	say "$*"
	exit 1
}

# For what the machine lacks, so that a caller can tell it from a failed build.
lacking() {
	say "$*"
	exit 3
}

scratch=""

# Everything temporary lives in one folder below target/docker, which goes away however the script ends.
make_scratch() {
	mkdir -p "${cache}"
	scratch="$(mktemp -d "${cache}/run.XXXXXX")"
	trap 'tidy' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
}

tidy() {
	local left
	# Parts add their own clean-up by defining these two functions' work.
	engine_tidy || true
	buildah_tidy || true
	# A mount that survived would let `rm` reach into whatever is mounted there.
	while IFS= read -r left; do
		umount -l -- "${left}" || true
	done < <(mounts_below "${scratch}")
	if [ -z "$(mounts_below "${scratch}")" ]; then
		rm -rf --one-file-system -- "${scratch}"
	else
		say "something is still mounted below ${scratch}: unmount it, then remove the folder"
	fi
}

# Deepest first, so that they can be taken off in this order.
mounts_below() {
	awk -v root="$1/" 'index($5, root) == 1 { print $5 }' /proc/self/mountinfo | sort -r
}

# limit SECONDS COMMAND...: ends what takes too long. Takes programs only, no shell functions.
limit() {
	local seconds="$1" code=0
	shift
	timeout --kill-after=20 "${seconds}" "$@" || code=$?
	if [ "${code}" = 124 ]; then say "gave up after ${seconds} s: $1 …"; fi
	return "${code}"
}

# need PROGRAM[=PACKAGE]...: installs by apt what is missing, where that is possible.
need() {
	local want program missing=()
	for want in "$@"; do
		program="${want%%=*}"
		command -v "${program}" >/dev/null || missing+=("${want#*=}")
	done
	[ "${#missing[@]}" -gt 0 ] || return 0
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		lacking "please install: ${missing[*]} (Debian: apt-get install ${missing[*]})"
	fi
	say "installing by apt: ${missing[*]}"
	# Package lists may be out of date: only then are they fetched anew.
	apt_install "${missing[@]}" || { limit 300 apt-get update -qq >&2 && apt_install "${missing[@]}"; } ||
		lacking "apt could not install ${missing[*]}"
}

apt_install() {
	DEBIAN_FRONTEND=noninteractive limit 600 \
		apt-get install -y -qq --no-install-recommends "$@" >"${scratch}/apt.log" 2>&1 ||
		{ tail -n 5 "${scratch}/apt.log" >&2; return 1; }
}

# The version in the workspace manifest and the commit, for labels and `--version`.
version() { sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' "${repo}/Cargo.toml"; }

commit() {
	local id
	id="$(git -c safe.directory="${repo}" -C "${repo}" rev-parse --short=11 HEAD 2>/dev/null)" || id=unknown
	echo "${id}"
}
