# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Building and trying the image where no engine runs. Sourced by build.sh.
#
# buildah needs no daemon, and with chroot isolation no container runtime either. What is missing is a
# base image; mmdebstrap makes one from the package mirrors that this machine is configured with.

# Names from the Dockerfile, so that the release to build on is written down once.
runtime_image() { sed -n 's/^ARG RUNTIME_IMAGE=//p' "${here}/Dockerfile"; }
builder_image() { sed -n 's/^ARG BUILDER_IMAGE=//p' "${here}/Dockerfile"; }
suite() { runtime_image | sed 's/.*debian:\([a-z]*\).*/\1/'; }

driver=""

bah() {
	local seconds="$1"
	shift
	TMPDIR="${scratch}/tmp" BUILDAH_ISOLATION=chroot limit "${seconds}" buildah \
		--root "${scratch}/graph" --runroot "${scratch}/state" --storage-driver "${driver}" "$@"
}

# buildah_prepare TARGET
buildah_prepare() {
	[ "$(id -u)" = 0 ] || lacking "no engine runs here, and building without one needs root"
	need buildah mmdebstrap
	mkdir -p "${scratch}/tmp"
	# What a compile leaves on disk until it ends was several gigabytes where it was measured.
	local free want=3000
	if [ "$1" = artel-node ]; then want=10000; fi
	free="$(df --output=avail -BM "${scratch}" | tail -n 1 | tr -dc 0-9)"
	[ "${free}" -ge "${want}" ] || lacking "building needs ${want} MB of disk below ${cache}; ${free} MB are free"
	driver="$(storage_driver)"
	make_base
	import_base
}

# Overlay stores each layer once; vfs copies the whole tree for each, but works on every file system.
storage_driver() {
	local probe="${scratch}/probe" found=vfs
	mkdir -p "${probe}"/{lower,upper,work,merged}
	if mount -t overlay overlay -o "lowerdir=${probe}/lower,upperdir=${probe}/upper,workdir=${probe}/work" \
		"${probe}/merged" 2>/dev/null; then
		umount "${probe}/merged"
		found=overlay
	fi
	rm -rf --one-file-system -- "${probe}"
	say "storage driver: ${found}"
	echo "${found}"
}

base_archive() { echo "${cache}/base-$(suite).tar"; }

# A minimal Debian, kept for a week so that security fixes do not wait longer.
make_base() {
	local archive sources="${scratch}/mirrors.list" key value options=()
	archive="$(base_archive)"
	if [ -n "$(find "${archive}" -mtime -7 2>/dev/null)" ]; then
		say "base: ${archive#"${repo}/"} is there already"
		return
	fi
	# apt knows its mirrors best, whatever files they are written in.
	# shellcheck disable=SC2016  # apt fills these in, not the shell
	apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
		grep -E " $(suite)(-[a-z]+)? " | sort -u >"${sources}" || true
	grep -q " $(suite) " "${sources}" ||
		lacking "this machine's apt has no mirror of Debian $(suite); use docker or podman instead"
	# The base must reach the mirrors in the same way this machine does.
	for key in Acquire::Check-Valid-Until Acquire::Check-Date Acquire::http::Proxy Acquire::https::Proxy; do
		value="$(apt-config dump --format '%v' "${key}")"
		if [ -n "${value}" ]; then options+=("--aptopt=${key} \"${value}\""); fi
	done
	say "base: making Debian $(suite) with mmdebstrap (about half a minute)"
	if ! limit 600 mmdebstrap --variant=minbase --components=main "${options[@]}" \
		--dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
		--dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
		--format=tar "$(suite)" "${scratch}/base.tar" "${sources}" >"${scratch}/mmdebstrap.log" 2>&1; then
		tail -n 15 "${scratch}/mmdebstrap.log" >&2
		die "mmdebstrap failed"
	fi
	mv "${scratch}/base.tar" "${archive}"
}

