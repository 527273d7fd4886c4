#!/bin/sh
# How fast entrepot is, beside other programs that are installed, in one run: rounds in
# turns, medians. At the end each aim, what was measured, and whether it is met.
# Usage: bench.sh ENTREPOT BENCH DATASET [ROWS [ROUNDS]]
# ROWS is the largest table, 1,000,000 unless it is said; more than that is for
# entrepot and the fast ones of the others. BENCH is made from tests/bench.c.

entrepot=$1
bench=$2
dataset=$3
largest=${4:-1000000}
rounds=${5:-5}
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM
# Key, seconds, peak in KiB, processor seconds; of other keys what their tables show.
results=$folder/results
tab=$(printf '\t')
LC_ALL=C.UTF-8
export LC_ALL

has() {
    command -v "$1" >/dev/null 2>&1
}

# plan KEY COMMAND...: a line for `bench time`, if there is such a program.
plan() {
    has "$2" || return 0
    printf '%s' "$1"
    shift
    for word; do
        printf '\t%s' "$word"
    done
    printf '\n'
}

# A server counts as installed when it answers.
has_clickhouse=$(clickhouse-client --query 'select 1' 2>/dev/null)
has_psql=$(psql -d postgres -Atc 'select 1' 2>/dev/null)
has_pandas=$(python3 -c 'import pandas; print(1)' 2>/dev/null ||
    /usr/bin/python3 -c 'import pandas; print(1)' 2>/dev/null)
python=python3
python3 -c 'import pandas' 2>/dev/null || python=/usr/bin/python3

say_absent() {
    absent=
    for name in sqlite3 mlr csvcut vd less htop ncdu tig; do
        has "$name" || absent="$absent $name"
    done
    [ "$has_clickhouse" ] || absent="$absent clickhouse-server"
    [ "$has_psql" ] || absent="$absent psql-server"
    [ "$has_pandas" ] || absent="$absent pandas"
    [ -z "$absent" ] || echo "not installed, or not answering, and so without a row:$absent"
}

columns='period text, partner text, product text, exports double precision, imports double precision'

# Commands of others that are more than one line.
write_scripts() {
    cat >"$folder/sqlite.sh" <<-'END'
	rm -f "$2"
	sqlite3 "$2" -cmd 'pragma journal_mode=off' -cmd '.mode csv' ".import $1 t"
	END
    cat >"$folder/psql.sh" <<-END
	psql -q -d postgres -c 'drop table if exists entrepot_bench' \\
	    -c 'create unlogged table entrepot_bench ($columns)' \\
	    -c "\\\\copy entrepot_bench from '\$1' csv header"
	END
    cat >"$folder/clickhouse.sh" <<-'END'
	clickhouse-client --query 'drop table if exists entrepot_bench'
	clickhouse-client --query 'create table entrepot_bench (period String,
	    partner String, product String, exports Float64, imports Float64) engine = Memory'
	clickhouse-client --query 'insert into entrepot_bench format CSVWithNames' <"$1"
	END
    # With narrow codes, as its users would for such a table.
    cat >"$folder/clickhouse-codes.sh" <<-'END'
	clickhouse-client --query 'drop table if exists entrepot_codes'
	clickhouse-client --query 'create table entrepot_codes engine = Memory as
	    select toUInt16(toUInt16(substring(period, 1, 4)) * 12 + toUInt8(substring(period, 6, 2))) as period,
	    toUInt16(substring(partner, 2)) as partner, toUInt8(product) as product,
	    exports, imports from entrepot_bench'
	END
}

# peers FILE ROWS: loading of a CSV file by others.
peers() {
    plan "$2 csv wc -l" wc -l "$1"
    [ -z "$has_clickhouse" ] || plan "$2 csv clickhouse-client" sh "$folder/clickhouse.sh" "$1"
    [ -z "$has_psql" ] || plan "$2 csv psql copy" sh "$folder/psql.sh" "$1"
    [ -z "$has_pandas" ] ||
        plan "$2 csv pandas" "$python" -c "import pandas; pandas.read_csv('$1')"
    [ "$2" -le 1000000 ] || return 0
    plan "$2 csv sqlite3 .import" sh "$folder/sqlite.sh" "$1" "$folder/import.db"
    plan "$2 csv miller cat" mlr --icsv --ocsv cat "$1"
    plan "$2 csv csvkit csvcut" csvcut -c 1 "$1"
    plan "$2 csv VisiData" vd --batch "$1" -o /dev/null
}

