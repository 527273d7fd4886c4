#!/bin/sh
# What the program says of a command line that cannot mean what it says, and of files
# that are not what they were taken for: exit status and message. Prints TAP.
#
# top_srcdir and ENTREPOT come from the environment, as for the other tests.

cd "$top_srcdir" || exit 99
# shellcheck source=tests/tap.sh
. ./tests/tap.sh
: "${ENTREPOT:?}"
ENTREPOT_DATASETS=$PWD/datasets
LC_ALL=C.UTF-8
export ENTREPOT_DATASETS LC_ALL
case $ENTREPOT in
/*) ;;
*) ENTREPOT=$PWD/$ENTREPOT ;;
esac
datasets=$PWD/datasets
partners=$datasets/china-partners-2024.yaml
folder=$(mktemp -d) || exit 99
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 99

# Runs the program with the arguments behind the words and expects the status and the
# words in what it prints on either stream.
expect() { # STATUS WORDS ARGUMENT...
	status=$1
	words=$2
	shift 2
	"$ENTREPOT" "$@" >out 2>&1 </dev/null
	got=$?
	[ $got -eq "$status" ] && grep -qF -e "$words" out
	result=$?
	[ $result -eq 0 ] || sed "s/^/# $got /" out
	report $result "$*: $words"
}

printf 'Year,Exports (million USD),Imports (million USD)\n2023,13,5\n2024,15,6\n' >stated.csv
printf 'Year,Exports,Imports\n2023,13,5\n2024,15,6\n' >unsaid.csv
printf 'Year,Exports (USD)\n2023,13\n2024,15\n' >scaleless.csv

# A unit that the table states holds; an answer to nothing is said to be one.
expect 1 "'Exports (million USD)' is in USD mn by the table itself, --unit=EUR:3 says EUR thousand" --check --unit=EUR:3 stated.csv
expect 1 "is in USD mn by the table itself, --unit=USD:0" --print --unit=USD:0 stated.csv
expect 0 "good: 2 observations" --check --unit=USD:6 stated.csv
expect 0 "USD mn" --print --unit=USD:6 unsaid.csv
expect 0 "'Exports (USD)' says USD and no power of ten: its figures are taken for USD mn" --check --unit=USD:6 scaleless.csv
expect 1 "'Exports (USD)' is in USD by the table itself" --check --unit=EUR:0 scaleless.csv
expect 2 "--unit 'USD' does not say the power of ten: USD:0 when the figures are whole units, USD:6 for millions" --check --unit=USD unsaid.csv

# What a table loses is said where it is printed, with the option that settles it.
printf 'Period;Exports;Imports\n2023;1,187;5\n2022;7;8\n' >open.csv
expect 0 "figure left out: the comma in '1,187' may part thousands or decimals; --decimal=point or --decimal=comma says which" --print open.csv
expect 0 "good: 2 observations" --check --decimal=comma open.csv

# A number further down says what the comma in the first is, of a pipe too.
printf 'Year,Exports (USD)\n2022,"1,187"\n2023,"1,234,567"\n' >late.csv
expect 0 "1,187" --print --view=table --by=period --scale=one late.csv
"$ENTREPOT" --check - <late.csv >out 2>&1
! grep -qF 'could not be read' out
report $? "--check - of late.csv: nothing is left out"

# An option that changes nothing says so, and two that contradict each other are refused.
annual=$datasets/china-annual-usd.yaml
expect 0 "--unit=USD:6 changes nothing: this file states its units" --print --unit=USD:6 "$partners"
expect 0 "--unit=USD:6 changes nothing: this file states its units" --check --unit=USD:6 "$partners"
expect 0 "--same-months changes nothing: this file has years, and no months" --print --same-months "$annual"
expect 0 "--lang=xx changes nothing: neither the program nor this file has a text in it" --print --lang=xx "$partners"
expect 2 "--compare=old.yaml needs a FILE too" --print --compare=old.yaml
expect 2 "--plain and --print=csv are two forms of one thing" --plain --print=csv "$partners"
expect 0 "--print=csv: view 'notes' has no rows of its own" --print=csv --view=notes "$partners"
expect 0 "rows: 3 of 252" --plain --view=surplus --top=3 "$partners"

# What is kept with --top is what every view shows.
"$ENTREPOT" --plain --view=surplus --top=3 "$partners" >out 2>&1 </dev/null
[ "$(grep -c 'place by balance' out)" -eq 3 ]
report $? "--view=surplus --top=3 ranks three"

# The ending of --output's name says the format; what is piped in is read.
"$ENTREPOT" --output=rows.csv "$partners" </dev/null && head -n 1 rows.csv | grep -q ',exports'
report $? "--output=rows.csv writes rows"
"$ENTREPOT" --output=screen.txt "$partners" </dev/null && grep -q '┏' screen.txt
report $? "--output=screen.txt writes the screen"
expect 2 "--output 'rows.XLSX': there is no .xlsx to write; the ending of the name says the format: .csv .tsv .json .md .txt" --output=rows.XLSX "$partners"
[ ! -e rows.XLSX ]
report $? "--output=rows.XLSX writes nothing"
cat unsaid.csv | "$ENTREPOT" --print 2>/dev/null | grep -q 2024
report $? "a table is read from a pipe without a FILE"
"$ENTREPOT" --check <unsaid.csv 2>&1 | grep -q 'good: 2 observations'
report $? "a table is read from a file on standard input"

# A member may be called by its whole name where a code is asked for.
expect 0 "entrepot --view=overview --select=DEU" --print-command --select=germany "$partners"
expect 0 "--within=ASIA" --print-command --within=Asia "$partners"
expect 0 "--within=ASIA" --print-command --within=partner:亚洲 "$partners"
expect 2 "no row has the code 'German'" --print --select=German "$partners"

# A file that is no data spoils no folder; an option that is mistyped is guessed at.
mkdir mixed
cp "$annual" mixed/
cp "$datasets/README.md" mixed/
expect 0 "China: goods trade, 1960" --print mixed
expect 0 "1 file is left out, no data: README.md" --check mixed
cp unsaid.csv mixed/unsaid.csv
expect 4 "cannot open: No such file or directory (did you mean 'unsaid.csv'?)" --check mixed/unsiad.csv
rm mixed/unsaid.csv
expect 2 "did you mean '--view'?" --veiw=table "$annual"
expect 2 "one without an argument: '--ascii=1'" --ascii=1 "$annual"

# Each library is needed by what is read with it, and by nothing else.
mkdir library
for name in "${ARCHIVE_SONAME:?}" "${YAML_SONAME:?}" "${YAJL_SONAME:?}" "${UTF8PROC_SONAME:?}"; do
    : >"library/$name"
done
echo '[{"period": 2023, "exports": 1}, {"period": 2024, "exports": 2}]' >some.json
printf '\037\213\010\000' >packed.csv.gz
LD_LIBRARY_PATH=$PWD/library
export LD_LIBRARY_PATH
expect 1 "packed.csv.gz: error: cannot unpack: '$ARCHIVE_SONAME' of libarchive cannot be loaded; is it installed?" --check packed.csv.gz
expect 1 "error: '$YAML_SONAME' of libyaml cannot be loaded; is it installed?" --check "$annual"
expect 1 "error: '$YAJL_SONAME' of yajl cannot be loaded; is it installed?" --check some.json
expect 0 "good: 2 observations" --check stated.csv
unset LD_LIBRARY_PATH
expect 1 "packed.csv.gz: error: cannot unpack: it is damaged or cut short" --check packed.csv.gz

# Files that are one dataset are checked as one.
printf 'year,partner,exports (USD)\n2023,A,1\n2024,A,2\n2024,B,5\n' >first.csv
printf 'year,partner,exports (USD)\n2024,A,3\n2025,A,4\n' >second.csv
printf 'year,partner,exports (USD)\n2025,A,4\n' >third.csv
expect 1 "second.csv:2:1: error: partner A, period 2024: other figures than at line 3 of first.csv" --check first.csv second.csv
expect 0 "first.csv, second.csv: good: 4 observations" --check --revise first.csv second.csv
expect 0 "first.csv, third.csv: good: 4 observations" --check first.csv third.csv
expect 0 "third.csv: good: 1 observation, 1 period" --check --apart first.csv third.csv
expect 2 "there are: overview, table, bars, trend, surplus, notes, path, compare, mirror, drill, heat, ranking" --view=zzz first.csv
# Of several files a finding names the one it is in.
mkdir years
printf 'year,partner,exports (USD)\n2023,A,1\n2023,B,2\n' >years/2023.csv
printf 'year,partner,exports (USD)\n2024,A,c\n2024,B,2\n' >years/2024.csv
expect 0 "years/2024.csv:2: note: exports: 1 of 4 figures confidential" --check years
# What nothing stands below is shown by its periods.
expect 0 "period,unit,exports" --print=csv --within=partner:A first.csv

tap_end
