#!/bin/sh
# Takes versions of a service's transit key out of use that none of its stored data keys needs any more. The service says which is the oldest that is needed,
# in its metrics; where it does not say, nothing is done. It can be taken back: min_decryption_version may be lowered again.
#
#   retire.sh SERVICE METRICS        such as: retire.sh session-service http://localhost:8102/q/metrics
#
# Settings as those of setup.sh; as somebody who may configure the service's transit key. Needs curl.
set -eu

folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
. "$folder/asking.sh"

[ $# -eq 2 ] || fail "give the service and the address of its metrics"
service=$1
mount=${MAESTRO_VAULT_MOUNT:-transit}

oldest=$(curl -q -sS --max-time 30 "$2" | sed -n 's/^maestro_data_keys_oldest_version{.*service="'"$service"'".*} \([1-9][0-9]*\)\.0$/\1/p') ||
    fail "the metrics of $service cannot be read"
[ -n "$oldest" ] || fail "$service does not say which version its data keys need: nothing is taken out of use"

must GET "$mount/keys/$service"
newest=$(printf '%s' "$answer" | sed -n 's/.*"latest_version":\([0-9]*\).*/\1/p')
[ "$oldest" -le "${newest:-0}" ] || fail "$service needs version $oldest, which this Vault does not know"

must POST "$mount/keys/$service/config" "{\"min_decryption_version\":$oldest}"
say "the transit key $service unwraps from version $oldest on; the newest is $newest."