# load_table ROWS ROUNDS
load_table() {
    forms='csv flows list map block mixed'
    [ "$1" -le 1000000 ] || forms='csv flows list'
    for form in $forms; do
        "$bench" data "$form" "$1" >"$folder/$1.$form" || exit 1
    done
    {
        plan "$1 csv entrepot" "$bench" load "$folder/$1.csv"
        plan "$1 csv entrepot, one core" taskset -c 0 "$bench" load "$folder/$1.csv"
        plan "$1 csv entrepot --print" "$entrepot" --print "$folder/$1.csv"
        peers "$folder/$1.csv" "$1"
        for form in $forms; do
            [ "$form" != csv ] || continue
            plan "$1 $form entrepot" "$bench" load "$folder/$1.$form"
            if [ "$form" = flows ]; then
                plan "$1 $form wc -l" wc -l "$folder/$1.$form"
                continue
            fi
            plan "$1 $form libyaml events" "$bench" events "$folder/$1.$form"
        done
    } >"$folder/plan"
    "$bench" time "$2" <"$folder/plan" >"$folder/times" || exit 1
    cat "$folder/times" >>"$results"
    for form in $forms; do
        show_loads "$1" "$form" "$(wc -c <"$folder/$1.$form")"
    done
}

# show_loads ROWS FORM BYTES
show_loads() {
    printf '\n%-34s %9s %8s %8s %8s %8s %9s\n' "$1 rows, $2" s MB/s "M obs/s" "peak MB" \
        ratio "cpu s"
    awk -F '\t' -v rows="$1" -v form="$2" -v bytes="$3" '
        { key = $1 }
        key == rows " " form " entrepot" { own = $2 }
        index(key, rows " " form " ") == 1 {
            name = substr(key, length(rows " " form " ") + 1)
            if ($2 == "failed")
                printf "%-34s %9s\n", name, "failed"
            else
                printf "%-34s %9.4f %8.0f %8.2f %8.1f %8.2f %9.4f\n", name, $2,
                       bytes / $2 / 1e6, rows / $2 / 1e6, $3 / 1024, $2 / own, $4
        }' "$folder/times"
}

# keep PREFIX: lines of results from stdin, under keys that begin so.
keep() {
    sed "s/^/$1 /" >>"$results"
}

# The question as others are asked it: rows of the table that group-bys show.
write_questions() {
    cat <<-'END'
	by partner	partner	
	by period	period	
	partner x month	partner, period	
	partner x month, one product	partner, period	where product = PRODUCT
	END
}

group_by_plan() {
    write_questions | while IFS="$tab" read -r name by where; do
        text=$(echo "$where" | sed "s/PRODUCT/'01'/")
        code=$(echo "$where" | sed 's/PRODUCT/1/')
        sql="select $by, sum(exports), sum(imports) from"
        [ ! -f "$folder/plain.db" ] ||
            plan "$name|sqlite3" sqlite3 "$folder/plain.db" "$sql t $text group by $by"
        [ ! -f "$folder/indexed.db" ] || plan "$name|sqlite3, covering index" sqlite3 \
            "$folder/indexed.db" "$sql t $text group by $by"
        [ -z "$has_psql" ] || plan "$name|psql" psql -q -d postgres -c \
            "$sql entrepot_bench $text group by $by"
        [ -z "$has_clickhouse" ] || plan "$name|clickhouse, codes" clickhouse-client \
            --max_threads=1 --query "$sql entrepot_codes $code group by $by"
        [ "$where" ] || plan "$name|miller" mlr --icsv --ocsv stats1 -a sum \
            -f exports,imports -g "$(echo "$by" | tr -d ' ')" "$1"
    done
}

# Databases with the table, one of them with an index that has all that is asked.
prepare_group_by() {
    if has sqlite3; then
        for name in plain indexed; do
            sqlite3 "$folder/$name.db" "create table t ($columns)" \
                -cmd 'pragma journal_mode=off' -cmd '.mode csv' \
                ".import --skip 1 $1 t"
        done
        sqlite3 "$folder/indexed.db" \
            'create index a on t(partner, period, exports, imports)' \
            'create index b on t(period, exports, imports)' \
            'create index c on t(product, partner, period, exports, imports)' 'analyze'
    fi
    [ -z "$has_psql" ] || sh "$folder/psql.sh" "$1"
    [ -z "$has_clickhouse" ] || {
        sh "$folder/clickhouse.sh" "$1"
        sh "$folder/clickhouse-codes.sh"
    }
}

