#!/bin/sh
# The pictures of man/views.md are what the commands above them print. Prints TAP.
# UPDATE_GOLDEN=1 makes them anew: read the difference.
#
# top_srcdir and ENTREPOT come from the environment, as for the other tests.

cd "$top_srcdir" || exit 99
: "${ENTREPOT:?}"
LC_ALL=C.UTF-8
ENTREPOT_DATASETS=datasets
export LC_ALL ENTREPOT_DATASETS
made=$(mktemp) || exit 99
trap 'rm -f "$made" "$made.picture"' EXIT

# Copies the page; the lines of a fence that begins with a command are replaced by what
# the command prints, without blanks at the ends of lines.
make_page() {
	is_picture=no
	while IFS= read -r line; do
		case $line in
		'$ entrepot '*)
			printf '%s\n' "$line"
			# The words of the page are plain, so splitting them is what is wanted.
			# shellcheck disable=SC2086
			"$ENTREPOT" ${line#"\$ entrepot "} </dev/null 2>&1 | sed 's/ *$//' \
				>"$made.picture"
			# Blank lines at the end are no part of a picture.
			sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' "$made.picture"
			is_picture=yes
			;;
		'```')
			is_picture=no
			printf '%s\n' "$line"
			;;
		*)
			[ $is_picture = yes ] || printf '%s\n' "$line"
			;;
		esac
	done
}

make_page <man/views.md >"$made"
if [ -n "${UPDATE_GOLDEN:-}" ]; then
	cp "$made" man/views.md
fi
count=$(grep -c '^\$ entrepot ' man/views.md)
if [ "$count" -ge 32 ]; then
	echo "ok 1 - there is a picture of every view in two sizes ($count)"
else
	echo "not ok 1 - there is a picture of every view in two sizes ($count)"
fi
if difference=$(diff man/views.md "$made"); then
	echo "ok 2 - the pictures are what the commands print"
else
	echo "not ok 2 - the pictures are what the commands print"
	printf '%s\n' "$difference" | head -n 40 | sed 's/^/# /'
fi
echo "1..2"
