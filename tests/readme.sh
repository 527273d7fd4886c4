#!/bin/sh
# The examples of README.md, as a reader would run them: every indented line that begins
# with "entrepot", and every key sequence of the table of questions. Prints TAP.
#
# top_srcdir and ENTREPOT come from the environment, as for the other tests.

cd "$top_srcdir" || exit 99
# shellcheck source=tests/tap.sh
. ./tests/tap.sh
: "${ENTREPOT:?}"
ENTREPOT_DATASETS=$top_srcdir/datasets
export ENTREPOT_DATASETS

run_commands() {
	while read -r line; do
		arguments=${line#entrepot }
		[ "$arguments" = "$line" ] && arguments=
		# The words of the README are plain, so splitting them is what is wanted.
		# shellcheck disable=SC2086
		output=$("$ENTREPOT" $arguments </dev/null 2>&1)
		status=$?
		[ -n "$output" ] || status=1
		report $status "$line"
	done <<END
$(sed -n 's/^    \(entrepot .*\)/\1/p' README.md | grep -v '^entrepot:')
END
}

# The keys are the code spans that a cell begins with; what follows explains them.
run_keys() {
	while IFS='	' read -r file keys; do
		"$ENTREPOT" --print --keys="$keys" "datasets/$file.yaml" >/dev/null 2>&1
		report $? "$file: $keys"
	done <<END
$(awk -F'|' '/^\| .*`.*\|$/ && $3 ~ /china/ {
	keys = ""; cell = $4
	while (match(cell, /^ *`[^`]+`/)) {
		key = substr(cell, 1, RLENGTH); sub(/^ *`/, "", key); sub(/`$/, "", key)
		cell = substr(cell, RLENGTH + 1)
		if (key == "Space") key = " "
		if (key == "Enter") key = "<Enter>"
		keys = keys key
	}
	gsub(/ /, "", $3)
	if (keys != "") print $3 "\t" keys }' README.md)
END
}

run_commands
run_keys
[ "$count" -gt 6 ]
report $? "README.md has examples"
tap_end