# Without what the clients of databases take to begin and end.
group_by_table() {
    rows=1000000
    [ "$largest" -ge "$rows" ] || rows=$largest
    file=$folder/$rows.csv
    prepare_group_by "$file" >/dev/null 2>&1
    group_by_plan "$file" >"$folder/plan"
    "$bench" time "$rounds" <"$folder/plan" >"$folder/asked"
    for size in $rows $largest; do
        "$bench" query "$folder/$size.csv" "$rounds" | keep "query $size" || exit 1
        ! has taskset || taskset -c 0 "$bench" query "$folder/$size.csv" "$rounds" |
            keep "query1 $size"
        [ "$size" -ne "$largest" ] || break
    done
    printf '\n%-34s %12s %12s\n' "group-by, ns an observation" entrepot "one core"
    for size in $rows $largest; do
        awk -F '\t' -v size="$size" '
            index($1, "query1 " size " ") == 1 { one[substr($1, length(size) + 9)] = $2 }
            index($1, "query " size " ") == 1 {
                name = substr($1, length(size) + 8)
                if (!(name in own))
                    names[++count] = name
                own[name] = $2
            }
            END {
                printf "%d rows\n", size
                for (i = 1; i <= count; i++)
                    if (names[i] != "bytes")
                        printf "  %-32s %12.2f %12.2f\n", names[i], own[names[i]], one[names[i]]
            }' "$results"
        [ "$size" -ne "$largest" ] || break
    done
    [ ! -s "$folder/asked" ] || echo "others, $rows rows (with the start of the program)"
    awk -F '\t' -v rows="$rows" '{
        split($1, part, "|")
        printf "  %-32s %12.2f  %s\n", part[1], $2 * 1e9 / rows, part[2]
    }' "$folder/asked"
    sed 's/^/ask /' "$folder/asked" >>"$results"
}

# Something to look at for tig, which writes into the repository that it shows.
make_history() {
    git init -q "$folder/history" || return 0
    for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 \
        26 27 28 29 30 31 32 33 34 35 36 37 38 39 40; do
        git -C "$folder/history" -c user.name=bench -c user.email=bench@localhost \
            commit -q --allow-empty -m "change $number"
    done
}

first_screens() {
    ! has tig || ! has git || make_history
    {
        for size in 1000 1000000 "$largest"; do
            [ -f "$folder/$size.csv" ] || continue
            plan "first $size less" less "$folder/$size.csv"
            plan "first $size entrepot" "$entrepot" "$folder/$size.csv"
            [ "$size" -gt 100000 ] || plan "first $size VisiData" vd "$folder/$size.csv"
        done | awk '!seen[$0]++'
        plan "first 0 htop" htop -d 600
        plan "first 0 tig" tig -C "$folder/history"
        plan "first 0 ncdu" ncdu "$folder"
    } >"$folder/plan"
    # They are so short that few rounds say little.
    "$bench" first $((rounds * 5)) <"$folder/plan" >"$folder/times"
    cat "$folder/times" >>"$results"
    printf '\n%-34s %9s %8s\n' "first screen, 80x24" ms bytes
    awk -F '\t' '{
        sub(/^first /, "", $1)
        sub(/^0 /, "", $1)
        printf "%-34s %9.1f %8d\n", $1, $2 * 1e3, $3
    }' "$folder/times"
}

# keys NAME SETUP DOWN PAGE COMMAND...
keys() {
    name=$1
    setup=$2
    shift 2
    has "$3" || return 0
    down=$1
    next=$2
    shift 2
    measured=$("$bench" keys "$setup" "$down" "$next" -- "$@") || return 0
    printf 'keys %s\t%s\n' "$name" "$measured" >>"$results"
    echo "$measured" | awk -F '\t' -v name="$name" '{
        printf "%-34s %8d %8.2f %8d %8.2f\n", name, $1, $2, $3, $4 }'
}

views='overview table bars trend surplus notes path compare mirror'
page=$(printf '\033[6~')
arrow=$(printf '\033OB')

key_table() {
    printf '\n%-34s %8s %8s %8s %8s\n' "a key, 120x35" bytes ms "page, B" ms
    number=0
    for view in $views; do
        number=$((number + 1))
        keys "entrepot $view" "$number" j "$page" "$entrepot" "$dataset"
    done
    keys less '' j "$page" less "$folder/1000.csv"
    keys VisiData '' j "$page" vd "$folder/1000.csv"
    keys htop '' "$arrow" "$page" htop -d 600
    keys tig '' j "$page" tig -C "$folder/history"
    keys ncdu '' j "$page" ncdu "$(dirname "$dataset")/.."
}

