#!/bin/sh
# What a key costs on a line, at 120x35: entrepot by view, and whichever of less, htop
# and VisiData are installed, in one run.
# Usage: bench_terminal.sh ENTREPOT DATASET [BENCH_KEYS]

entrepot=$1
dataset=$2
keys=$3

if [ -z "$keys" ]; then
    echo "bench: no libvterm, so nothing is measured in a terminal" >&2
    exit 0
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM

printf '\n%-22s %8s %8s %8s %8s %6s\n' "120x35, bytes" first down ms page idle
page=$(printf '\033[6~')
view=0
for name in overview table bars trend surplus notes path compare; do
    view=$((view + 1))
    "$keys" "entrepot $name" "$view" j "$page" -- "$entrepot" "$dataset" || exit 1
done

# peer NAME DOWN PAGE COMMAND...
peer() {
    name=$1
    down=$2
    next=$3
    shift 3
    if command -v "$1" >/dev/null 2>&1; then
        "$keys" "$name" '' "$down" "$next" -- "$@"
    else
        printf '%-22s not installed\n' "$name"
    fi
}

"$entrepot" --print=csv "$dataset" >"$folder/partners.csv"
peer less j "$page" less "$folder/partners.csv"
peer VisiData j "$page" vd "$folder/partners.csv"
peer htop "$(printf '\033OB')" "$page" htop -d 600
