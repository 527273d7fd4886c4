#!/bin/sh
# How long loading takes, as a ratio to libyaml alone reading the same file (a ratio
# says more than a time: it depends little on the machine). Best of five runs each.
# Usage: bench.sh ENTREPOT BENCH_YAML_EVENTS

entrepot=$1
events=$2
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM

# generate ROWS: periods of 250 partners each.
generate() {
    awk -v rows="$1" 'BEGIN {
        print "entrepot: 1\ntitle: Generated\nunit: {currency: USD, scale: 6}"
        print "dimensions:\n  partner:\n    members:"
        for (i = 0; i < 250; i++)
            printf "      - {code: P%03d, name: Partner %d}\n", i, i
        print "columns: [period, partner, exports, imports]\nobservations:"
        for (i = 0; i < rows; i++)
            printf "  - [%d, P%03d, %d.%d, %d]\n", 1600 + int(i / 250), i % 250, \
                   (i * 7919) % 1000003, i % 10, (i * 104729) % 1000003
    }'
}

# best COMMAND...: the least of five times, in microseconds.
best() {
    least=
    for _ in 1 2 3 4 5; do
        start=$(date +%s%N)
        "$@" >/dev/null 2>"$folder/messages" || {
            echo "bench: '$*' failed:" >&2
            head -n 5 "$folder/messages" >&2
            return 1
        }
        time=$((($(date +%s%N) - start) / 1000))
        if [ -z "$least" ] || [ "$time" -lt "$least" ]; then
            least=$time
        fi
    done
    echo "$least"
}

case $(date +%N) in
*[!0-9]*) echo "bench: this system's date has no nanoseconds" >&2 && exit 1 ;;
esac

printf '%8s %10s %10s %10s %7s\n' rows bytes events_us load_us ratio
for rows in 1000 100000; do
    file=$folder/$rows.yaml
    generate "$rows" >"$file"
    scan=$(best "$events" "$file") && load=$(best "$entrepot" --check "$file") || exit 1
    awk -v rows="$rows" -v size="$(wc -c <"$file")" -v scan="$scan" -v load="$load" \
        'BEGIN { printf "%8d %10d %10d %10d %7.2f\n", rows, size, scan, load, load / scan }'
done