# presses NAME SETUP KEYS: each of the keys at 100,000 members.
presses() {
    measured=$("$bench" presses "$2" "$3" -- "$entrepot" "$folder/members") || return 0
    printf 'presses %s\t%s\n' "$1" "$measured" >>"$results"
    echo "$measured" | awk -F '\t' -v name="$1" '{ printf "%-34s %8.1f %8.1f\n", name, $1, $2 }'
}

enter=$(printf '\r')
delete=$(printf '\177')

# All of them, each change of the rows from a lens that is in view already.
member_table() {
    "$bench" data members 100000 >"$folder/members" || return 0
    printf '\n%-34s %8s %8s\n' "a key at 100,000 members" "ms" "longest"
    presses 'down' 2v 'jjjjjjjjjj'
    presses 'filter, first word typed' 2v 'ffrozen'
    presses 'filter, a word' "2vff$delete" "frozen$delete$delete$delete${delete}uit"
    presses 'filter, a comparison' "2vff$delete" 'exports > 500'
    presses 'sort by a column' 2v 'sxsbsmstsx'
    presses 'mark' 2v '          '
    presses 'undo' "2v        " 'uuuuuuuu'
    presses 'period' 2v '[[[[[[[['
    presses 'period and back' '2v[]' '[][][][]'
    presses 'level' 2 'vvvv'
    presses 'level again' '2vvv' 'vvvv'
    rm -f "$folder/members"
}

# All views at once, each in a terminal of its own.
idle_table() {
    seconds=10
    number=0
    for view in $views; do
        number=$((number + 1))
        "$bench" idle "$seconds" "$number" -- "$entrepot" "$dataset" >"$folder/idle.$view" &
    done
    ! has less || "$bench" idle "$seconds" '' -- less "$folder/1000.csv" >"$folder/idle.less" &
    ! has vd || "$bench" idle "$seconds" '' -- vd "$folder/1000.csv" >"$folder/idle.VisiData" &
    ! has htop || "$bench" idle "$seconds" '' -- htop >"$folder/idle.htop" &
    wait
    printf '\n%s\n' "bytes in $seconds s without a key"
    for name in $views less VisiData htop; do
        [ ! -s "$folder/idle.$name" ] || {
            printf '%-34s %8d\n' "$name" "$(cat "$folder/idle.$name")"
            printf 'idle %s\t%s\n' "$name" "$(cat "$folder/idle.$name")" >>"$results"
        }
    done
}

# value KEY [FIELD]: of the results; nothing when it was not measured.
value() {
    awk -F '\t' -v key="$1" -v field="${2:-2}" '$1 == key { found = $field }
        END { if (found != "failed") print found }' "$results"
}

# why WHAT: what stands in the way of an aim, where that is known.
why() {
    case $1 in
    'YAML rows in a regular shape'*)
        echo 'one thread reads them; rows beside the end of a window go through libyaml' ;;
    'any other YAML'*)
        echo 'a fifth more instructions: events become nodes, each cell is looked up; and' \
            'the start, which tells at 100,000 rows' ;;
    'CSV: load / wc'*)
        echo 'two fifths is reading codes and figures, a third the system: the file, pages,' \
            'the start' ;;
    'CSV of flows'*)
        echo 'two lines make an observation, and each takes what a line of the plain table' \
            'takes: a third is reading, a fifth joining, and a fifth new memory, since a' \
            'line has room for both figures until it is joined' ;;
    'CSV: sqlite3'* | 'CSV: clickhouse'*)
        echo 'figures are read exactly, and what is twice is found' ;;
    'second core: CSV'*)
        echo 'reading the file and the start are not shared, two fifths at 1 M rows; and a' \
            'busy machine has no second core' ;;
    'second core: '* | *'one core'*)
        echo 'up to 2 M rows one thread does it; above, each has cells of its own, which one' \
            'makes, joins and shows; a busy machine has no second core' ;;
    'slowest group-by'* | 'the same, one core')
        echo 'the cells of two dimensions are new memory for each question: two huge pages' \
            'at 1 M rows' ;;
    'memory '* | 'the same with nothing'*)
        echo 'a window, a block of rows for each thread and the rest of the huge pages that' \
            'columns end in: 9 MB in all, little at 10 M' ;;
    'first screen'*)
        echo 'first touches of pages: 310 to 340, of less 150; 80 are the start of the program' \
            'and the C library, the rest is what a thread reads and another asks and draws' ;;
    'bytes a key, '*)
        echo 'some 70 for the sentence, 50 for two names, more with panels; and of each row' \
            'that comes in its 110 once' ;;
    'ms a key, '*) echo 'another thread draws all cells anew, and wakes late on a busy machine' ;;
    'ms a key at 100,000 members'*)
        echo 'a period or level that is seen for the first time: its rows, columns and order' \
            'are made, most of it in new memory; from then on keys take 6 to 10' ;;
    'growth, '*) echo 'new pages of memory cost more the more there are' ;;
    esac
}