# Gives the base the name that the Dockerfile asks for: nothing is pulled.
import_base() {
	local container
	container="$(bah 60 from scratch)"
	bah 300 add --quiet "${container}" "$(base_archive)" / >/dev/null
	bah 60 config --cmd /bin/bash "${container}"
	bah 300 commit --quiet --rm "${container}" "$(runtime_image)" >/dev/null
}

# buildah_build TARGET CONTEXT TAG
buildah_build() {
	local target="$1" context="$2" tag="$3" options=() log="${scratch}/build.log" out
	exec {out}>"${log}"
	if [ "${target}" = artel-node ]; then
		make_builder
		mapfile -t options < <(builder_mounts)
		# Compiling takes long: show it.
		exec {out}>&2
	fi
	say "building the ${target} target"
	# Docker's image format, because OCI's has no place for a health check.
	bah 7200 bud --format docker --pull-never --layers=false --target "${target}" "${options[@]}" \
		--file "${here}/Dockerfile" --ignorefile "${here}/Dockerfile.dockerignore" \
		--build-arg "COMMIT=$(commit)" --build-arg "VERSION=$(version)" --tag "${tag}" "${context}" >&"${out}" 2>&1 || {
		tail -n 30 "${log}" >&2
		die "buildah could not build the ${target} target"
	}
	exec {out}>&-
}

# A stand-in for the Rust image: the same Debian, with the toolchain of this machine mounted instead of
# copied. The WebAssembly target may sit in Debian's own compiler (`cargo xtask setup` says when), which
# is then installed like on this machine.
make_builder() {
	local container packages=(gcc libc6-dev ca-certificates) path lld
	command -v rustup >/dev/null || lacking "the source target needs a Rust toolchain installed by rustup"
	path="/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
	container="$(bah 60 from --pull-never "$(runtime_image)")"
	bah 60 config --env RUSTUP_HOME=/usr/local/rustup --env CARGO_HOME=/usr/local/cargo \
		--env "RUSTUP_TOOLCHAIN=$(active_toolchain)" "${container}"
	find_wasm_toolchain
	if [ "${wasm_toolchain}" = debian ]; then
		packages+=(cargo-web rustc-web rust-web-src)
		# The linker for WebAssembly comes with rustup's toolchain only.
		lld="$(rustc --print sysroot)/lib/rustlib/$(host_triple)/bin"
		path="${path}:/usr/local/rustup/${lld#"$(rustup_home)/"}"
		bah 60 config --env WASM_BUILD_TOOLCHAIN=debian "${container}"
	fi
	bah 60 config --env "PATH=${path}" "${container}"
	say "builder: installing ${packages[*]}"
	# Certificate authorities added to this machine count for the builder too, never for the image.
	if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
		bah 60 copy --quiet "${container}" /usr/local/share/ca-certificates/ /usr/local/share/ca-certificates/ >/dev/null
	fi
	bah 900 run "${container}" -- sh -c \
		'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" && rm -rf /var/lib/apt/lists/*' \
		sh "${packages[@]}" >"${scratch}/builder.log" 2>&1 ||
		{ tail -n 15 "${scratch}/builder.log" >&2; die "the builder's packages could not be installed"; }
	# The target's libraries are mounted from this machine, and only the compiler that made them reads them.
	if [ "${wasm_toolchain}" = debian ] &&
		[ "$(bah 60 run "${container}" -- /usr/bin/rustc --version)" != "$(/usr/bin/rustc --version)" ]; then
		lacking "Debian's rustc here is not the mirror's newest: upgrade rustc-web, then run cargo xtask setup"
	fi
	bah 600 commit --quiet --rm "${container}" "$(builder_image)" >/dev/null
}

rustup_home() { rustup show home; }
active_toolchain() { rustup show active-toolchain | awk '{ print $1; exit }'; }
host_triple() { rustc -vV | sed -n 's/^host: //p'; }

