#!/bin/sh
# The layers of the house: a folder includes its own headers and those of the folders
# named for it here, and an outside library is known to one place only.
# Run in the top folder of the source; prints what is wrong.

awk '
function allow(folder, folders) { allowed[folder] = " " folder " " folders " " }

BEGIN {
    allow("core/base", "")
    allow("core/model", "core/base")
    allow("core/load", "core/base core/model")
    allow("core/query", "core/base core/model")
    allow("core/export", "core/base core/model core/load core/query")
    allow("tui/charts", "core/base core/model core/query tui")
    allow("tui/views", "core/base core/model core/query core/export tui tui/charts")
    allow("tui", "core/base core/model core/load core/query core/export " \
                 "tui/charts tui/views")

    owner["yaml.h"] = "^core/load/"
    owner["yajl/yajl_parse.h"] = "^core/load/json_stream\\.c$"
    owner["archive.h"] = owner["archive_entry.h"] = "^core/load/archive_calls\\.h$"
    owner["curses.h"] = owner["ncurses.h"] = "^tui/(curses_calls\\.h|description_library\\.c)$"
    owner["ncursesw/curses.h"] = owner["ncursesw/ncurses.h"] = owner["curses.h"]
    owner["term.h"] = "^tui/description_library\\.c$" # apart: its macros take too many names
    owner["utf8proc.h"] = "^core/base/characters\\.c$"
}

function complain(what) {
    printf "%s:%d: error: %s\n", FILENAME, FNR, what
    bad = 1
}

function folder_of(path) {
    sub(/\/[^\/]*$/, "", path)
    return path
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, part, "\"")
    from = folder_of(FILENAME)
    to = folder_of(part[2])
    if (part[2] !~ /\//)
        complain("\047" part[2] "\047: write the path from the top folder")
    else if (!(from in allowed))
        complain("folder \047" from "\047 has no layer: add it to check-layers.sh")
    else if (!index(allowed[from], " " to " "))
        complain("\047" from "\047 must not include \047" part[2] "\047")
    else if (from == "tui/charts" && part[2] == "tui/app.h")
        complain("a chart must not know the program")
}

/^[ \t]*#[ \t]*include[ \t]*</ {
    header = $0
    sub(/^[^<]*</, "", header)
    sub(/>.*/, "", header)
    if (header in owner && FILENAME !~ owner[header])
        complain("<" header "> may be included only by " owner[header])
}

END { exit bad }
' $(find core tui -name '*.[ch]' | LC_ALL=C sort)