# aim WHAT SIGN LIMIT MEASURED [PROCESSOR]: SIGN is <= or >=; PROCESSOR is the same by
# processor time, which a busy machine leaves alone. What was not measured is said.
aim() {
    awk -v what="$1" -v sign="$2" -v limit="$3" -v got="$4" -v processor="$5" \
        -v why="$(why "$1")" -v scale="$scale" 'BEGIN {
        if (got == "") {
            printf "%-58s %10s %10s %3s %7s  not measured\n", what, "", "", sign, limit
            exit
        }
        is_met = sign == "<=" ? got <= limit : got >= limit
        by = sign == "<=" ? got / (limit ? limit : 1) : limit / (got ? got : 1e-9)
        printf "%-58s %10.2f %10s %3s %7s  %s\n", what, got,
               processor == "" ? "" : sprintf("%.2f", processor), sign, limit,
               scale != "" ? scale : is_met ? "met" : sprintf("missed, %.2f times", by)
        if (!is_met && why != "")
            printf "    %s\n", why
    }'
}

# large WHAT SIGN LIMIT MEASURED [PROCESSOR]: the same of 10,000,000 rows; what fewer
# take is shown and proves nothing.
scale=
large() {
    [ "$largest" -ge 10000000 ] || scale='an aim for 10,000,000 rows'
    aim "$@"
    scale=
}

# quotient WHAT SIGN LIMIT KEY KEY: the same for the ratio of two times.
quotient() {
    aim "$1" "$2" "$3" "$(ratio "$4" "$5")" "$(ratio "$4" "$5" 4)"
}

# ratio KEY KEY [FIELD]: one over the other; nothing without both.
ratio() {
    a=$(value "$1" "$3")
    b=$(value "$2" "$3")
    [ -z "$a" ] || [ -z "$b" ] || awk -v a="$a" -v b="$b" 'BEGIN { if (b + 0) print a / b }'
}

# The worst of a list of numbers on stdin.
most() {
    sort -g | tail -n 1
}

# Group-bys of entrepot: the slowest over the plain sum, of `query` or `query1`.
slowest() {
    sum=$(value "$1 $2 plain sum" "$3")
    awk -F '\t' -v head="$1 $2 " -v sum="$sum" -v field="$3" 'index($1, head) == 1 {
        name = substr($1, length(head) + 1)
        if (sum + 0 && name != "plain sum" && name != "bytes") print $field / sum
    }' "$results" | most
}

# Nanoseconds of another on `partner x month`, over ours.
asked() {
    theirs=$(value "ask partner x month|$1" "$3")
    ours=$(value "query1 $2 partner x month" "$4")
    [ -z "$theirs" ] || [ -z "$ours" ] ||
        awk -v a="$theirs" -v b="$ours" -v n="$2" 'BEGIN { print a * 1e9 / n / b }'
}

# Bytes an observation over what codes and figures take; the start of the program and
# its dictionaries are those of a small file.
memory() {
    awk -v big="$(value "$1 csv entrepot" 3)" -v small="$(value "1000 csv entrepot" 3)" \
        -v rows="$1" -v least="$(value "query $1 bytes")" -v beyond="$2" \
        'BEGIN { if (least) print ((big - small) * 1024 - beyond) / rows / least }'
}

