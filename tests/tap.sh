# What scripts that print TAP share: `. "$top_srcdir/tests/tap.sh"`, report each result,
# and end with tap_end.
# shellcheck shell=sh

count=0
failed=0

report() { # STATUS NAME
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
		failed=1
	fi
}

tap_end() {
	echo "1..$count"
	exit "$failed"
}
