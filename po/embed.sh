#!/bin/sh
# Makes the C source of all translations: each is checked by msgfmt and becomes a table
# of bytes, as they are in its .mo file.
# Usage: embed.sh MSGFMT FILE.po... >catalogues.c

msgfmt=$1
shift
work=$(mktemp) || exit 1
trap 'rm -f "$work"' EXIT

printf '#include "core/base/translate.h"\n\n#include <stddef.h>\n'
list=
for po in "$@"; do
    name=$(basename "$po" .po)
    "$msgfmt" --check --endianness=little --output-file="$work" "$po" || exit 1
    printf '\nstatic const unsigned char bytes_%s[] = {\n' "$name"
    od -An -v -tu1 "$work" | sed 's/[0-9][0-9]*/&,/g'
    echo '};'
    list="$list    {\"$name\", \"${name%%_*}\", bytes_$name},
"
done
printf '\nconst struct catalogue catalogues[] = {\n%s    {NULL, NULL, NULL},\n};\n' "$list"