aims() {
    top=1000000
    [ "$largest" -ge "$top" ] || top=$largest
    asked_rows=$top
    printf '\n%-58s %10s %10s %3s %7s\n' "aims, at $top and $largest rows" measured "by cpu" \
        "" aim
    for form in list map; do
        quotient "YAML rows in a regular shape ($form): libyaml's scan / load" '>=' 10 \
            "$top $form libyaml events" "$top $form entrepot"
    done
    for form in block mixed; do
        quotient "any other YAML ($form): load / libyaml's scan" '<=' 1.3 \
            "$top $form entrepot" "$top $form libyaml events"
    done
    quotient "CSV: load / wc -l" '<=' 8 "$top csv entrepot" "$top csv wc -l"
    quotient "CSV of flows and values: load / wc -l" '<=' 8 "$top flows entrepot" \
        "$top flows wc -l"
    quotient "CSV: clickhouse-client / load" '>=' 10 "$top csv clickhouse-client" \
        "$top csv entrepot"
    quotient "CSV: sqlite3 .import / load" '>=' 25 "$top csv sqlite3 .import" \
        "$top csv entrepot"
    quotient "CSV: VisiData / load" '>=' 60 "$top csv VisiData" "$top csv entrepot"
    large "second core: CSV, one core / two" '>=' 1.5 \
        "$(ratio "$largest csv entrepot, one core" "$largest csv entrepot")"
    large "second core: partner x month, one core / two" '>=' 1.5 \
        "$(ratio "query1 $largest partner x month" "query $largest partner x month")"
    large "slowest group-by / plain sum of its columns" '<=' 2 "$(slowest query "$largest" 2)"
    large "the same, one core" '<=' 2 "$(slowest query1 "$largest" 2)" \
        "$(slowest query1 "$largest" 3)"
    aim "partner x month: ClickHouse, one thread / one core" '>=' 8 \
        "$(asked 'clickhouse, codes' "$asked_rows" 2 2)"
    aim "partner x month: sqlite with an index / one core" '>=' 60 \
        "$(asked 'sqlite3, covering index' "$asked_rows" 2 2)" \
        "$(asked 'sqlite3, covering index' "$asked_rows" 4 3)"
    aim "memory while loading CSV less 32 MB / codes and figures" '<=' 1.25 \
        "$(memory "$largest" 33554432)"
    aim "the same with nothing taken off" '<=' 1.25 "$(memory "$largest" 0)"
    large "--print of CSV / load" '<=' 1.3 \
        "$(ratio "$largest csv entrepot --print" "$largest csv entrepot")" \
        "$(ratio "$largest csv entrepot --print" "$largest csv entrepot" 4)"
    for size in 1000 "$largest"; do
        aim "first screen of $size rows / less" '<=' 2 \
            "$(ratio "first $size entrepot" "first $size less")"
    done
    for view in table bars surplus compare mirror; do
        aim "bytes a key, $view" '<=' 180 "$(value "keys entrepot $view")"
        aim "ms a key, $view" '<=' 1 "$(value "keys entrepot $view" 3)"
    done
    aim "ms a key at 100,000 members, the longest" '<=' 16 \
        "$(awk -F '\t' 'index($1, "presses ") == 1 { print $3 }' "$results" | most)"
    aim "bytes in 10 idle seconds, all views" '<=' 0 \
        "$(awk -F '\t' -v views="$views" 'BEGIN { n = split(views, v, " ")
            for (i = 1; i <= n; i++) is_ours["idle " v[i]] = 1 }
            $1 in is_ours { print $2 }' "$results" | most)"
    [ "$largest" -le "$top" ] || {
        aim "growth, $top to $largest rows: time, a ten times" '<=' 11 \
            "$(ratio "$largest csv entrepot" "$top csv entrepot")"
        aim "growth, $top to $largest rows: memory" '<=' 11 \
            "$(ratio "$largest csv entrepot" "$top csv entrepot" 3)"
    }
}

: >"$results"
say_absent
write_scripts
for rows in 1000 100000 1000000 10000000; do
    [ "$rows" -le "$largest" ] || break
    case $rows in
    10000000) load_table "$rows" 3 ;;
    *) load_table "$rows" "$rounds" ;;
    esac
    [ "$rows" -eq 1000000 ] || [ "$rows" -eq "$largest" ] || rm -f "$folder/$rows".[lmb]*
done
group_by_table
if "$bench" idle 0 '' -- true >/dev/null 2>&1; then
    first_screens
    key_table
    member_table
    idle_table
else
    echo "no libvterm, so nothing is measured in a terminal"
fi
aims
[ -z "$has_psql" ] || psql -q -d postgres -c 'drop table if exists entrepot_bench' 2>/dev/null
for table in entrepot_bench entrepot_codes; do
    [ -z "$has_clickhouse" ] ||
        clickhouse-client --query "drop table if exists $table" 2>/dev/null
done
exit 0
