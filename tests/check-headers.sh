#!/bin/sh
# Every header compiles alone. Usage: check-headers.sh SOURCE-FOLDER; CC and CPPFLAGS
# come from make.

cd "$1" || exit 1
status=0
for header in $(find core tui tests -name '*.h' | LC_ALL=C sort); do
    # shellcheck disable=SC2086 # these are lists of words
    if ! printf '#include "%s"\n' "$header" |
        $CC -std=c17 -I. $CPPFLAGS -Wall -Wextra -Werror -fsyntax-only -x c -; then
        echo "$header: error: does not compile alone"
        status=1
    fi
done
exit $status
