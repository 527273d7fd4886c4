#!/bin/sh
# What no source file may contain, and that every source file is listed for make.
# Run in the top folder of the source; prints what is wrong.

status=0
sources=$(find core tui tests -name '*.[ch]' | LC_ALL=C sort)

# Comments and texts may name these functions; only calls count.
awk '
BEGIN {
    banned = "(^|[^A-Za-z0-9_>.])(strcpy|strcat|sprintf|vsprintf|gets|strtok|system|" \
             "popen|alloca|strncpy|strncat)[ \t]*\\("
}
{
    line = $0
    gsub(/"([^"\\]|\\.)*"/, "\"\"", line)
    sub(/\/\/.*/, "", line)
    if (line ~ /^[ \t]*\/?\*/)
        next
    if (line ~ banned) {
        printf "%s:%d: error: banned function: %s\n", FILENAME, FNR, $0
        bad = 1
    }
}
FILENAME ~ /^(core\/[^b]|tui)/ && line ~ /(^|[^A-Za-z0-9_])(malloc|calloc|realloc)[ \t]*\(/ {
    printf "%s:%d: error: malloc belongs to core/base: use an arena\n", FILENAME, FNR
    bad = 1
}
END { exit bad }
' $sources || status=1

for file in $sources $(find datasets -name '*.yaml' | LC_ALL=C sort); do
    folder=${file%%/*}
    if ! grep -q "%reldir%/${file#*/}\([ 	]\|\$\)" "$folder/$folder.am"; then
        echo "$file: error: not listed in $folder/$folder.am"
        status=1
    fi
done

exit $status
