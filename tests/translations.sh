#!/bin/sh
# Every text has its translation in every language, and no translation is of a text that
# is gone. The list of texts is po/entrepot.pot, which the build makes.

folder=${top_srcdir:-.}/po
echo "1..$(ls "$folder"/*.po | wc -l)"
number=0
for po in "$folder"/*.po; do
    number=$((number + 1))
    work=$(mktemp) || exit 1
    if msgfmt --check --output-file=/dev/null "$po" >"$work" 2>&1 &&
        msgcmp "$po" po/entrepot.pot >>"$work" 2>&1 &&
        [ -z "$(msgattrib --only-fuzzy --no-wrap "$po")" ] &&
        [ -z "$(msgattrib --only-obsolete --no-wrap "$po")" ]; then
        echo "ok $number - $(basename "$po") is complete"
    else
        echo "not ok $number - $(basename "$po"): make update-po, then translate"
        sed 's/^/# /' "$work"
    fi
    rm -f "$work"
done
