#!/bin/sh
# No library has variables that can change: state is passed, tables are const. Four
# files may: a signal handler gets no argument (restore.c), there is one terminal to a
# process (screen.c), one language (translate.c), and one library of characters
# (characters.c); each has one variable, and nothing but that.
# Usage: check-globals.sh LIBRARY...; SIZE, AWK and SANITIZE come from make.

if [ -n "$SANITIZE" ]; then
    echo "note: the sanitizers have variables of their own, mutable globals unchecked"
    exit 0
fi
${SIZE:-size} -A "$@" | ${AWK:-awk} '
/:$/ || / \(ex / { member = $1 }
/^\.(data|bss)[.a-z]* / && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 {
    if ($1 ~ /^\.bss/ && member ~ /-(restore|screen|translate|characters)\.o$/)
        next
    printf "%s: error: mutable global variable (%s, %d bytes)\n", member, $1, $2
    bad = 1
}
END { exit bad }'
