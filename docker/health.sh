#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Health check of the image: succeeds when the node answers 200 on /health/readiness, that is when it is
# not catching up and has peers (or runs a chain that needs none). Bash speaks TCP itself, so the image
# carries no HTTP client; the engine's own time limit (HEALTHCHECK --timeout) ends a call that hangs.
set -u

port="${ARTEL_RPC_PORT:-9944}"

if ! exec 3<>"/dev/tcp/127.0.0.1/${port}"; then
	echo "nothing listens on port ${port}" >&2
	exit 1
fi
printf 'GET /health/readiness HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "${port}" >&3
IFS=' ' read -r _ status _ <&3
if [ "${status:-}" != 200 ]; then
	echo "not ready: HTTP status ${status:-none}" >&2
	exit 1
fi
