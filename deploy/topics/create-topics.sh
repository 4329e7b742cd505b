#!/bin/sh
# Creates the topics of topics.txt that do not exist yet; never changes one that does.
#
#   create-topics.sh BOOTSTRAP_SERVERS [kafka-topics options, such as --command-config FILE]
#
# Needs Kafka's kafka-topics.sh on the PATH. REPLICAS is the number of copies of each topic, 3 if unset.
set -eu

[ $# -ge 1 ] || {
    echo "usage: create-topics.sh BOOTSTRAP_SERVERS [kafka-topics options]" >&2
    exit 64
}
servers=$1
shift
replicas=${REPLICAS:-3}
insync=$((replicas > 1 ? replicas - 1 : 1))

sed 's/#.*//' "$(dirname "$0")/topics.txt" | while read -r name partitions days; do
    [ -n "$name" ] || continue
    kafka-topics.sh --bootstrap-server "$servers" "$@" --create --if-not-exists --topic "$name" \
        --partitions "$partitions" --replication-factor "$replicas" \
        --config cleanup.policy=delete --config "retention.ms=$((days * 86400000))" --config "min.insync.replicas=$insync" </dev/null
done