wasm_toolchain=""

# Sets the toolchain whose WebAssembly target is complete: empty for the active one, or debian.
find_wasm_toolchain() {
	if [ -d "$(rustc --print target-libdir --target wasm32v1-none)" ]; then
		wasm_toolchain=""
	elif [ -d "$(rustc +debian --print target-libdir --target wasm32v1-none 2>/dev/null)" ]; then
		wasm_toolchain=debian
	else
		lacking "the wasm32v1-none target is missing: run cargo xtask setup"
	fi
}

builder_mounts() {
	printf '%s\n' --volume "$(rustup_home):/usr/local/rustup:ro" \
		--volume "${CARGO_HOME:-${HOME}/.cargo}/bin:/usr/local/cargo/bin:ro"
	if [ "${wasm_toolchain}" = debian ]; then
		local libdir
		libdir="$(dirname "$(rustc +debian --print target-libdir --target wasm32v1-none)")"
		printf '%s\n' --volume "${libdir}:/usr/lib/rustlib/wasm32v1-none:ro"
	fi
}

# buildah_trial TAG: the same short life as with an engine. A chroot shares this machine's network, so the
# node picks its ports, and neither the read-only root nor the capabilities can be tried.
buildah_trial() {
	local tag="$1" container seen id log="${scratch}/node.log" port="" end pid
	[ -n "$(bah 60 inspect --type image --format '{{.Docker.Config.Healthcheck}}' "${tag}")" ] ||
		die "the image has no health check"
	container="$(bah 120 from --pull-never "${tag}")"
	seen="$(bah 60 run "${container}" -- artel-node --version)" ||
		die "the node does not start in the image (built against another libc or libssl?)"
	id="$(bah 60 run "${container}" -- id -u)"
	[ "${id}" = 1001 ] || die "the image runs as uid ${id}, expected 1001"
	say "trial: ${seen%%$'\n'*}, uid ${id}"

	# The shell leaves its process number behind for the stop below; the node then takes its place.
	# shellcheck disable=SC2016  # the shell inside expands it
	bah 180 run "${container}" -- sh -c 'echo $$ >/data/trial.pid; exec artel-node "$@"' sh --base-path /data \
		--dev --sealing instant --rpc-port 0 --port 0 --no-prometheus >"${log}" 2>&1 &
	pid=$!
	end=$((SECONDS + 60))
	while [ -z "${port}" ] && [ "${SECONDS}" -lt "${end}" ] && kill -0 "${pid}" 2>/dev/null; do
		sleep 1
		port="$(sed -n 's/.*Running JSON-RPC server: addr=127\.0\.0\.1:\([0-9]*\).*/\1/p' "${log}" | head -n 1)"
	done
	if [ -z "${port}" ] || ! wait_until 60 bah 20 run --env "ARTEL_RPC_PORT=${port}" "${container}" -- artel-health; then
		tail -n 30 "${log}" >&2
		die "the node did not become healthy"
	fi
	# shellcheck disable=SC2016
	bah 20 run "${container}" -- sh -c 'kill -TERM "$(cat /data/trial.pid)"'
	wait "${pid}" || die "the node ended with an error when it was stopped"
	say "trial: healthy on port ${port}, then stopped cleanly"
	bah 60 rm "${container}" >/dev/null
}

buildah_export() {
	local tag="$1" archive="${cache}/${1/:/-}.tar"
	bah 300 push --quiet "${tag}" "docker-archive:${scratch}/image.tar:${tag}" ||
		die "the image could not be written to an archive"
	mv "${scratch}/image.tar" "${archive}"
	say "image ${tag}: ${archive#"${repo}/"}, $(du -m "${archive}" | cut -f 1) MB (docker load -i takes it)"
}

buildah_tidy() {
	[ -n "${driver}" ] || return 0
	bah 60 umount --all >/dev/null 2>&1
}
